// SPDX-License-Identifier: MIT
#include "data/import/import_coordinates.hpp"

#include "data/import/import_number.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

namespace jejaring::data {
namespace {

enum class Axis : std::uint8_t { notStated, latitude, longitude };

struct Angle {
    double degrees = 0; // with its sign
    Axis axis = Axis::notStated;
};

struct Side {
    std::string_view word;
    Axis axis;
    bool negative;
};
// Lintang Selatan and Utara, Bujur Timur and Barat; longer words first.
constexpr std::array kSides{Side{"lintang selatan", Axis::latitude, true},
                            Side{"lintang utara", Axis::latitude, false},
                            Side{"bujur timur", Axis::longitude, false},
                            Side{"bujur barat", Axis::longitude, true},
                            Side{"south", Axis::latitude, true},
                            Side{"north", Axis::latitude, false},
                            Side{"east", Axis::longitude, false},
                            Side{"west", Axis::longitude, true},
                            Side{"ls", Axis::latitude, true},
                            Side{"lu", Axis::latitude, false},
                            Side{"bt", Axis::longitude, false},
                            Side{"bb", Axis::longitude, true},
                            Side{"s", Axis::latitude, true},
                            Side{"u", Axis::latitude, false},
                            Side{"n", Axis::latitude, false},
                            Side{"t", Axis::longitude, false},
                            Side{"e", Axis::longitude, false},
                            Side{"b", Axis::longitude, true},
                            Side{"w", Axis::longitude, true}};
constexpr std::array<std::string_view, 9> kLabels{"latitude", "longitude", "lintang", "bujur",    "lat",
                                                  "long",     "lon",       "lng",     "koordinat"};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

std::string trimmed(std::string_view text) {
    static constexpr std::string_view kEdge = " ;,:=";
    const std::size_t begin = text.find_first_not_of(kEdge);
    return begin == std::string_view::npos ? std::string()
                                           : std::string(text.substr(begin, text.find_last_not_of(kEdge) - begin + 1));
}

const Side* sideAt(std::string_view text, std::size_t at) {
    if (at > 0 && isLetter(text[at - 1]))
        return nullptr;
    for (const Side& side : kSides)
        if (text.substr(at, side.word.size()) == side.word &&
            (at + side.word.size() == text.size() || !isLetter(text[at + side.word.size()])))
            return &side;
    return nullptr;
}

// "6", "6.2", "6,2" without a sign; three digits behind the mark are a fraction here.
std::optional<double> unsignedNumber(std::string_view text) {
    if (text.empty() || !isDigit(text.front()) || !isDigit(text.back()))
        return std::nullopt;
    const bool comma = text.find(',') != std::string_view::npos;
    const std::optional<NumberParts> parts = parseNumber(text, comma ? DecimalMark::comma : DecimalMark::point);
    const bool oneMark = std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == ','; }) <= 1;
    return parts && oneMark && text.find_first_of(" 'e") == std::string_view::npos ? std::optional(parts->value)
                                                                                   : std::nullopt;
}

// Degrees, minutes and seconds parted by their signs: "6°12'30\"", "6 12 30", "6.2°", "6".
std::optional<double> magnitude(std::string_view text) {
    std::vector<double> parts;
    for (std::size_t at = 0; at < text.size();) {
        if (isDigit(text[at])) {
            std::size_t end = at;
            while (end < text.size() && (isDigit(text[end]) || text[end] == '.' || text[end] == ','))
                ++end;
            const std::optional<double> part = unsignedNumber(text.substr(at, end - at));
            if (!part)
                return std::nullopt;
            parts.push_back(*part);
            at = end;
            continue;
        }
        const std::string_view sign = text.substr(at, characterSize(text, at));
        const bool degrees = sign == "°" || sign == "º" || sign == "˚";
        if (sign != " " && !(degrees && parts.size() == 1) &&
            !(sign == "'" && (parts.size() == 2 || parts.size() == 3)) && !(sign == "\"" && parts.size() == 3))
            return std::nullopt;
        at += sign.size();
    }
    if (parts.empty() || parts.size() > 3)
        return std::nullopt;
    double value = parts[0];
    double unit = 60;
    for (std::size_t i = 1; i < parts.size(); ++i, unit *= 60) {
        if (parts[i] >= 60 || parts[i - 1] != std::floor(parts[i - 1]))
            return std::nullopt;
        value += parts[i] / unit;
    }
    return value;
}

std::optional<Angle> angleOf(std::string_view text) {
    std::string plain = trimmed(text);
    for (const std::string_view label : kLabels)
        if (plain.size() > label.size() && plain.substr(0, label.size()) == label && !isLetter(plain[label.size()]) &&
            plain.find_first_of("0123456789") != std::string::npos && sideAt(plain, 0) == nullptr)
            plain = trimmed(std::string_view(plain).substr(label.size()));
    Angle angle;
    bool negative = false;
    for (const bool front : {true, false}) {
        for (const Side& side : kSides) {
            if (angle.axis != Axis::notStated || plain.size() <= side.word.size())
                continue;
            const std::size_t at = front ? 0 : plain.size() - side.word.size();
            if (const Side* found = sideAt(plain, at); found != &side)
                continue;
            angle.axis = side.axis;
            negative = side.negative;
            plain = trimmed(front ? std::string_view(plain).substr(side.word.size())
                                  : std::string_view(plain).substr(0, at));
            while (front && !plain.empty() && plain.front() == '.')
                plain.erase(0, 1);
        }
    }
    if (!plain.empty() && (plain.front() == '-' || plain.front() == '+')) {
        if (negative || (angle.axis != Axis::notStated && plain.front() == '-'))
            return std::nullopt; // "-6 S" says it twice
        negative = plain.front() == '-';
        plain.erase(0, 1);
    }
    const std::optional<double> value = magnitude(trimmed(plain));
    if (!value || *value > 180)
        return std::nullopt;
    angle.degrees = negative && *value != 0 ? -*value : *value;
    return angle;
}

