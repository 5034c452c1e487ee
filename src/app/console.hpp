// SPDX-License-Identifier: MIT
// What the command line says, in the language asked for.
#pragma once

#include "app/exit_code.hpp"
#include "core/result.hpp"
#include "text/language.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::app {

// English where LC_ALL, LC_MESSAGES, LANG or, before them, LANGUAGE asks for it; else Indonesian.
[[nodiscard]] text::Language languageOfEnvironment();

class Console {
  public:
    explicit Console(text::Language language) : language_(language) {}

    [[nodiscard]] text::Language language() const { return language_; }
    [[nodiscard]] std::string tr(std::string_view id) const { return text::translate(language_, id); }
    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments) const {
        return text::translate(language_, id, arguments);
    }

    // Writes warnings and errors to standard error, and everything to the log. Of many warnings the first ones.
    void report(const std::vector<core::Message>& messages) const;
    // Writes them, and of a file that is there already how to replace it; answers the exit code of the first error.
    [[nodiscard]] ExitCode fail(const std::vector<core::Message>& messages) const;
    [[nodiscard]] ExitCode fail(const core::Message& message) const { return fail(std::vector{message}); }
    // A line on standard output.
    void print(std::string_view line) const;
    // A line on standard error that is neither warning nor error.
    void progress(std::string_view line) const;

  private:
    text::Language language_;
};

} // namespace jejaring::app
