// SPDX-License-Identifier: MIT
#include "data/import/import_merge.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

constexpr const char* kMade = "~"; // after a part's name

std::uint64_t contentOf(const std::vector<ImportPart>& parts) {
    std::string all;
    for (const ImportPart& part : parts)
        all.append(part.name).append("=").append(part.text).append("\x1f");
    return textHash(all);
}

// The cell that a field is shown by; one is made where the row has none.
CellFinding& cellOf(RowPlan& plan, ImportField field) {
    const auto found = std::find_if(plan.cells.begin(), plan.cells.end(),
                                    [&](const CellFinding& cell) { return cell.field == field; });
    if (found != plan.cells.end())
        return *found;
    CellFinding cell;
    cell.field = field;
    plan.cells.push_back(std::move(cell));
    return plan.cells.back();
}

// Of the part of the same name; the part's own where there is none.
const std::string& textOf(const std::vector<ImportPart>& parts, const ImportPart& part) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](const ImportPart& said) { return said.name == part.name; });
    return found == parts.end() ? part.text : found->text;
}

// Fields that make one part together, by one of them.
ImportField wholeOf(ImportField field) {
    switch (field) {
    case ImportField::targetUnit:
    case ImportField::targetPlanned:
    case ImportField::targetReached:
        return ImportField::target;
    case ImportField::currency:
        return ImportField::value;
    case ImportField::validFrom:
    case ImportField::validity:
        return ImportField::validUntil;
    case ImportField::latitude:
    case ImportField::longitude:
        return ImportField::coordinates;
    case ImportField::sourceAddress:
    case ImportField::sourceGrade:
    case ImportField::sourcePublisher:
    case ImportField::sourceDate:
        return ImportField::sourceTitle;
    default:
        return field;
    }
}

// Fields of which one may hold what another one is for: "3-5 Mei" under the begin.
ImportField rangeOf(ImportField field) {
    switch (field) {
    case ImportField::endDate:
        return ImportField::startDate;
    case ImportField::time:
    case ImportField::endTime:
    case ImportField::zone:
        return ImportField::date;
    case ImportField::validUntil:
    case ImportField::validFrom:
    case ImportField::validity:
        return ImportField::signedOn;
    default:
        return field;
    }
}

// A cell that the part is made of could not be read: nobody knows what the file says of it. Of periods, each of which
// is a part, the others stand.
bool isUnread(const std::vector<CellFinding>& cells, const ImportPart& part) {
    return std::any_of(cells.begin(), cells.end(), [&](const CellFinding& cell) {
        const bool others = part.field == ImportField::amountOfPeriod;
        return cell.error && !others &&
               (wholeOf(cell.field) == wholeOf(part.field) ||
                (part.text.empty() && rangeOf(cell.field) == rangeOf(part.field)));
    });
}

} // namespace

RowMerger::RowMerger(ImportKindRules& rules, core::Project& project, std::string file, const ImportAnswers& answers,
                     std::string now)
    : rules_(rules), stamps_(project, rules.table()), file_(std::move(file)), answers_(answers), now_(std::move(now)) {
    stamps_.each([&](const std::string& key, const ImportStamp& stamp) { keyById_.emplace(stamp.id, key); });
}

void RowMerger::begin(const std::string& sheet) {
    sheet_ = sheet;
    fromSheet_ = rules_.fromSheet(file_, sheet);
    waiting_.clear();
    matched_.clear();
}

std::string RowMerger::keyOf() const {
    const std::string id = rules_.statedId();
    return id.empty() ? rules_.key() : "id: " + id;
}

core::Provenance RowMerger::provenanceOf(const RowPlan& plan) const {
    return {file_, sheet_, plan.place.row, now_};
}

std::optional<ConflictAnswer> RowMerger::answerTo(const std::string& key) const {
    const auto found = answers_.conflicts.find(key);
    return found == answers_.conflicts.end() ? answers_.allConflicts : std::optional(found->second);
}

std::optional<ImportObject> RowMerger::find(const std::string& key) const {
    if (const std::string id = rules_.statedId(); !id.empty())
        if (const std::optional<ImportObject> object = rules_.findById(id))
            return object;
    if (const std::optional<ImportStamp> stamp = stamps_.find(key))
        if (const std::optional<ImportObject> object = rules_.findById(stamp->id);
            object && !claimed_.contains(*object))
            return object;
    if (const auto match = matched_.find(key); match != matched_.end())
        return match->second;
    const std::optional<ImportObject> object = rules_.statedId().empty() ? rules_.findByKey(key) : std::nullopt;
    // What another row became, in this import or an earlier one, is not this row.
    if (!object || claimed_.contains(*object))
        return std::nullopt;
    const auto stamped = keyById_.find(rules_.idOf(*object));
    return stamped == keyById_.end() || stamped->second == key ? object : std::nullopt;
}

