// SPDX-License-Identifier: MIT
// Rows of risks and positive effects on their way into a project.
#include "data/import_keys.hpp"
#include "data/import_kind.hpp"

#include <array>
#include <set>

namespace jejaring::data {
namespace {

using core::Risk;
using Field = ImportField;

struct TextPart {
    const char* name;
    Field field;
    std::string Risk::*text;
};
constexpr std::array<TextPart, 5> kTexts{{{"w", Field::risk, &Risk::what},
                                          {"c", Field::cause, &Risk::cause},
                                          {"m", Field::mitigation, &Risk::mitigation},
                                          {"o", Field::owner, &Risk::owner},
                                          {"a", Field::agreementId, &Risk::agreementId}}};

std::string scoreText(int score) {
    return score == 0 ? std::string() : std::to_string(score);
}

class RiskRules : public ImportKindRules {
  public:
    explicit RiskRules(ImportDesk& desk) : desk_(desk) {
        for (std::size_t i = 0; i < desk.project.risks.size(); ++i) {
            byId_.emplace(desk.project.risks[i].id, i);
            byKey_.emplace(keyOf(desk.project.risks[i]), i);
        }
        for (const core::Agreement& agreement : desk.project.agreements)
            agreements_.insert(agreement.id);
    }

    std::string_view table() const override { return "risks"; }

    void read(ImportRow& row) override {
        draft_ = {};
        draft_.id = row.text(Field::id);
        for (const TextPart& text : kTexts)
            draft_.*text.text = row.text(text.field);
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
        mapped_.clear();
        for (std::size_t i = 0; i < kImportFieldCount; ++i)
            if (row.mapped(static_cast<Field>(i)))
                mapped_.insert(static_cast<Field>(i));
    }

    std::string statedId() const override { return draft_.id; }
    std::string key() const override { return keyOf(draft_); }
    std::string newId() const override { return idFromKey('R', key()); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, Field field, std::string text) {
            if (mapped_.contains(field))
                parts.push_back({name, field, std::move(text)});
        };
        for (const TextPart& text : kTexts)
            part(text.name, text.field, draft_.*text.text);
        part("s", Field::sign, std::string(core::riskSignId(draft_.sign)));
        part("l", Field::likelihood, scoreText(draft_.likelihood));
        part("v", Field::severity, scoreText(draft_.severity));
        if (mapped_.contains(Field::region) || mapped_.contains(Field::regionCode) || mapped_.contains(Field::province))
            parts.push_back({"r", Field::region, draft_.region.text()});
        return parts;
    }

    std::string textOf(ImportObject object, const ImportPart& part) const override {
        const Risk& risk = desk_.project.risks[object];
        for (const TextPart& text : kTexts)
            if (part.name == text.name)
                return risk.*text.text;
        switch (part.name[0]) {
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

    void take(ImportObject object, const ImportPart& part) override {
        Risk& risk = desk_.project.risks[object];
        for (const TextPart& text : kTexts)
            if (part.name == text.name) {
                risk.*text.text = draft_.*text.text;
                return;
            }
        switch (part.name[0]) {
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

    // Risks have no provenance of their own; the import's memory keeps it.
    ImportObject add(const std::string& id, const core::Provenance&) override {
        Risk risk = draft_;
        risk.id = id;
        byId_.emplace(id, desk_.project.risks.size());
        desk_.project.risks.push_back(std::move(risk));
        return desk_.project.risks.size() - 1;
    }
    void setProvenance(ImportObject, const core::Provenance&) override {}

    std::optional<ImportObject> findById(const std::string& id) const override {
        const auto found = byId_.find(id);
        return found == byId_.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }
    std::optional<ImportObject> findByKey(const std::string& key) const override {
        const auto found = byKey_.find(key);
        return found == byKey_.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }
    std::string idOf(ImportObject object) const override { return desk_.project.risks[object].id; }

  private:
    static std::string keyOf(const Risk& risk) {
        return joinedKey({risk.region.text(), risk.agreementId, wordKey(risk.what)});
    }

    ImportDesk& desk_;
    Risk draft_;
    std::set<Field> mapped_;
    std::set<std::string> agreements_;
    std::unordered_map<std::string, std::size_t> byId_;
    std::unordered_map<std::string, std::size_t> byKey_;
};

} // namespace

std::unique_ptr<ImportKindRules> riskRules(ImportDesk& desk) {
    return std::make_unique<RiskRules>(desk);
}

} // namespace jejaring::data
