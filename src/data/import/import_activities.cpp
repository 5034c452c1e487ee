// SPDX-License-Identifier: MIT
// Rows of activities on their way into a project.
#include "data/import/import_list_rules.hpp"
#include "data/import/import_visit_row.hpp"

#include <algorithm>
#include <array>

namespace jejaring::data {
namespace {

using core::Activity;
using Field = ImportField;

constexpr std::array<TextPart<Activity>, 5> kTexts{{{"t", Field::title, &Activity::title},
                                                    {"k", Field::activityKind, &Activity::kind},
                                                    {"p", Field::place, &Activity::place},
                                                    {"u", Field::purpose, &Activity::purpose},
                                                    {"n", Field::note, &Activity::note}}};

// The words for the kinds that the program knows; any other word stays as it is.
std::string kindOf(const std::string& text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kKinds{{{"forum", "forum"},
                                                                                           {"pameran", "fair"},
                                                                                           {"expo", "fair"},
                                                                                           {"fair", "fair"},
                                                                                           {"misi", "mission"},
                                                                                           {"misi dagang", "mission"},
                                                                                           {"mission", "mission"},
                                                                                           {"pertukaran", "exchange"},
                                                                                           {"exchange", "exchange"},
                                                                                           {"pelatihan", "training"},
                                                                                           {"training", "training"}}};
    const std::string key = wordKey(text);
    for (const auto& [word, kind] : kKinds)
        if (key == word)
            return std::string(kind);
    return text;
}

std::string participantsText(const std::vector<core::Participant>& participants) {
    std::vector<std::string> texts;
    texts.reserve(participants.size());
    for (const core::Participant& participant : participants)
        texts.push_back(participant.region.empty() ? wordKey(participant.name + " " + participant.role)
                        : participant.role.empty() ? participant.region.text()
                                                   : participant.region.text() + " (" + participant.role + ")");
    return joined(texts);
}

RegionFinding regionOf(ImportRow& row, const std::string& name) {
    RegionText text;
    text.name = name;
    return row.tools().region(text);
}

class ActivityRules : public ListRules<Activity> {
  public:
    explicit ActivityRules(ImportDesk& desk)
        : ListRules(desk.project.activities, kTexts, keyOf, looseKeysOf), desk_(desk) {}

    std::string_view table() const override { return "activities"; }

    void read(ImportRow& row) override {
        readTexts(row);
        draft_.kind = kindOf(draft_.kind);
        readDays(row, draft_.start, draft_.end);
        draft_.coordinates = row.coordinates();
        if (const std::vector<core::RegionCode> regions = row.regions({}, false); !regions.empty())
            draft_.region = regions.front();
        readParticipants(row);
        source_ = readSource(row);
        if (draft_.title.empty())
            row.reject(Field::title);
        mapped_ = FileFields(row);
    }

    std::string newId() const override { return idFromKey('K', key()); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, std::initializer_list<Field> fields, std::string text) {
            mapped_.addPart(parts, name, fields, std::move(text));
        };
        for (const TextPart<Activity>& text : kTexts)
            part(text.name, {text.field}, draft_.*text.text);
        part("s", {Field::startDate}, dateText(draft_.start));
        if (draft_.end || mapped_.contains(Field::endDate))
            part("e", {Field::endDate, Field::startDate}, dateText(draft_.end));
        part("c", {Field::coordinates, Field::latitude}, placeText(draft_.coordinates));
        part("r", {Field::region, Field::regionCode, Field::province}, draft_.region.text());
        part("w", {Field::participants}, participantsText(draft_.participants));
        part("q", {Field::sourceTitle, Field::sourceAddress}, source_.text());
        return parts;
    }

    ImportObject add(const std::string& id, const core::Provenance& provenance) override {
        draft_.sourceId = desk_.sources.idOf(source_);
        return ListRules::add(id, provenance);
    }

  private:
    std::string valueOf(const Activity& activity, char part) const override {
        switch (part) {
        case 's':
            return dateText(activity.start);
        case 'e':
            return dateText(activity.end);
        case 'c':
            return placeText(activity.coordinates);
        case 'r':
            return activity.region.text();
        case 'w':
            return participantsText(activity.participants);
        default:
            return source_.textOf(desk_.sources.find(activity.sourceId));
        }
    }

    void takeValue(Activity& activity, char part) override {
        switch (part) {
        case 's':
            activity.start = draft_.start;
            break;
        case 'e':
            activity.end = draft_.end;
            break;
        case 'c':
            activity.coordinates = draft_.coordinates;
            break;
        case 'r':
            activity.region = draft_.region;
            break;
        case 'w':
            activity.participants = draft_.participants;
            break;
        default:
            activity.sourceId = desk_.sources.idOf(source_, SourceBook::Known::corrected);
        }
    }

    static std::string keyOf(const Activity& activity) {
        return joinedKey({wordKey(activity.title), dateText(activity.start), activity.region.text()});
    }
    static std::vector<std::string> looseKeysOf(const Activity& activity) {
        return {joinedKey({wordKey(activity.title), dateText(activity.start)}), wordKey(activity.title)};
    }

    // Regions and bodies stand in one list. What may be a region is for the user to say; what is none is a body.
    void readParticipants(ImportRow& row) {
        if (!row.mapped(Field::participants))
            return;
        std::vector<std::string> names;
        for (const std::string& text : row.list(Field::participants)) {
            // "Kota Denpasar, Kab. Badung": commas part names only where each of them is a region's.
            const std::vector<std::string> parts = looseParts(text);
            const bool regions = parts.size() > 1 && regionOf(row, text).region.empty() &&
                                 std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
                                     return !regionOf(row, part).region.empty();
                                 });
            if (regions)
                names.insert(names.end(), parts.begin(), parts.end());
            else
                names.push_back(text);
        }
        for (const std::string& text : names) {
            RegionFinding finding = regionOf(row, text);
            core::Participant participant;
            // "Kota Bandung (host)": a role, where what stands before it is a region without doubt.
            if (const std::size_t open = text.rfind(" ("); finding.region.empty() && open != std::string::npos) {
                const RegionFinding alone = regionOf(row, text.substr(0, open));
                if (text.back() == ')' && !alone.region.empty()) {
                    finding = alone;
                    participant.role = cleanText(std::string_view(text).substr(open + 2, text.size() - open - 3));
                }
            }
            if (finding.match == RegionMatch::unmatched || finding.match == RegionMatch::blank) {
                participant.name = text;
            } else {
                row.readings.push_back(
                    {row.columns().of(Field::participants).front()->column, Field::participants, text, finding});
                if (finding.region.empty())
                    row.waitForAnswer();
                participant.region = finding.region;
            }
            draft_.participants.push_back(std::move(participant));
        }
    }

    ImportDesk& desk_;
    CitedSource source_;
    FileFields mapped_;
};

} // namespace

std::unique_ptr<ImportKindRules> activityRules(ImportDesk& desk) {
    return std::make_unique<ActivityRules>(desk);
}

} // namespace jejaring::data
