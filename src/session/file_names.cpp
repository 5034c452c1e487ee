// SPDX-License-Identifier: MIT
#include "session/file_names.hpp"

#include <algorithm>
#include <array>

namespace jejaring::session {
namespace {

constexpr std::size_t kLongest = 120; // bytes; with a number and an ending less than the 255 that file systems take

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Capitals of ASCII alone: others differ in more than their case on few systems, and then only a number is added.
std::string lower(std::string_view text) {
    std::string made(text);
    std::transform(made.begin(), made.end(), made.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return made;
}

// Devices of Windows, with any ending.
bool isReserved(std::string_view name) {
    static constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "com", "lpt"};
    const std::string stem = lower(name.substr(0, name.find('.')));
    return std::any_of(kDevices.begin(), kDevices.end(), [&](std::string_view device) {
        const bool numbered = device == "com" || device == "lpt";
        return numbered ? stem.size() == 4 && stem.starts_with(device) && stem[3] >= '1' && stem[3] <= '9'
                        : stem == device;
    });
}

std::string cutTo(std::string name, std::size_t bytes) {
    if (name.size() <= bytes)
        return name;
    while (bytes > 0 && isContinuation(name[bytes]))
        --bytes;
    name.resize(bytes);
    return name;
}

// Windows drops dots and spaces at the end.
void trimEnd(std::string& name) {
    while (!name.empty() && (name.back() == ' ' || name.back() == '.'))
        name.pop_back();
}

} // namespace

std::string safeFileName(std::string_view text) {
    static constexpr std::string_view kForbidden = "/\\:*?\"<>|";
    std::string name;
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
        const char safe = control ? ' ' : kForbidden.find(c) != std::string_view::npos ? '-' : c;
        if (safe != ' ' || (!name.empty() && name.back() != ' '))
            name += safe;
    }
    // A dot at the beginning hides a file, and a dash is taken for an option.
    name.erase(0, std::min(name.find_first_not_of(".- "), name.size()));
    name = cutTo(std::move(name), kLongest);
    trimEnd(name);
    return isReserved(name) ? "_" + name : name;
}

std::string FileNames::next(std::string_view text, std::string_view otherwise) {
    std::string name = safeFileName(text);
    if (name.empty())
        name = otherwise;
    std::string free = name;
    for (int number = 2; !given_.insert(lower(free)).second; ++number)
        free = name + " (" + std::to_string(number) + ")";
    return free;
}

} // namespace jejaring::session
