// SPDX-License-Identifier: MIT
// Rows of indicators on their way into a project: one value a row, or a column a period.
#include "data/import/import_keys.hpp"
#include "data/import/import_kind.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

using Field = ImportField;

class IndicatorRules : public ImportKindRules {
  public:
    explicit IndicatorRules(ImportDesk& desk) : desk_(desk) {
        for (std::size_t i = 0; i < desk.project.indicators.size(); ++i)
            byName_.emplace(wordKey(desk.project.indicators[i].name), i);
        for (std::size_t i = 0; i < desk.project.indicatorValues.size(); ++i) {
            const core::IndicatorValue& value = desk.project.indicatorValues[i];
            byPlace_.emplace(placeOf(value.indicatorId, value.region, value.period.iso()), i);
        }
    }

    std::string_view table() const override { return "indicator_values"; }

    void read(ImportRow& row) override {
        values_.clear();
        region_ = {};
        name_ = row.text(Field::indicator);
        if (name_.empty())
            name_ = row.mapping().indicator;
        unit_ = row.text(Field::unit);
        hasUnit_ = !unit_.empty();
        if (unit_.empty())
            unit_ = row.mapping().unit;
        source_ = readSource(row);
        if (const std::vector<core::RegionCode> regions = row.regions({}, false); !regions.empty())
            region_ = regions.front();
        else if (!row.needsAnswer)
            row.reject(row.mapped(Field::region) ? Field::region : Field::regionCode);
        if (name_.empty())
            row.reject(Field::indicator);
        long_ = row.mapped(Field::amount);
        if (long_)
            readOne(row);
        for (const ColumnChoice* const choice : row.columns().of(Field::amountOfPeriod))
            if (choice->period)
                readCell(row, *choice, choice->period->iso());
        if (values_.empty() && !row.rejected)
            row.reject(long_ ? Field::amount : Field::amountOfPeriod);
    }

    std::string statedId() const override { return {}; }
    // A row of many periods is one row, whichever periods it has.
    std::string key() const override {
        return joinedKey({region_.text(), wordKey(name_), long_ && !values_.empty() ? values_.front().period : ""});
    }
    std::string newId() const override { return key(); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        for (const Value& value : values_)
            parts.push_back({value.period, value.field, shownNumber(value.amount)});
        if (hasUnit_)
            parts.push_back({kUnit, Field::unit, unit_});
        if (source_.has())
            parts.push_back({kSource, source_.hasTitle ? Field::sourceTitle : Field::sourceAddress, source_.text()});
        return parts;
    }

    std::string textOf(ImportObject, const ImportPart& part) const override {
        if (part.name == kUnit) {
            const auto known = byName_.find(wordKey(name_));
            return known == byName_.end() ? std::string() : desk_.project.indicators[known->second].unit;
        }
        if (part.name == kSource)
            return sourceText(part.text);
        const auto found = find(part.name);
        return found ? shownNumber(desk_.project.indicatorValues[*found].value) : std::string();
    }

    void take(ImportObject, const ImportPart& part) override {
        if (part.name == kUnit) {
            indicatorId();
            desk_.project.indicators[byName_.at(wordKey(name_))].unit = unit_;
            return;
        }
        if (part.name == kSource) {
            const std::string source = desk_.sources.idOf(source_, SourceBook::Known::corrected);
            for (const Value& each : values_)
                if (const auto known = find(each.period))
                    desk_.project.indicatorValues[*known].sourceId = source;
            return;
        }
        const auto value = std::find_if(values_.begin(), values_.end(),
                                        [&](const Value& candidate) { return candidate.period == part.name; });
        if (value == values_.end())
            return;
        const std::string id = indicatorId();
        const std::string source = desk_.sources.idOf(source_);
        if (const auto found = find(part.name)) {
            core::IndicatorValue& known = desk_.project.indicatorValues[*found];
            known.value = value->amount;
            if (!source.empty())
                known.sourceId = source;
            return;
        }
        byPlace_.emplace(placeOf(id, region_, part.name), desk_.project.indicatorValues.size());
        desk_.project.indicatorValues.push_back(
            {id, region_, core::PartialDate::parse(part.name).value_or(core::PartialDate{}), value->amount, source});
    }

