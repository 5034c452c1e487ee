// SPDX-License-Identifier: MIT
#include "data/import/import_follow_ups.hpp"

#include "data/import/import_keys.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

using Field = ImportField;

std::string textOfOne(const core::FollowUp& followUp) {
    return joinedKey(
        {asListEntry(followUp.what), asListEntry(followUp.owner), dateText(followUp.due), dateText(followUp.done)});
}

// One date for each entry of the list beside, or one for all.
std::vector<std::optional<DateValue>> datesOf(ImportRow& row, Field field, std::size_t count) {
    if (!row.states(field))
        return std::vector<std::optional<DateValue>>(count);
    if (const std::vector<std::string> texts = splitLinesBeside(row.peek(field), count);
        count > 1 && texts.size() == count) {
        std::vector<std::optional<DateValue>> dates;
        const ColumnChoice& choice = *row.columns().of(field).front();
        for (const std::string& text : texts) {
            Reading<DateValue> reading = readDate(text, choice.dates);
            const std::string understood = reading.value ? shownDate(*reading.value) : std::string();
            dates.push_back(text.empty() ? std::nullopt : row.take(choice, std::move(reading), understood));
        }
        return dates;
    }
    return std::vector<std::optional<DateValue>>(count, row.date(field));
}

} // namespace

std::string FollowUpDraft::text() const {
    std::string all;
    for (const core::FollowUp& item : items)
        all += (all.empty() ? "" : "; ") + textOfOne(item);
    return all;
}

FollowUpDraft readFollowUps(ImportRow& row) {
    FollowUpDraft draft;
    const std::vector<std::string> whats = row.list(Field::followUp);
    if (whats.empty())
        return draft;
    const std::vector<std::string> owners = splitLinesBeside(row.text(Field::followUpOwner), whats.size());
    const std::vector<std::optional<DateValue>> due = datesOf(row, Field::followUpDue, whats.size());
    const std::vector<std::optional<DateValue>> done = datesOf(row, Field::followUpDone, whats.size());
    for (std::size_t i = 0; i < whats.size(); ++i) {
        core::FollowUp item;
        item.what = whats[i];
        item.owner = owners.size() == whats.size() ? owners[i] : joined(owners);
        if (due[i])
            item.due = due[i]->end ? due[i]->end : due[i]->start;
        if (done[i])
            item.done = done[i]->start;
        draft.items.push_back(std::move(item));
    }
    return draft;
}

FollowUpBook::FollowUpBook(core::Project& project) : project_(project) {
    for (std::size_t i = 0; i < project.followUps.size(); ++i) {
        byPlace_[place(project.followUps[i].visitId, project.followUps[i].stop)].push_back(i);
        byId_.emplace(project.followUps[i].id, i);
    }
}

std::string FollowUpBook::place(const std::string& visitId, int stop) {
    return visitId + "/" + std::to_string(stop);
}

std::string FollowUpBook::textOf(const std::string& visitId, int stop) const {
    std::string all;
    if (const auto found = byPlace_.find(place(visitId, stop)); found != byPlace_.end())
        for (const std::size_t i : found->second)
            all += (all.empty() ? "" : "; ") + textOfOne(project_.followUps[i]);
    return all;
}

void FollowUpBook::take(const FollowUpDraft& draft, const std::string& visitId, int stop) {
    std::vector<std::size_t>& known = byPlace_[place(visitId, stop)];
    for (const core::FollowUp& item : draft.items) {
        const auto same = std::find_if(known.begin(), known.end(), [&](std::size_t i) {
            return wordKey(project_.followUps[i].what) == wordKey(item.what);
        });
        if (same != known.end()) {
            core::FollowUp& followUp = project_.followUps[*same];
            followUp.owner = item.owner;
            followUp.due = item.due;
            followUp.done = item.done;
            continue;
        }
        core::FollowUp added = item;
        added.visitId = visitId;
        added.stop = stop;
        const std::string wanted = idFromKey('F', place(visitId, stop) + "/" + wordKey(item.what));
        added.id = wanted;
        for (int i = 2; byId_.contains(added.id); ++i)
            added.id = wanted + "-" + std::to_string(i);
        byId_.emplace(added.id, project_.followUps.size());
        known.push_back(project_.followUps.size());
        project_.followUps.push_back(std::move(added));
    }
}

} // namespace jejaring::data
