// SPDX-License-Identifier: MIT
// What the interface calls things: message ids of the enumerations and of the sectors, for Interface::tr.
#pragma once

#include "analysis/class_breaks.hpp"
#include "core/project.hpp"
#include "scene/fact_words.hpp"
#include "scene/indicator_words.hpp"
#include "scene/map_view.hpp"
#include "ui/interface.hpp"

#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace jejaring::ui {

[[nodiscard]] std::string_view nameOf(scene::MapLevel level);
[[nodiscard]] std::string_view nameOf(analysis::IndicatorKind indicator);
[[nodiscard]] std::string_view shortNameOf(analysis::IndicatorKind indicator);
[[nodiscard]] std::string_view nameOf(analysis::ClassMethod method);
[[nodiscard]] std::string_view explanationOf(analysis::ClassMethod method);
[[nodiscard]] std::string_view nameOf(core::AgreementKind kind);
using scene::lifeOf;
[[nodiscard]] std::string_view nameOf(core::StopStatus status);
[[nodiscard]] std::string_view nameOf(core::RiskSign sign);
[[nodiscard]] std::string_view nameOf(geo::ProjectionKind projection);

// The kinds of activities that the program knows, by id; any other kind is its own name.
[[nodiscard]] std::span<const std::pair<std::string_view, std::string_view>> activityKinds(); // id, message id
[[nodiscard]] std::string activityKindName(text::Language language, const std::string& kind);

// A message that stands alone, with the full stop that those lack which may also stand within others.
[[nodiscard]] std::string sentence(text::Language language, const core::Message& message);

[[nodiscard]] text::Language otherLanguage(text::Language language);

// A sector's name in the session's language.
[[nodiscard]] std::string sectorName(const Interface& ui, const std::string& id);
// Sector names joined by commas, the first one capitalised.
[[nodiscard]] std::string sectorList(const Interface& ui, const std::vector<std::string>& ids);
// A value as the map's indicator writes it, without its unit: whole numbers for counts and for the score.
[[nodiscard]] std::string valueText(const Interface& ui, const scene::MapData& map, const analysis::RegionValue& value);

} // namespace jejaring::ui
