// SPDX-License-Identifier: MIT
// Programs of others that read what we wrote.
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace jejaring::test {

inline bool programExists(const std::string& name) {
    return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0;
}

struct ProgramOutput {
    std::string text; // of both its outputs
    int status = -1;
};
// Runs a command line of the shell.
inline ProgramOutput runProgram(const std::string& command) {
    ProgramOutput output;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr)
        return output;
    std::array<char, 4096> buffer{};
    for (std::size_t read = 0; (read = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.text.append(buffer.data(), read);
    output.status = pclose(pipe);
    return output;
}

} // namespace jejaring::test
