// SPDX-License-Identifier: MIT
// Amounts of money as people write them.
#pragma once

#include "data/import/import_number.hpp"

namespace jejaring::data {

struct Money {
    double amount = 0;    // in `currency`, not in thousands or millions of it
    std::string currency; // ISO 4217; empty where neither the cell nor the hints say
    friend bool operator==(const Money&, const Money&) = default;
};

// What the heading and the rest of the column say of a cell.
struct MoneyHints {
    std::string currency; // for cells that name none
    double scale = 1;     // for cells that name no scale: 1e6 for "Nilai (Rp juta)"
    DecimalMark mark = DecimalMark::notKnown;
};

// Currency and scale that a heading names: "Nilai (Rp)", "Nilai (juta USD)", "Value in million US$".
[[nodiscard]] MoneyHints moneyHintsOf(std::string_view heading);

// "Rp 1,5 miliar", "1.500.000.000", "USD 2 juta", "IDR 1,500,000,000.00", "US$ 2.5 million", "Rp1.2M", "€ 3 jt",
// "Rp. 1.500.000,-". "M" counts as miliar with rupiah and as million with other currencies, flagged scale. A whole
// amount of rupiah without a scale has thousands, not fractions. Signs that several currencies share are flagged
// currency, amounts without one currencyMissing. Ranges of amounts are not understood.
[[nodiscard]] Reading<Money> readMoney(std::string_view text, const MoneyHints& hints = {});

} // namespace jejaring::data