bool RowMerger::merge(RowPlan& plan, bool mayWait, const std::optional<UncorrectedRow>& uncorrected) {
    const Parts parts = rules_.parts();
    const Parts& said = uncorrected ? uncorrected->parts : parts;
    // Another row that says the same may be told from this one by the correction alone.
    if (uncorrected && !uncorrected->key.empty() && !seen_.contains(uncorrected->key))
        plan.key = uncorrected->key;
    const std::uint64_t content = contentOf(parts);
    const auto [before, isNew] = seen_.try_emplace(plan.key, Seen{plan.place, content});
    if (!isNew && before->second.place != plan.place) {
        plan.outcome = RowOutcome::duplicateInFile;
        plan.sameAs = before->second.place.row;
        plan.saysMore = before->second.content != content;
        if (plan.saysMore)
            plan.messages.insert(
                plan.messages.begin(),
                core::warning(
                    JEJARING_TR("Row {0} bears the same key and says something else in other cells; that row counts"),
                    {std::to_string(plan.sameAs)}));
        return true;
    }
    const std::optional<ImportObject> object = find(plan.key);
    if (object) {
        claimed_.insert(*object);
        update(plan, *object, parts, said);
        tellContradiction(plan);
        return true;
    }
    const bool open = rules_.statedId().empty() &&
                      std::any_of(fromSheet_.begin(), fromSheet_.end(), [&](const ImportKindRules::Known& known) {
                          return !claimed_.contains(known.object);
                      });
    if (mayWait && open) {
        waiting_.push_back({plan.key, rules_.looseKeys()});
        return false;
    }
    add(plan, parts, said);
    tellContradiction(plan);
    return true;
}

void RowMerger::tellContradiction(RowPlan& plan) const {
    if (plan.outcome == RowOutcome::needsAnswer)
        return;
    if (std::optional<ImportKindRules::Contradiction> found = rules_.contradiction())
        cellOf(plan, found->field).flags.push_back(std::move(found->flag));
}

// A row whose date was corrected is still the row it was. Only where one row and one known object alone have the same
// loose key; the strictest key first.
void RowMerger::matchLater() {
    std::size_t levels = 0;
    for (const Waiting& row : waiting_)
        levels = std::max(levels, row.looseKeys.size());
    for (std::size_t level = 0; level < levels; ++level) {
        std::unordered_map<std::string, std::vector<const Waiting*>> rows;
        std::unordered_map<std::string, std::vector<ImportObject>> objects;
        for (const Waiting& row : waiting_)
            if (level < row.looseKeys.size() && !row.looseKeys[level].empty() && !matched_.contains(row.key))
                rows[row.looseKeys[level]].push_back(&row);
        for (const ImportKindRules::Known& known : fromSheet_)
            if (level < known.looseKeys.size() && !claimed_.contains(known.object))
                objects[known.looseKeys[level]].push_back(known.object);
        for (const auto& [key, candidates] : rows) {
            const auto found = objects.find(key);
            if (candidates.size() != 1 || found == objects.end() || found->second.size() != 1)
                continue;
            matched_.emplace(candidates.front()->key, found->second.front());
            claimed_.insert(found->second.front());
        }
    }
}

void RowMerger::add(RowPlan& plan, const Parts& parts, const Parts& said) {
    const std::string stated = rules_.statedId();
    const std::string wanted = stated.empty() ? rules_.newId() : stated;
    std::string id = wanted;
    for (int i = 2; rules_.findById(id); ++i)
        id = wanted + "-" + std::to_string(i);
    const core::Provenance provenance = provenanceOf(plan);
    const ImportObject object = rules_.add(id, provenance);
    claimed_.insert(object);
    plan.id = rules_.idOf(object);
    plan.outcome = RowOutcome::added;
    ImportStamp stamp{plan.id, {}, provenance};
    for (const ImportPart& part : parts)
        stamp.parts.emplace(part.name, partHash(textOf(said, part)));
    rememberMade(stamp, object, said);
    stamps_.write(plan.key, stamp);
}

// What the project holds where it holds something else than the file says, a stage that follows from a date: that was
// the import's doing, not the user's.
void RowMerger::rememberMade(ImportStamp& stamp, ImportObject object, const std::vector<ImportPart>& parts) const {
    for (const ImportPart& part : parts)
        if (const std::string mine = rules_.textOf(object, part); mine != part.text)
            stamp.parts[part.name + kMade] = partHash(mine);
}