    ImportObject add(const std::string&, const core::Provenance&) override {
        for (const Value& value : values_) // with unit and source, as far as those are not known otherwise
            take(0, {value.period, value.field, shownNumber(value.amount)});
        return textHash(key());
    }
    // One indicator is counted in one unit: a number in another one would be wrong by as much as the two differ.
    std::optional<Contradiction> contradiction() const override {
        const auto known = byName_.find(wordKey(name_));
        if (known == byName_.end())
            return std::nullopt;
        const core::Indicator& indicator = desk_.project.indicators[known->second];
        if (unit_.empty() || indicator.unit.empty() || wordKey(unit_) == wordKey(indicator.unit))
            return std::nullopt;
        return Contradiction{
            Field::unit, Flag{FlagKind::unitDiffers,
                              core::warning(JEJARING_TR("\"{0}\" is counted in {1} and this row says {2}: its numbers "
                                                        "stand unconverted beside the others"),
                                            {indicator.name, indicator.unit, unit_})}};
    }
    // Values have no provenance of their own; the import's memory keeps it.
    void setProvenance(ImportObject, const core::Provenance&) override {}

    // A row is known where one of its values is. Its object is the row, not one of the values.
    std::optional<ImportObject> findByKey(const std::string&) const override {
        const bool any = std::any_of(values_.begin(), values_.end(),
                                     [&](const Value& value) { return find(value.period).has_value(); });
        return any ? std::optional<ImportObject>(textHash(key())) : std::nullopt;
    }
    std::optional<ImportObject> findById(const std::string& id) const override {
        return id == key() ? findByKey(id) : std::nullopt;
    }
    std::string idOf(ImportObject) const override { return key(); }

  private:
    struct Value {
        std::string period;
        double amount = 0;
        Field field = Field::amount;
    };

    // Beside the values, which bear the names of their periods.
    static constexpr const char* kUnit = "u";
    static constexpr const char* kSource = "q";

    // Of the row's values that are known: what the first one cites that cites something else than `said`, else `said`.
    std::string sourceText(const std::string& said) const {
        bool any = false;
        for (const Value& value : values_) {
            const auto known = find(value.period);
            if (!known)
                continue;
            any = true;
            std::string own = source_.textOf(desk_.sources.find(desk_.project.indicatorValues[*known].sourceId));
            if (own != said)
                return own;
        }
        return any ? said : std::string();
    }

    static std::string placeOf(const std::string& indicator, const core::RegionCode& region,
                               const std::string& period) {
        return indicator + '\x1f' + region.text() + '\x1f' + period;
    }

    std::optional<std::size_t> find(const std::string& period) const {
        const auto known = byName_.find(wordKey(name_));
        if (known == byName_.end())
            return std::nullopt;
        const auto found = byPlace_.find(placeOf(desk_.project.indicators[known->second].id, region_, period));
        return found == byPlace_.end() ? std::nullopt : std::optional(found->second);
    }

    std::string indicatorId() {
        const std::string nameKey = wordKey(name_);
        const auto [known, isNew] = byName_.emplace(nameKey, desk_.project.indicators.size());
        if (isNew) {
            core::Indicator indicator;
            indicator.id = idFromKey('I', nameKey);
            indicator.name = name_;
            desk_.project.indicators.push_back(std::move(indicator));
        }
        core::Indicator& indicator = desk_.project.indicators[known->second];
        if (indicator.unit.empty())
            indicator.unit = unit_;
        if (indicator.sourceId.empty())
            indicator.sourceId = desk_.sources.idOf(source_);
        return indicator.id;
    }

    void readOne(ImportRow& row) {
        const std::optional<double> amount = row.number(Field::amount);
        const std::optional<DateValue> period = row.date(Field::period);
        if (!period)
            row.reject(Field::period);
        else if (amount)
            values_.push_back({period->start.iso(), *amount, Field::amount});
    }

    void readCell(ImportRow& row, const ColumnChoice& choice, const std::string& period) {
        const TableCell cell = row.cell(choice.column);
        if (isBlankLike(cell.text))
            return;
        Reading<double> reading =
            readNumber(cleanText(cell.text), cell.kind == CellKind::number ? DecimalMark::point : choice.mark);
        const std::string understood = reading.value ? shownNumber(*reading.value) : std::string();
        if (const std::optional<double> amount = row.take(choice, std::move(reading), understood))
            values_.push_back({period, *amount, Field::amountOfPeriod});
    }

    ImportDesk& desk_;
    std::string name_;
    std::string unit_;
    core::RegionCode region_;
    bool hasUnit_ = false; // in a cell of its own
    CitedSource source_;
    std::vector<Value> values_;
    bool long_ = false;
    std::unordered_map<std::string, std::size_t> byName_;
    std::unordered_map<std::string, std::size_t> byPlace_;
};

} // namespace

std::unique_ptr<ImportKindRules> indicatorRules(ImportDesk& desk) {
    return std::make_unique<IndicatorRules>(desk);
}

} // namespace jejaring::data
