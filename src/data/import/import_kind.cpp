// SPDX-License-Identifier: MIT
#include "data/import/import_kind.hpp"

#include "data/import/import_keys.hpp"

#include <utility>

namespace jejaring::data {
namespace {

std::string sourceKey(const std::string& title, const std::string& address) {
    return title + '\x1f' + address;
}

// An id that nothing else bears yet.
template <class Map> std::string freeId(const Map& taken, const std::string& wanted) {
    std::string id = wanted;
    for (int i = 2; taken.contains(id); ++i)
        id = wanted + "-" + std::to_string(i);
    return id;
}

} // namespace

FileFields::FileFields(const ImportRow& row) {
    for (std::size_t i = 0; i < kImportFieldCount; ++i)
        fields_[i] = row.mapped(static_cast<ImportField>(i));
}

void FileFields::addPart(std::vector<ImportPart>& parts, const char* name, std::initializer_list<ImportField> fields,
                         std::string text) const {
    for (const ImportField field : fields)
        if (contains(field)) {
            parts.push_back({name, field, std::move(text)});
            return;
        }
}

SourceBook::SourceBook(core::Project& project) : project_(project) {
    for (std::size_t i = 0; i < project.sources.size(); ++i) {
        byText_.emplace(sourceKey(project.sources[i].title, project.sources[i].address), i);
        byId_.emplace(project.sources[i].id, i);
    }
}

std::string SourceBook::idOf(const CitedSource& cited, Known what) {
    if (cited.title.empty() && cited.address.empty())
        return {};
    const auto [found, isNew] = byText_.emplace(sourceKey(cited.title, cited.address), project_.sources.size());
    if (isNew) {
        const std::string id = freeId(byId_, idFromKey('S', found->first));
        project_.sources.push_back({id, cited.title, cited.address, cited.grade, cited.publisher, cited.published});
        byId_.emplace(id, found->second);
    }
    core::Source& known = project_.sources[found->second];
    const bool corrects = what == Known::corrected;
    if (cited.grade != core::SourceGrade::unstated && (corrects || known.grade == core::SourceGrade::unstated))
        known.grade = cited.grade;
    if (!cited.publisher.empty() && (corrects || known.publisher.empty()))
        known.publisher = cited.publisher;
    if (cited.published && (corrects || !known.published))
        known.published = cited.published;
    return known.id;
}

const core::Source* SourceBook::find(const std::string& id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &project_.sources[found->second];
}

PartnerBook::PartnerBook(core::Project& project) : project_(project) {
    for (std::size_t i = 0; i < project.partners.size(); ++i) {
        byName_[wordKey(project.partners[i].name)].push_back(i);
        byId_.emplace(project.partners[i].id, i);
    }
}

std::string PartnerBook::idOf(const core::Partner& partner) {
    std::vector<std::size_t>& namesakes = byName_[wordKey(partner.name)];
    std::optional<std::size_t> best;
    std::size_t candidates = 0;
    for (const std::size_t i : namesakes) {
        const core::Partner& known = project_.partners[i];
        if (known.region != partner.region && !known.region.empty() && !partner.region.empty())
            continue;
        if (known.country == partner.country) {
            best = i;
            candidates = 1;
            break;
        }
        if (known.country.empty() || partner.country.empty()) {
            best = i;
            ++candidates;
        }
    }
    // Which of several namesakes is meant is not to be guessed.
    if (candidates > 1)
        best.reset();
    if (!best) {
        core::Partner added = partner;
        added.id = freeId(byId_, idFromKey('P', wordKey(partner.name) + "@" + partner.country + partner.region.text()));
        best = project_.partners.size();
        namesakes.push_back(*best);
        byId_.emplace(added.id, *best);
        project_.partners.push_back(std::move(added));
    }
    core::Partner& known = project_.partners[*best];
    if (known.type == core::PartnerType::notStated)
        known.type = partner.type;
    if (known.country.empty())
        known.country = partner.country;
    if (known.region.empty())
        known.region = partner.region;
    if (!known.place)
        known.place = partner.place;
    return known.id;
}

const core::Partner* PartnerBook::find(const std::string& id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &project_.partners[found->second];
}

core::Partner* PartnerBook::find(const std::string& id) {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &project_.partners[found->second];
}

std::string CitedSource::text() const {
    const std::string graded(grade == core::SourceGrade::unstated ? 0U : 1U, static_cast<char>(grade));
    return joinedKey({title, address, graded, publisher, dateText(published)});
}

// A row that says nothing of grade, publisher or date does not contradict another row that does.
std::string CitedSource::textOf(const core::Source* source) const {
    if (source == nullptr)
        return {};
    CitedSource known;
    if (hasTitle)
        known.title = source->title;
    if (hasAddress)
        known.address = source->address;
    if (grade != core::SourceGrade::unstated)
        known.grade = source->grade;
    if (!publisher.empty())
        known.publisher = source->publisher;
    if (published)
        known.published = source->published;
    return known.text();
}

CitedSource readSource(ImportRow& row) {
    CitedSource source;
    source.hasTitle = row.mapped(ImportField::sourceTitle);
    source.hasAddress = row.mapped(ImportField::sourceAddress);
    source.title = row.text(ImportField::sourceTitle);
    source.address = row.text(ImportField::sourceAddress);
    const std::string grade = row.text(ImportField::sourceGrade);
    if (grade == "A" || grade == "a")
        source.grade = core::SourceGrade::a;
    else if (grade == "B" || grade == "b")
        source.grade = core::SourceGrade::b;
    else if (!grade.empty())
        row.flag(ImportField::sourceGrade, FlagKind::unknownWord,
                 core::warning(JEJARING_TR("\"{0}\": expected A or B"), {grade}));
    source.publisher = row.text(ImportField::sourcePublisher);
    if (const std::optional<DateValue> date = row.date(ImportField::sourceDate))
        source.published = date->start;
    // A publisher is all that some tables say: then it is what is cited.
    if (source.title.empty() && source.address.empty())
        source.title = std::exchange(source.publisher, {});
    return source;
}

std::string dateText(const std::optional<core::PartialDate>& date) {
    return date ? date->iso() : std::string();
}

std::string placeText(const std::optional<core::Coordinates>& place) {
    return place ? shownNumber(place->latitude) + ", " + shownNumber(place->longitude) : std::string();
}

std::string codesText(const std::vector<core::RegionCode>& codes) {
    std::string text;
    for (const core::RegionCode& code : codes)
        text += (text.empty() ? "" : "+") + code.text();
    return text;
}

} // namespace jejaring::data
