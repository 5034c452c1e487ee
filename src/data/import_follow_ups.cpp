// SPDX-License-Identifier: MIT
#include "data/import_follow_ups.hpp"

#include "data/import_keys.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

using Field = ImportField;

std::string textOfOne(const core::FollowUp& followUp) {
    return joinedKey({followUp.what, followUp.owner, dateText(followUp.due), dateText(followUp.done)});
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
    const std::vector<std::string> owners = row.list(Field::followUpOwner);
    const std::optional<DateValue> due = row.date(Field::followUpDue);
    std::optional<core::PartialDate> done;
    if (row.states(Field::followUpDone))
        if (const std::optional<DateValue> value = row.date(Field::followUpDone))
            done = value->start;
    for (std::size_t i = 0; i < whats.size(); ++i) {
        core::FollowUp item;
        item.what = whats[i];
        item.owner = owners.size() == whats.size() ? owners[i] : joined(owners);
        if (due)
            item.due = due->end ? due->end : due->start;
        item.done = done;
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
