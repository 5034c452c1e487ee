// SPDX-License-Identifier: MIT
// The three things that are done with the columns of a table: list them, write a row, read a row. Each is called by a
// row's fields() with name and value of every column.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"
#include "data/sqlite.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct Column {
    std::string name;
    const char* type; // as the GeoPackage standard names it
};

class ColumnLister {
  public:
    void operator()(const char* name, const std::string&) { add(name, "TEXT"); }
    void operator()(const char* name, int) { add(name, "INTEGER"); }
    void operator()(const char* name, double) { add(name, "DOUBLE"); }
    void operator()(const char* name, const std::optional<double>&) { add(name, "DOUBLE"); }
    void operator()(const char* name, const std::optional<core::Coordinates>&) { add(name, "POINT"); }
    void operator()(const char* name, const core::SharedBytes&) { add(name, "BLOB"); }
    // Dates, times, codes and enumerations are text.
    template <class T> void operator()(const char* name, const T&) { add(name, "TEXT"); }

    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }

  private:
    void add(const char* name, const char* type) { columns_.push_back({name, type}); }
    std::vector<Column> columns_;
};

// Binds the values of a row to the parameters of an INSERT, in order. What is not stated becomes NULL.
class RowWriter {
  public:
    explicit RowWriter(Statement& statement) : statement_(statement) {}

    void operator()(const char* name, const std::string& value);
    void operator()(const char* name, int value); // 0 is not stated
    void operator()(const char* name, double value);
    void operator()(const char* name, const std::optional<double>& value);
    void operator()(const char* name, const std::optional<core::Coordinates>& value);
    void operator()(const char* name, const core::SharedBytes& value);
    void operator()(const char* name, const core::RegionCode& value);
    void operator()(const char* name, const core::PartialDate& value);
    void operator()(const char* name, const std::optional<core::PartialDate>& value);
    void operator()(const char* name, const std::optional<core::ClockTime>& value);
    void operator()(const char* name, const std::optional<core::TimeZone>& value);
    void operator()(const char* name, core::SourceGrade value);
    void operator()(const char* name, core::PartnerType value);
    void operator()(const char* name, core::AgreementKind value);
    void operator()(const char* name, core::AgreementStatus value);
    void operator()(const char* name, core::StagePhase value);
    void operator()(const char* name, core::VisitType value);
    void operator()(const char* name, core::StopStatus value);
    void operator()(const char* name, core::RiskSign value);

  private:
    void text(std::string value);
    Statement& statement_;
    int parameter_ = 0;
    std::vector<std::string> texts_; // what is bound must stay where it is until the statement has run
};

// Takes the values of a row from the columns of a SELECT, in order. What cannot be understood is left blank and becomes
// a warning.
class RowReader {
  public:
    RowReader(const Statement& statement, const char* table, std::vector<core::Message>& messages)
        : statement_(statement), table_(table), messages_(messages) {}

    // The first column of the SELECT is the row's number.
    void nextRow() { column_ = 0; }

    void operator()(const char* name, std::string& value);
    void operator()(const char* name, int& value);
    void operator()(const char* name, double& value);
    void operator()(const char* name, std::optional<double>& value);
    void operator()(const char* name, std::optional<core::Coordinates>& value);
    void operator()(const char* name, core::SharedBytes& value);
    void operator()(const char* name, core::RegionCode& value);
    void operator()(const char* name, core::PartialDate& value);
    void operator()(const char* name, std::optional<core::PartialDate>& value);
    void operator()(const char* name, std::optional<core::ClockTime>& value);
    void operator()(const char* name, std::optional<core::TimeZone>& value);
    void operator()(const char* name, core::SourceGrade& value);
    void operator()(const char* name, core::PartnerType& value);
    void operator()(const char* name, core::AgreementKind& value);
    void operator()(const char* name, core::AgreementStatus& value);
    void operator()(const char* name, core::StagePhase& value);
    void operator()(const char* name, core::VisitType& value);
    void operator()(const char* name, core::StopStatus& value);
    void operator()(const char* name, core::RiskSign& value);

  private:
    template <class T> void parse(const char* name, T& value, std::optional<T> (*parser)(std::string_view));
    template <class T>
    void parse(const char* name, std::optional<T>& value, std::optional<T> (*parser)(std::string_view));
    void misunderstood(const char* name);

    const Statement& statement_;
    const char* table_;
    std::vector<core::Message>& messages_;
    int column_ = 0;
};

} // namespace jejaring::data
