// SPDX-License-Identifier: MIT
#include "publish/pptx_markup.hpp"

#include "data/import/import_text.hpp"

#include <fmt/format.h>

namespace jejaring::publish {
namespace {

// The names by which shapes call the theme's colours, through the colour map of the slide master.
constexpr std::array<std::string_view, 12> kLightNames{
    "tx1", "bg1", "tx2", "bg2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"};
constexpr std::array<std::string_view, 12> kDarkNames{
    "bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"};

bool sameHue(const scene::Color& a, const scene::Color& b) {
    return a.r == b.r && a.g == b.g && a.b == b.b;
}

} // namespace

std::string xmlEscaped(std::string_view text) {
    constexpr std::string_view kUnknown = "\xEF\xBF\xBD";
    std::string xml;
    xml.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = data::characterSize(text, at);
        const auto c = static_cast<unsigned char>(text[at]);
        const std::string_view character = text.substr(at, size);
        at += size;
        if (c == '&')
            xml += "&amp;";
        else if (c == '<')
            xml += "&lt;";
        else if (c == '>')
            xml += "&gt;";
        else if (c == '"')
            xml += "&quot;";
        else if (c == '\r')
            xml += ' ';
        else if (c == '\n' || c == '\t')
            xml += fmt::format("&#{};", static_cast<int>(c));
        else if (c < 0x20U || (size == 1 && c >= 0x7FU) || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF")
            xml += kUnknown;
        else
            xml += character;
    }
    return xml;
}

ThemeColors::ThemeColors(scene::Theme theme) : theme_(theme), slots_{} {
    const scene::Style& style = scene::styleOf(theme);
    const bool dark = theme == scene::Theme::dark;
    slots_ = {dark ? style.sea : style.text,
              dark ? style.text : style.sea,
              dark ? style.noRecord : style.muted,
              dark ? style.muted : style.noRecord,
              style.ramp[0],
              style.ramp[1],
              style.ramp[2],
              style.ramp[3],
              style.ramp[4],
              style.zero,
              style.accent,
              style.muted};
}

std::string ThemeColors::element(const scene::Color& color) const {
    std::string name;
    std::string kind = "srgbClr";
    name = fmt::format("{:02X}{:02X}{:02X}", color.r, color.g, color.b);
    const auto& names = theme_ == scene::Theme::dark ? kDarkNames : kLightNames;
    for (std::size_t i = 0; i < slots_.size(); ++i)
        if (sameHue(slots_[i], color)) {
            kind = "schemeClr";
            name = names[i];
            break;
        }
    if (color.a == 255)
        return fmt::format("<a:{} val=\"{}\"/>", kind, name);
    return fmt::format("<a:{0} val=\"{1}\"><a:alpha val=\"{2}\"/></a:{0}>", kind, name, color.a * 100000 / 255);
}

std::string solidFill(const ThemeColors& colors, const scene::Color& color) {
    if (color.a == 0)
        return "<a:noFill/>";
    return "<a:solidFill>" + colors.element(color) + "</a:solidFill>";
}

} // namespace jejaring::publish
