// SPDX-License-Identifier: MIT
#include "ui/dialog/import_words.hpp"

#include "data/import/import_report.hpp"
#include "text/language.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace jejaring::ui {
namespace {

// Calls `name` for each part of "a; b" and joins the answers.
template <class Name> std::string eachPart(const std::string& list, const Name& name) {
    std::string text;
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find("; ", at), list.size());
        text += (text.empty() ? "" : "; ") + name(list.substr(at, end - at));
        at = end + 2;
    }
    return text;
}

std::string dateText(const Interface& ui, const std::string& iso) {
    const std::optional<core::PartialDate> date = core::PartialDate::parse(iso);
    if (!date)
        return iso;
    return ui.date(*date, date->day != 0 ? text::DateStyle::withWeekday : text::DateStyle::longMonth);
}

} // namespace

RowGroup groupOf(data::RowOutcome outcome) {
    using data::RowOutcome;
    switch (outcome) {
    case RowOutcome::added:
        return RowGroup::added;
    case RowOutcome::updated:
        return RowGroup::updated;
    case RowOutcome::unchanged:
        return RowGroup::unchanged;
    case RowOutcome::duplicateInFile:
        return RowGroup::duplicate;
    case RowOutcome::needsAnswer:
        return RowGroup::needsAnswer;
    case RowOutcome::rejected:
        return RowGroup::rejected;
    case RowOutcome::leftOut:
    case RowOutcome::blank:
    case RowOutcome::totals:
    case RowOutcome::heading:
    case RowOutcome::title:
    case RowOutcome::skipped:
        break;
    }
    return RowGroup::passedOver;
}

std::string_view nameOf(RowGroup group) {
    switch (group) {
    case RowGroup::all:
        return JEJARING_TR("All rows");
    case RowGroup::added:
        return JEJARING_TR("new");
    case RowGroup::updated:
        return JEJARING_TR("updated");
    case RowGroup::unchanged:
        return JEJARING_TR("unchanged");
    case RowGroup::toCheck:
        return JEJARING_TR("to be checked");
    case RowGroup::needsAnswer:
        return JEJARING_TR("want an answer");
    case RowGroup::rejected:
        return JEJARING_TR("not understood");
    case RowGroup::duplicate:
        return JEJARING_TR("twice in the file");
    case RowGroup::passedOver:
        return JEJARING_TR("passed over");
    }
    return "";
}

std::string_view explanationOf(RowGroup group) {
    switch (group) {
    case RowGroup::all:
        return JEJARING_TR("Every row of the sheet");
    case RowGroup::added:
        return JEJARING_TR("Not in the project yet; will be written");
    case RowGroup::updated:
        return JEJARING_TR("In the project already, and something in it changes");
    case RowGroup::unchanged:
        return JEJARING_TR("In the project already, and the same");
    case RowGroup::toCheck:
        return JEJARING_TR("Written, but for cells that cannot be read; or a cell is doubtful");
    case RowGroup::needsAnswer:
        return JEJARING_TR("Not written until you say which region or which version is meant");
    case RowGroup::rejected:
        return JEJARING_TR("Not written: a cell that is needed is blank or cannot be read");
    case RowGroup::duplicate:
        return JEJARING_TR("A row above says the same; it is written once");
    case RowGroup::passedOver:
        return JEJARING_TR("Titles, headings, totals, blank rows and those you leave out");
    }
    return "";
}

ImU32 colorOf(const Interface& ui, RowGroup group) {
    const bool dark = ui.color.dark;
    switch (group) {
    case RowGroup::added:
        return dark ? IM_COL32(0x6c, 0xc9, 0x8b, 255) : IM_COL32(0x1f, 0x7d, 0x46, 255);
    case RowGroup::updated:
        return ui.color.accent;
    case RowGroup::toCheck:
    case RowGroup::needsAnswer:
        return ui.color.warning;
    case RowGroup::rejected:
        return dark ? IM_COL32(0xf2, 0x8b, 0x82, 255) : IM_COL32(0xb3, 0x26, 0x1e, 255);
    case RowGroup::all:
    case RowGroup::unchanged:
    case RowGroup::duplicate:
    case RowGroup::passedOver:
        break;
    }
    return ui.color.muted;
}

std::string outcomeText(const Interface& ui, const data::RowPlan& row) {
    const RowGroup group = groupOf(row.outcome);
    std::string text =
        ui.tr(group == RowGroup::passedOver ? std::string_view(data::rowOutcomeLabel(row.outcome)) : nameOf(group));
    if (const std::size_t unread = data::unreadCells(row); unread > 0)
        text +=
            " · " + ui.tr(JEJARING_TR("{0} {0:cell|cells} not understood"), {ui.number(static_cast<double>(unread))});
    return text;
}