// The first part says what the row is about. Where that differs, the id may be another table's, "1" or "C001": unless
// the program made it, or the rest of the row says the same.
bool RowMerger::mayBeAnothers(const std::optional<ImportStamp>& stamp, ImportObject object,
                              const std::vector<ImportPart>& parts) const {
    if ((stamp && stamp->provenance.file == file_) || isMadeId(rules_.statedId()))
        return false;
    std::size_t same = 0;
    std::size_t stated = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].text.empty())
            continue;
        ++stated;
        same += rules_.textOf(object, parts[i]) == parts[i].text;
    }
    return same < 3 || same != stated;
}

void RowMerger::update(RowPlan& plan, ImportObject object, const Parts& parts, const Parts& said) {
    plan.id = rules_.idOf(object);
    std::string oldKey = plan.key;
    std::optional<ImportStamp> stamp = stamps_.find(plan.key);
    if (!stamp)
        if (const auto known = keyById_.find(plan.id); known != keyById_.end()) {
            oldKey = known->second;
            stamp = stamps_.find(oldKey);
        }
    const std::optional<ConflictAnswer> answer = answerTo(plan.key);
    ImportStamp next{plan.id, {}, provenanceOf(plan)};
    std::vector<const ImportPart*> taken;
    bool unsettled = false;
    bool recorded = true;
    bool sameId = false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const ImportPart& part = parts[i];
        const std::string mine = rules_.textOf(object, part);
        const std::string& asItStands = textOf(said, part);
        const bool corrected = asItStands != part.text;
        const std::uint32_t hash = partHash(asItStands);
        next.parts[part.name] = hash;
        std::optional<std::uint32_t> made;
        if (stamp)
            if (const auto entry = stamp->parts.find(part.name + kMade); entry != stamp->parts.end())
                made = next.parts[entry->first] = entry->second;
        // Blanks and line ends that a cell is read without make no difference.
        if (mine == part.text || cleanText(mine) == part.text)
            continue;
        const auto last = stamp ? stamp->parts.find(part.name) : std::map<std::string, std::uint32_t>::iterator{};
        const bool known = stamp && last != stamp->parts.end();
        if (known && last->second == hash && !corrected)
            continue; // the file says what it said: what the user made of it stays
        if (isUnread(plan.cells, part)) {
            if (known)
                next.parts[part.name] = last->second;
            continue; // nobody knows what the file says now
        }
        const bool edited = known && !corrected && last->second != partHash(mine) && !(made && *made == partHash(mine));
        if (!known && part.text.empty())
            continue; // a file that says nothing takes nothing away
        const bool foreign = i == 0 && !mine.empty() && mayBeAnothers(stamp, object, parts);
        // Nothing is known of what an import wrote here, so it may be what the user wrote.
        const bool unrecorded = !known && !corrected && !mine.empty();
        const bool conflict = edited || foreign || unrecorded;
        if (conflict && answer == ConflictAnswer::keepMine)
            continue;
        CellFinding& cell = cellOf(plan, part.field);
        cell.before = rules_.shownOf(object, part);
        if (cell.understood.empty() || conflict)
            cell.understood = rules_.shown(part);
        if (conflict && !answer) {
            cell.conflict = true;
            unsettled = true;
            recorded = recorded && known;
            sameId = sameId || (foreign && !edited && !unrecorded);
            continue;
        }
        taken.push_back(&part);
    }
    if (unsettled) {
        plan.outcome = RowOutcome::needsAnswer;
        plan.messages.push_back(
            sameId     ? core::warning(JEJARING_TR("It bears the ID of an entry that is here already, and other sides: "
                                                       "keep what is here or take the file's?"))
            : recorded ? core::warning(JEJARING_TR(
                             "Changed here since the last import, and in the file, too: keep this or take the file's?"))
                       : core::warning(JEJARING_TR("It is here already and not from this file, which says otherwise: "
                                                   "keep this or take the file's?")));
        return;
    }
    for (const ImportPart* const part : taken)
        rules_.take(object, *part);
    for (const ImportPart* const part : taken) {
        next.parts.erase(part->name + kMade);
        if (textOf(said, *part) != part->text)
            next.parts[part->name + kMade] = partHash(part->text);
    }
    plan.outcome = taken.empty() ? RowOutcome::unchanged : RowOutcome::updated;
    if (!taken.empty())
        rules_.setProvenance(object, next.provenance);
    else if (stamp)
        next.provenance = stamp->provenance;
    // Nothing is written of a row that said nothing new, so that importing an export changes nothing.
    if (!taken.empty() || (stamp && (stamp->parts != next.parts || oldKey != plan.key))) {
        if (oldKey != plan.key)
            stamps_.remove(oldKey);
        stamps_.write(plan.key, next);
    }
}

} // namespace jejaring::data
