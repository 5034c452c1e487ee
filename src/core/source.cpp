// SPDX-License-Identifier: MIT
#include "core/source.hpp"

#include <algorithm>
#include <cctype>

namespace jejaring::core {

std::optional<std::string> webAddress(std::string_view address) {
    const auto unfit = [](unsigned char c) { return std::isspace(c) != 0 || c < 0x20; };
    if (std::any_of(address.begin(), address.end(), unfit))
        return std::nullopt;
    const auto startsWith = [&](std::string_view scheme) {
        return address.size() > scheme.size() &&
               std::equal(scheme.begin(), scheme.end(), address.begin(),
                          [](char a, char b) { return a == std::tolower(static_cast<unsigned char>(b)); });
    };
    if (startsWith("https://") || startsWith("http://"))
        return std::string(address);
    // "host.domain", perhaps with a port and a path; "mailto:x" and "C:\\x" have a colon before any dot.
    const std::string_view host = address.substr(0, address.find_first_of("/?#"));
    const std::string_view name = host.substr(0, host.find(':'));
    const std::string_view port = host.substr(std::min(host.size(), name.size() + 1));
    const std::size_t dot = name.rfind('.');
    const bool named = dot != std::string_view::npos && dot > 0 && name.size() - dot > 2 && name.front() != '.' &&
                       name.find("..") == std::string_view::npos && name.find('@') == std::string_view::npos;
    const bool numbered = std::all_of(port.begin(), port.end(), [](unsigned char c) { return std::isdigit(c) != 0; }) &&
                          (name.size() == host.size() || !port.empty());
    if (!named || !numbered)
        return std::nullopt;
    return "https://" + std::string(address);
}

} // namespace jejaring::core