std::string_view nameOf(data::RegionMatch match) {
    using data::RegionMatch;
    switch (match) {
    case RegionMatch::code:
        return JEJARING_TR("by its code");
    case RegionMatch::cutCode:
        return JEJARING_TR("by a code that lost its last nought");
    case RegionMatch::bareCode:
        return JEJARING_TR("by a code without its dot");
    case RegionMatch::exact:
        return JEJARING_TR("by its official name");
    case RegionMatch::name:
        return JEJARING_TR("by its name");
    case RegionMatch::alias:
        return JEJARING_TR("by another name");
    case RegionMatch::answer:
        return JEJARING_TR("by your answer");
    case RegionMatch::ambiguous:
        return JEJARING_TR("several fit");
    case RegionMatch::unmatched:
        return JEJARING_TR("none fits");
    case RegionMatch::blank:
        break;
    }
    return JEJARING_TR("not stated");
}

std::string_view nameOf(data::Recognition how) {
    switch (how) {
    case data::Recognition::none:
        return JEJARING_TR("not recognised");
    case data::Recognition::exactly:
        return JEJARING_TR("recognised");
    case data::Recognition::partly:
        return JEJARING_TR("recognised in part");
    case data::Recognition::alike:
        return JEJARING_TR("spelled alike");
    case data::Recognition::remembered:
        return JEJARING_TR("as last time");
    case data::Recognition::byHand:
        return JEJARING_TR("chosen by you");
    }
    return "";
}

std::string_view explanationOf(data::Recognition how) {
    switch (how) {
    case data::Recognition::none:
        return JEJARING_TR("The heading is none that the program knows; choose what the column holds");
    case data::Recognition::exactly:
        return JEJARING_TR("The heading is a usual one");
    case data::Recognition::partly:
        return JEJARING_TR("A part of the heading is a usual one; look whether it is meant");
    case data::Recognition::alike:
        return JEJARING_TR("A usual heading is spelled almost like it; look whether it is meant");
    case data::Recognition::remembered:
        return JEJARING_TR("You mapped a table with these headings before");
    case data::Recognition::byHand:
        return JEJARING_TR("Remembered for tables with the same headings");
    }
    return "";
}

std::string regionName(const core::RegionCatalog& regions, const core::RegionCode& code) {
    const std::optional<core::RegionIndex> index = regions.find(code);
    return index ? regions[*index].name : code.text();
}

std::string regionDetail(const core::RegionCatalog& regions, const core::RegionCode& code) {
    if (code.empty() || code.level() == core::RegionLevel::province)
        return code.text();
    return regionName(regions, code.province()) + " · " + code.text();
}

std::string understoodText(const Interface& ui, const core::RegionCatalog& regions, data::ImportField field,
                           const std::string& understood) {
    using data::ImportField;
    switch (field) {
    case ImportField::signedOn:
    case ImportField::validFrom:
    case ImportField::validUntil:
    case ImportField::validity:
    case ImportField::endedOn:
    case ImportField::startDate:
    case ImportField::endDate:
    case ImportField::date:
    case ImportField::followUpDue:
    case ImportField::period:
        return dateText(ui, understood);
    case ImportField::sectors:
    case ImportField::focus:
        return eachPart(understood, [&](const std::string& id) { return sectorName(ui, id); });
    case ImportField::stage:
        if (const auto& project = ui.session.project())
            if (const core::Stage* stage = core::findStage(project->stages, understood))
                return ui.language() == text::Language::indonesian ? stage->indonesian : stage->english;
        return understood;
    case ImportField::country:
        return text::countryName(ui.language(), understood);
    case ImportField::agreementKind: {
        // A subkind may follow: "KSDPL sister_city".
        const std::size_t end = std::min(understood.find(' '), understood.size());
        const auto kind = core::parseAgreementKind(understood.substr(0, end));
        std::string rest = understood.substr(end);
        std::replace(rest.begin(), rest.end(), '_', ' ');
        return kind ? ui.tr(nameOf(*kind)) + rest : understood;
    }
    case ImportField::value: {
        // "1500000000 IDR"
        double amount = 0;
        const char* const last = understood.data() + understood.size();
        const auto [rest, failure] = std::from_chars(understood.data(), last, amount);
        return failure == std::errc()
                   ? ui.number(amount, amount == std::round(amount) ? 0 : 2) + std::string(rest, last)
                   : understood;
    }
    case ImportField::region:
    case ImportField::regionCode:
    case ImportField::province:
    case ImportField::partnerRegion:
    case ImportField::partnerRegionCode:
    case ImportField::parties:
    case ImportField::partner: // beside the regions of the row, where a conflict tells all sides
    case ImportField::participants:
        return eachPart(understood, [&](const std::string& part) {
            const auto code = core::RegionCode::parse(part);
            return code ? regionName(regions, *code) : part;
        });
    default:
        return understood;
    }
}

} // namespace jejaring::ui
