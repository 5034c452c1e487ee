// SPDX-License-Identifier: MIT
// Rows of risks and positive effects on their way into a project.
#include "data/import/import_list_rules.hpp"

#include <array>
#include <set>

namespace jejaring::data {
namespace {

using core::Risk;
using Field = ImportField;

constexpr std::array<TextPart<Risk>, 5> kTexts{{{"w", Field::risk, &Risk::what},
                                                {"c", Field::cause, &Risk::cause},
                                                {"m", Field::mitigation, &Risk::mitigation},
                                                {"o", Field::owner, &Risk::owner},
                                                {"a", Field::agreementId, &Risk::agreementId}}};

std::string scoreText(int score) {
    return score == 0 ? std::string() : std::to_string(score);
}

class RiskRules : public ListRules<Risk> {
  public:
    explicit RiskRules(ImportDesk& desk) : ListRules(desk.project.risks, kTexts, keyOf, looseKeysOf) {
        for (const core::Agreement& agreement : desk.project.agreements)
            agreements_.insert(agreement.id);
    }

    std::string_view table() const override { return "risks"; }

    void read(ImportRow& row) override {
        readTexts(row);
        if (const std::string sign = wordKey(row.text(Field::sign)); !sign.empty()) {
            if (sign == "positive effect" || sign.starts_with("positif") || sign.starts_with("positive") ||
                sign == "dampak positif" || sign == "peluang" || sign == "opportunity")
                draft_.sign = core::RiskSign::positiveEffect;
            else if (!sign.starts_with("neg") && sign.find("risiko") == std::string::npos && sign != "risk" &&
                     sign != "resiko" && sign != "dampak negatif")
                row.flag(Field::sign, FlagKind::unknownWord,
                         core::warning(JEJARING_TR("\"{0}\": expected risk or positive effect; taken as a risk"),
                                       {row.peek(Field::sign)}));
        }
        if (const std::vector<core::RegionCode> regions = row.regions({}, false); !regions.empty())
            draft_.region = regions.front();
        draft_.likelihood = row.score(Field::likelihood).value_or(0);
        draft_.severity = row.score(Field::severity).value_or(0);
        if (!draft_.agreementId.empty() && !agreements_.contains(draft_.agreementId))
            row.flag(Field::agreementId, FlagKind::unknownWord,
                     core::warning(JEJARING_TR("Refers to {0}, which is not there"), {draft_.agreementId}));
        if (draft_.what.empty())
            row.reject(Field::risk);
        mapped_ = FileFields(row);
    }

    std::string newId() const override { return idFromKey('R', key()); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, std::initializer_list<Field> fields, std::string text) {
            mapped_.addPart(parts, name, fields, std::move(text));
        };
        for (const TextPart<Risk>& text : kTexts)
            part(text.name, {text.field}, draft_.*text.text);
        part("s", {Field::sign}, std::string(core::riskSignId(draft_.sign)));
        part("l", {Field::likelihood}, scoreText(draft_.likelihood));
        part("v", {Field::severity}, scoreText(draft_.severity));
        part("r", {Field::region, Field::regionCode, Field::province}, draft_.region.text());
        return parts;
    }

  private:
    std::string valueOf(const Risk& risk, char part) const override {
        switch (part) {
        case 's':
            return std::string(core::riskSignId(risk.sign));
        case 'l':
            return scoreText(risk.likelihood);
        case 'v':
            return scoreText(risk.severity);
        default:
            return risk.region.text();
        }
    }

    void takeValue(Risk& risk, char part) override {
        switch (part) {
        case 's':
            risk.sign = draft_.sign;
            break;
        case 'l':
            risk.likelihood = draft_.likelihood;
            break;
        case 'v':
            risk.severity = draft_.severity;
            break;
        default:
            risk.region = draft_.region;
        }
    }

    static std::string keyOf(const Risk& risk) {
        return joinedKey({risk.region.text(), risk.agreementId, wordKey(risk.what)});
    }
    static std::vector<std::string> looseKeysOf(const Risk&) { return {}; }

    FileFields mapped_;
    std::set<std::string> agreements_;
};

} // namespace

std::unique_ptr<ImportKindRules> riskRules(ImportDesk& desk) {
    return std::make_unique<RiskRules>(desk);
}

} // namespace jejaring::data
