// SPDX-License-Identifier: MIT
// A catalogue that msgfmt compiled (GNU gettext manual, "The Format of GNU MO Files").
// libintl itself is not used: it takes its language from the process (setlocale, LANGUAGE), while here both languages
// are wanted at once, from several threads, and switched while running.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jejaring::text {

class MoCatalog {
  public:
    MoCatalog() = default;
    // Nothing where the file is missing, or not a whole catalogue of this machine's byte order.
    [[nodiscard]] static std::optional<MoCatalog> read(const std::string& path);
    [[nodiscard]] static std::optional<MoCatalog> parse(std::string bytes);

    // The translation, or nothing where there is none.
    [[nodiscard]] std::optional<std::string_view> find(const std::string& id) const;
    [[nodiscard]] std::size_t size() const { return texts_.size(); }

  private:
    std::unordered_map<std::string, std::string> texts_;
};

} // namespace jejaring::text