using Pair = std::pair<Angle, Angle>;

std::optional<Pair> pairAt(std::string_view text, std::size_t at, std::size_t behind) {
    const std::optional<Angle> first = angleOf(text.substr(0, at));
    const std::optional<Angle> second = angleOf(text.substr(behind));
    if (!first || !second || (first->axis == second->axis && first->axis != Axis::notStated) ||
        (first->axis == Axis::notStated) != (second->axis == Axis::notStated))
        return std::nullopt;
    return Pair{*first, *second};
}

// The places where a pair may be parted, the surest first.
std::optional<Pair> pairOf(std::string_view text) {
    for (const std::string_view mark : {";", "|", " / ", "/", "\t"})
        if (const std::size_t at = text.find(mark); at != std::string_view::npos)
            return pairAt(text, at, at + mark.size());
    // Behind the letters of the first, or before those of the second.
    std::vector<std::size_t> sides;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (const Side* side = sideAt(text, at)) {
            sides.push_back(at);
            at += side->word.size() - 1;
        }
    if (sides.size() == 2) {
        const std::size_t behindFirst = sides[0] + sideAt(text, sides[0])->word.size();
        if (const std::optional<Pair> pair = pairAt(text, behindFirst, behindFirst); pair)
            return pair;
        return pairAt(text, sides[1], sides[1]);
    }
    if (const std::size_t at = text.find(", ");
        at != std::string_view::npos && text.find(", ", at + 1) == std::string_view::npos)
        return pairAt(text, at, at + 2);
    const auto commas = std::count(text.begin(), text.end(), ',');
    if (commas == 1)
        if (const std::size_t at = text.find(',');
            text.find('.') != std::string_view::npos || text.find(' ') == std::string_view::npos)
            return pairAt(text, at, at + 1);
    if (commas == 3) { // "-6,2,106,8"
        const std::size_t at = text.find(',', text.find(',') + 1);
        return pairAt(text, at, at + 1);
    }
    if (std::count(text.begin(), text.end(), ' ') == 1)
        return pairAt(text, text.find(' '), text.find(' ') + 1);
    return std::nullopt;
}

core::Message expectedCoordinates(std::string_view cell) {
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: expected coordinates such as {1}"),
                       {cleanText(cell), "-6,2; 106,8"});
}

Reading<double> readAxis(std::string_view text, Axis axis, double most, const char* example) {
    if (isBlankLike(text))
        return Reading<double>::none();
    const std::optional<Angle> angle = angleOf(plainLower(text));
    if (!angle || (angle->axis != Axis::notStated && angle->axis != axis) || std::abs(angle->degrees) > most)
        return Reading<double>::failed(core::error(
            core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: expected degrees from {1} to {2}, such as {3}"),
            {cleanText(text), fmt::format("-{}", most), fmt::format("{}", most), example}));
    return Reading<double>::of(angle->degrees);
}

} // namespace

Reading<core::Coordinates> readCoordinates(std::string_view text) {
    if (isBlankLike(text))
        return Reading<core::Coordinates>::none();
    std::string plain = trimmed(plainLower(text));
    if (plain.size() > 2 && plain.front() == '(' && plain.back() == ')')
        plain = trimmed(std::string_view(plain).substr(1, plain.size() - 2));
    const std::optional<Pair> pair = pairOf(plain);
    if (!pair)
        return Reading<core::Coordinates>::failed(expectedCoordinates(text));
    const auto& [first, second] = *pair;
    bool exchanged = first.axis == Axis::longitude;
    bool flagged = false;
    if (first.axis == Axis::notStated && std::abs(first.degrees) > 90)
        exchanged = flagged = true;
    const core::Coordinates place{exchanged ? second.degrees : first.degrees,
                                  exchanged ? first.degrees : second.degrees};
    if (std::abs(place.latitude) > 90)
        return Reading<core::Coordinates>::failed(expectedCoordinates(text));
    Reading<core::Coordinates> reading = Reading<core::Coordinates>::of(place);
    if (flagged)
        reading.flags.push_back(
            {FlagKind::order, core::warning(JEJARING_TR("{0}: the longitude stands first"), {cleanText(text)})});
    return reading;
}

Reading<double> readLatitude(std::string_view text) {
    return readAxis(text, Axis::latitude, 90, "-6,2");
}
Reading<double> readLongitude(std::string_view text) {
    return readAxis(text, Axis::longitude, 180, "106,8");
}

} // namespace jejaring::data
