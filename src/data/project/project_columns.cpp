// SPDX-License-Identifier: MIT
#include "data/project/project_columns.hpp"

#include "data/geopackage.hpp"

namespace jejaring::data {
namespace {

std::string_view gradeId(core::SourceGrade grade) {
    switch (grade) {
    case core::SourceGrade::a:
        return "A";
    case core::SourceGrade::b:
        return "B";
    case core::SourceGrade::unstated:
        break;
    }
    return "";
}

std::optional<core::SourceGrade> parseGrade(std::string_view id) {
    if (id == "A")
        return core::SourceGrade::a;
    return id == "B" ? std::optional(core::SourceGrade::b) : std::nullopt;
}

} // namespace

void RowWriter::text(std::string value) {
    ++parameter_;
    if (value.empty()) {
        statement_.bindNull(parameter_);
        return;
    }
    // Short strings live inside the object, so the vector must never move them.
    if (texts_.capacity() == 0)
        texts_.reserve(64);
    statement_.bind(parameter_, std::string_view(texts_.emplace_back(std::move(value))));
}

void RowWriter::operator()(const char*, const std::string& value) {
    ++parameter_;
    if (value.empty())
        statement_.bindNull(parameter_);
    else
        statement_.bind(parameter_, std::string_view(value));
}
void RowWriter::operator()(const char*, int value) {
    ++parameter_;
    if (value == 0)
        statement_.bindNull(parameter_);
    else
        statement_.bind(parameter_, static_cast<long long>(value));
}
void RowWriter::operator()(const char*, double value) {
    statement_.bind(++parameter_, value);
}
void RowWriter::operator()(const char*, const std::optional<double>& value) {
    ++parameter_;
    if (value)
        statement_.bind(parameter_, *value);
    else
        statement_.bindNull(parameter_);
}
void RowWriter::operator()(const char*, const std::optional<core::Coordinates>& value) {
    if (!value) {
        statement_.bindNull(++parameter_);
        return;
    }
    const std::vector<std::byte> blob = pointBlob(*value);
    if (texts_.capacity() == 0)
        texts_.reserve(64);
    const std::string& kept = texts_.emplace_back(reinterpret_cast<const char*>(blob.data()), blob.size());
    statement_.bind(++parameter_, std::as_bytes(std::span(kept)));
}
void RowWriter::operator()(const char*, const core::SharedBytes& value) {
    ++parameter_;
    if (value.empty())
        statement_.bindNull(parameter_);
    else
        statement_.bind(parameter_, value.span());
}
void RowWriter::operator()(const char*, const core::RegionCode& value) {
    text(value.text());
}
void RowWriter::operator()(const char*, const core::PartialDate& value) {
    text(value.iso());
}
void RowWriter::operator()(const char*, const std::optional<core::PartialDate>& value) {
    text(value ? value->iso() : "");
}
void RowWriter::operator()(const char*, const std::optional<core::ClockTime>& value) {
    text(value ? value->text() : "");
}
void RowWriter::operator()(const char*, const std::optional<core::TimeZone>& value) {
    text(value ? std::string(core::abbreviation(*value)) : "");
}
void RowWriter::operator()(const char*, core::SourceGrade value) {
    text(std::string(gradeId(value)));
}
void RowWriter::operator()(const char*, core::PartnerType value) {
    text(std::string(core::partnerTypeId(value)));
}
void RowWriter::operator()(const char*, core::AgreementKind value) {
    text(std::string(core::agreementKindId(value)));
}
void RowWriter::operator()(const char*, core::AgreementStatus value) {
    text(std::string(core::agreementStatusId(value)));
}
void RowWriter::operator()(const char*, core::StagePhase value) {
    text(std::string(core::stagePhaseId(value)));
}
void RowWriter::operator()(const char*, core::VisitType value) {
    text(std::string(core::visitTypeId(value)));
}
void RowWriter::operator()(const char*, core::StopStatus value) {
    text(std::string(core::stopStatusId(value)));
}
void RowWriter::operator()(const char*, core::RiskSign value) {
    text(std::string(core::riskSignId(value)));
}

void RowReader::misunderstood(const char* name) {
    messages_.push_back(
        core::warning(JEJARING_TR("Table {0}, row {1}, {2}: \"{3}\" is not understood; left blank"),
                      {table_, std::to_string(statement_.integer(0)), name, std::string(statement_.text(column_))}));
}

template <class T>
void RowReader::parse(const char* name, std::optional<T>& value, std::optional<T> (*parser)(std::string_view)) {
    if (statement_.isNull(++column_) || statement_.text(column_).empty())
        return;
    value = parser(statement_.text(column_));
    if (!value)
        misunderstood(name);
}

template <class T> void RowReader::parse(const char* name, T& value, std::optional<T> (*parser)(std::string_view)) {
    std::optional<T> read;
    parse(name, read, parser);
    if (read)
        value = std::move(*read);
}

void RowReader::operator()(const char*, std::string& value) {
    value = statement_.text(++column_);
}
void RowReader::operator()(const char*, int& value) {
    value = static_cast<int>(statement_.integer(++column_));
}
void RowReader::operator()(const char*, double& value) {
    value = statement_.number(++column_);
}
void RowReader::operator()(const char*, std::optional<double>& value) {
    if (!statement_.isNull(++column_))
        value = statement_.number(column_);
}
void RowReader::operator()(const char* name, std::optional<core::Coordinates>& value) {
    if (statement_.isNull(++column_))
        return;
    value = pointOf(statement_.blob(column_));
    if (!value)
        misunderstood(name);
}
void RowReader::operator()(const char*, core::SharedBytes& value) {
    const std::span<const std::byte> blob = statement_.blob(++column_);
    value = std::vector<std::byte>(blob.begin(), blob.end());
}
void RowReader::operator()(const char* name, core::RegionCode& value) {
    parse(name, value, &core::RegionCode::parse);
}
void RowReader::operator()(const char* name, core::PartialDate& value) {
    parse(name, value, &core::PartialDate::parse);
}
void RowReader::operator()(const char* name, std::optional<core::PartialDate>& value) {
    parse(name, value, &core::PartialDate::parse);
}
void RowReader::operator()(const char* name, std::optional<core::ClockTime>& value) {
    parse(name, value, &core::ClockTime::parse);
}
void RowReader::operator()(const char* name, std::optional<core::TimeZone>& value) {
    parse(name, value, &core::parseTimeZone);
}
void RowReader::operator()(const char* name, core::SourceGrade& value) {
    parse(name, value, &parseGrade);
}
void RowReader::operator()(const char* name, core::PartnerType& value) {
    parse(name, value, &core::parsePartnerType);
}
void RowReader::operator()(const char* name, core::AgreementKind& value) {
    parse(name, value, &core::parseAgreementKind);
}
void RowReader::operator()(const char* name, core::AgreementStatus& value) {
    parse(name, value, &core::parseAgreementStatus);
}
void RowReader::operator()(const char* name, core::StagePhase& value) {
    parse(name, value, &core::parseStagePhase);
}
void RowReader::operator()(const char* name, core::VisitType& value) {
    parse(name, value, &core::parseVisitType);
}
void RowReader::operator()(const char* name, core::StopStatus& value) {
    parse(name, value, &core::parseStopStatus);
}
void RowReader::operator()(const char* name, core::RiskSign& value) {
    parse(name, value, &core::parseRiskSign);
}

} // namespace jejaring::data
