// SPDX-License-Identifier: MIT
#include "data/import/import_money.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace jejaring::data {
namespace {

enum class Language : std::uint8_t { none, indonesian, english };

struct CurrencyWord {
    std::string_view words; // tokens joined by blanks
    std::string_view code;
    bool shared = false; // several currencies use it
};
constexpr std::array kCurrencies{CurrencyWord{"rp", "IDR"},
                                 CurrencyWord{"idr", "IDR"},
                                 CurrencyWord{"rupiah", "IDR"},
                                 CurrencyWord{"us $", "USD"},
                                 CurrencyWord{"usd", "USD"},
                                 CurrencyWord{"dolar as", "USD"},
                                 CurrencyWord{"us dollar", "USD"},
                                 CurrencyWord{"us dollars", "USD"},
                                 CurrencyWord{"dolar amerika", "USD"},
                                 CurrencyWord{"$", "USD", true},
                                 CurrencyWord{"dolar", "USD", true},
                                 CurrencyWord{"dollar", "USD", true},
                                 CurrencyWord{"dollars", "USD", true},
                                 CurrencyWord{"€", "EUR"},
                                 CurrencyWord{"eur", "EUR"},
                                 CurrencyWord{"euro", "EUR"},
                                 CurrencyWord{"euros", "EUR"},
                                 CurrencyWord{"£", "GBP", true},
                                 CurrencyWord{"gbp", "GBP"},
                                 CurrencyWord{"poundsterling", "GBP"},
                                 CurrencyWord{"pound sterling", "GBP"},
                                 CurrencyWord{"¥", "JPY", true},
                                 CurrencyWord{"￥", "JPY", true},
                                 CurrencyWord{"jpy", "JPY"},
                                 CurrencyWord{"yen", "JPY"},
                                 CurrencyWord{"cny", "CNY"},
                                 CurrencyWord{"rmb", "CNY"},
                                 CurrencyWord{"yuan", "CNY"},
                                 CurrencyWord{"renminbi", "CNY"},
                                 CurrencyWord{"s $", "SGD"},
                                 CurrencyWord{"sgd", "SGD"},
                                 CurrencyWord{"dolar singapura", "SGD"},
                                 CurrencyWord{"a $", "AUD"},
                                 CurrencyWord{"au $", "AUD"},
                                 CurrencyWord{"aud", "AUD"},
                                 CurrencyWord{"dolar australia", "AUD"},
                                 CurrencyWord{"rm", "MYR"},
                                 CurrencyWord{"myr", "MYR"},
                                 CurrencyWord{"ringgit", "MYR"},
                                 CurrencyWord{"₩", "KRW"},
                                 CurrencyWord{"krw", "KRW"},
                                 CurrencyWord{"won", "KRW"},
                                 CurrencyWord{"₹", "INR", true},
                                 CurrencyWord{"inr", "INR"},
                                 CurrencyWord{"rupee", "INR", true},
                                 CurrencyWord{"฿", "THB"},
                                 CurrencyWord{"thb", "THB"},
                                 CurrencyWord{"baht", "THB"},
                                 CurrencyWord{"₱", "PHP"},
                                 CurrencyWord{"php", "PHP"},
                                 CurrencyWord{"peso", "PHP", true},
                                 CurrencyWord{"₫", "VND"},
                                 CurrencyWord{"vnd", "VND"},
                                 CurrencyWord{"dong", "VND"},
                                 CurrencyWord{"hk $", "HKD"},
                                 CurrencyWord{"hkd", "HKD"},
                                 CurrencyWord{"nt $", "TWD"},
                                 CurrencyWord{"twd", "TWD"},
                                 CurrencyWord{"nz $", "NZD"},
                                 CurrencyWord{"nzd", "NZD"},
                                 CurrencyWord{"c $", "CAD"},
                                 CurrencyWord{"cad", "CAD"},
                                 CurrencyWord{"chf", "CHF"},
                                 CurrencyWord{"sar", "SAR"},
                                 CurrencyWord{"riyal", "SAR", true},
                                 CurrencyWord{"aed", "AED"},
                                 CurrencyWord{"dirham", "AED", true},
                                 CurrencyWord{"rub", "RUB"},
                                 CurrencyWord{"rubel", "RUB"},
                                 CurrencyWord{"qar", "QAR"},
                                 CurrencyWord{"kwd", "KWD"},
                                 CurrencyWord{"bnd", "BND"},
                                 CurrencyWord{"sek", "SEK"},
                                 CurrencyWord{"nok", "NOK"},
                                 CurrencyWord{"dkk", "DKK"},
                                 CurrencyWord{"zar", "ZAR"},
                                 CurrencyWord{"brl", "BRL"},
                                 CurrencyWord{"pgk", "PGK"}};

struct ScaleWord {
    std::string_view word;
    double scale;
    Language language;
};
constexpr std::array kScales{ScaleWord{"ribu", 1e3, Language::indonesian},
                             ScaleWord{"rb", 1e3, Language::indonesian},
                             ScaleWord{"thousand", 1e3, Language::english},
                             ScaleWord{"k", 1e3, Language::none},
                             ScaleWord{"juta", 1e6, Language::indonesian},
                             ScaleWord{"jt", 1e6, Language::indonesian},
                             ScaleWord{"million", 1e6, Language::english},
                             ScaleWord{"millions", 1e6, Language::english},
                             ScaleWord{"mio", 1e6, Language::english},
                             ScaleWord{"mn", 1e6, Language::english},
                             ScaleWord{"mln", 1e6, Language::english},
                             ScaleWord{"miliar", 1e9, Language::indonesian},
                             ScaleWord{"milyar", 1e9, Language::indonesian},
                             ScaleWord{"milliar", 1e9, Language::indonesian},
                             ScaleWord{"mlr", 1e9, Language::indonesian},
                             ScaleWord{"mlyr", 1e9, Language::indonesian},
                             ScaleWord{"billion", 1e9, Language::english},
                             ScaleWord{"billions", 1e9, Language::english},
                             ScaleWord{"bn", 1e9, Language::english},
                             ScaleWord{"bio", 1e9, Language::english},
                             ScaleWord{"b", 1e9, Language::english},
                             ScaleWord{"triliun", 1e12, Language::indonesian},
                             ScaleWord{"trilyun", 1e12, Language::indonesian},
                             ScaleWord{"trilliun", 1e12, Language::indonesian},
                             ScaleWord{"trillion", 1e12, Language::english},
                             ScaleWord{"tn", 1e12, Language::english},
                             ScaleWord{"t", 1e12, Language::none}};

constexpr std::array<std::string_view, 11> kApproximate{
    "±", "~", "sekitar", "kira", "kurang", "lebih", "approx", "approximately", "about", "ca", "circa"};
constexpr std::array<std::string_view, 9> kFillers{"senilai", "sebesar", "nilai", "total",    "sejumlah",
                                                   ".",       ":",       "-",     "investasi"};

template <class Array> bool contains(const Array& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

// Runs of letters; every other character on its own; blanks part.
std::vector<std::string> tokensOf(std::string_view text) {
    std::vector<std::string> tokens;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        if (end == at)
            end = at + characterSize(text, at);
        if (text[at] != ' ')
            tokens.emplace_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

// What stands around a number, understood.
struct Surroundings {
    const CurrencyWord* currency = nullptr;
    bool currencyTwice = false; // and not the same
    double scale = 1;
    int scales = 0;
    bool letterM = false;
    Language language = Language::none;
    bool approximate = false;
    std::vector<std::string> unknown;
};

void understand(std::string_view text, Surroundings& result) {
    const std::vector<std::string> tokens = tokensOf(text);
    for (std::size_t i = 0; i < tokens.size();) {
        const CurrencyWord* found = nullptr;
        std::size_t used = 0;
        std::string phrase;
        for (std::size_t n = 1; n <= 3 && i + n <= tokens.size(); ++n) {
            phrase += (n == 1 ? "" : " ") + tokens[i + n - 1];
            for (const CurrencyWord& word : kCurrencies)
                if (word.words == phrase) {
                    found = &word;
                    used = n;
                }
        }
        if (found != nullptr) {
            if (result.currency == nullptr || result.currency->shared)
                result.currency = found;
            else if (result.currency->code != found->code && !found->shared)
                result.currencyTwice = true;
            i += used;
            continue;
        }
        const std::string& token = tokens[i++];
        const auto scale =
            std::find_if(kScales.begin(), kScales.end(), [&](const ScaleWord& word) { return word.word == token; });
        if (scale != kScales.end()) {
            result.scale *= scale->scale;
            ++result.scales;
            if (scale->language != Language::none)
                result.language = scale->language;
        } else if (token == "m") {
            result.letterM = true;
            ++result.scales;
        } else if (contains(kApproximate, token)) {
            result.approximate = true;
        } else if (!contains(kFillers, token)) {
            result.unknown.push_back(token);
        }
    }
}

// The parts of a cell around its number.
struct Cut {
    std::string before;
    std::string number; // with its sign
    std::string after;
    std::string leftOut; // amount in words, a rate's period
    bool periodLeftOut = false;
};

std::string trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string_view::npos ? std::string()
                                           : std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::optional<Cut> cutAround(std::string text) {
    Cut cut;
    const std::size_t paren = text.rfind('(');
    if (paren != std::string::npos && paren > 0 && text.back() == ')' &&
        text.find_first_of("0123456789", paren) == std::string::npos &&
        text.find_first_of("0123456789") != std::string::npos) {
        Surroundings inside;
        understand(std::string_view(text).substr(paren + 1, text.size() - paren - 2), inside);
        if (!inside.unknown.empty()) { // else it names the currency or the scale
            cut.leftOut = text.substr(paren);
            text = trimmed(std::string_view(text).substr(0, paren));
        } else {
            text[paren] = ' ';
            text.back() = ' ';
        }
    }
    const std::size_t first = text.find_first_of("0123456789");
    if (first == std::string::npos)
        return std::nullopt;
    std::size_t end = first;
    while (end < text.size() &&
           (isDigit(text[end]) || ((text[end] == '.' || text[end] == ',' || text[end] == ' ' || text[end] == '\'') &&
                                   end + 1 < text.size() && isDigit(text[end + 1]))))
        ++end;
    // "1.5e9", as a spreadsheet writes a large number
    if (end < text.size() && text[end] == 'e' && end + 1 < text.size() &&
        (isDigit(text[end + 1]) ||
         ((text[end + 1] == '+' || text[end + 1] == '-') && end + 2 < text.size() && isDigit(text[end + 2])))) {
        end += 2;
        while (end < text.size() && isDigit(text[end]))
            ++end;
    }
    cut.before = trimmed(std::string_view(text).substr(0, first));
    cut.number = text.substr(first, end - first);
    std::string_view after = std::string_view(text).substr(end);
    // "Rp 1.500.000,-": no cents.
    if (after.size() >= 2 && (after[0] == ',' || after[0] == '.') && (after[1] == '-' || after[1] == '='))
        after.remove_prefix(
            after.find_first_not_of(",.-=") == std::string_view::npos ? after.size() : after.find_first_not_of(",.-="));
    for (const std::string_view period : {" per ", "/"})
        if (const std::size_t at = after.find(period); at != std::string_view::npos) {
            cut.leftOut = std::string(after.substr(at));
            cut.periodLeftOut = true;
            after = after.substr(0, at);
        }
    cut.after = trimmed(after);
    if (!cut.before.empty() && (cut.before.back() == '(' || cut.before.front() == '(') && !cut.after.empty() &&
        cut.after.back() == ')') {
        cut.before.erase(cut.before.front() == '(' ? 0 : cut.before.size() - 1, 1);
        cut.after.pop_back();
        cut.number.insert(0, "-");
    } else if (!cut.before.empty() && cut.before.front() == '-') {
        cut.before.erase(0, 1);
        cut.number.insert(0, "-");
    } else if (!cut.before.empty() && cut.before.back() == '-') {
        cut.before.pop_back();
        cut.number.insert(0, "-");
    }
    if (cut.after.find_first_of("0123456789") != std::string::npos)
        return std::nullopt;
    return cut;
}

DecimalMark markOf(const Surroundings& around, const MoneyHints& hints) {
    if (hints.mark != DecimalMark::notKnown)
        return hints.mark;
    return around.language == Language::english ? DecimalMark::point : DecimalMark::notKnown;
}

void settleCurrency(const Surroundings& around, const MoneyHints& hints, const std::string& cell,
                    Reading<Money>& reading) {
    std::string& code = reading.value->currency;
    if (around.currency == nullptr) {
        code = hints.currency;
        if (code.empty())
            reading.flags.push_back(
                {FlagKind::currencyMissing, core::warning(JEJARING_TR("{0} names no currency"), {cell})});
        return;
    }
    code = around.currency->code;
    if (!around.currency->shared)
        return;
    const bool dollar =
        code == "USD" && (hints.currency == "SGD" || hints.currency == "AUD" || hints.currency == "HKD" ||
                          hints.currency == "NZD" || hints.currency == "CAD" || hints.currency == "TWD");
    const bool yen = code == "JPY" && hints.currency == "CNY";
    if (dollar || yen || hints.currency == code)
        code = hints.currency; // the column says which
    else
        reading.flags.push_back(
            {FlagKind::currency,
             core::warning(JEJARING_TR("{0} was read as {1}; other currencies use the same sign"), {cell, code})});
}

core::Message expectedMoney(std::string_view cell) {
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: expected one amount of money such as {1}"),
                       {cleanText(cell), "Rp 1,5 miliar"});
}

} // namespace

MoneyHints moneyHintsOf(std::string_view heading) {
    // A single letter of a heading is no scale.
    std::string text;
    std::string plain = plainLower(heading);
    for (std::size_t at = 0; at < plain.size();) {
        std::size_t end = at;
        while (end < plain.size() && isLetter(plain[end]))
            ++end;
        if (end - at != 1 || (end < plain.size() && plain[end] == '$'))
            text += plain.substr(at, std::max<std::size_t>(end - at, 1));
        at = std::max(end, at + 1);
    }
    Surroundings around;
    understand(text, around);
    MoneyHints hints;
    if (around.currency != nullptr)
        hints.currency = around.currency->code;
    if (around.scales == 1)
        hints.scale = around.scale;
    return hints;
}

Reading<Money> readMoney(std::string_view text, const MoneyHints& hints) {
    if (isBlankLike(text))
        return Reading<Money>::none();
    const std::string cell = cleanText(text);
    const std::optional<Cut> cut = cutAround(plainLower(text));
    if (!cut)
        return Reading<Money>::failed(expectedMoney(text));
    Surroundings around;
    understand(cut->before, around);
    if (around.scales != 0) // "M 2": a scale stands behind its number
        return Reading<Money>::failed(expectedMoney(text));
    understand(cut->after, around);
    if (!around.unknown.empty() || around.currencyTwice || around.scales > 2)
        return Reading<Money>::failed(expectedMoney(text));
    const std::optional<NumberParts> parts = parseNumber(cut->number, markOf(around, hints));
    if (!parts)
        return Reading<Money>::failed(expectedMoney(text));

    Reading<Money> reading = Reading<Money>::of({});
    settleCurrency(around, hints, cell, reading);
    const std::string& currency = reading.value->currency;
    double scale = around.scale;
    if (around.letterM) {
        const bool billions = currency.empty() || currency == "IDR";
        scale *= billions ? 1e9 : 1e6;
        reading.flags.push_back(
            {FlagKind::scale, core::warning(billions ? JEJARING_TR("{0}: M was read as miliar (thousand million)")
                                                     : JEJARING_TR("{0}: M was read as million, not as miliar"),
                                            {cell})});
    } else if (around.scales == 0 && hints.scale != 1) {
        scale = hints.scale;
        if (around.currency != nullptr || std::abs(parts->value) >= hints.scale)
            reading.flags.push_back(
                {FlagKind::scale, core::warning(JEJARING_TR("{0} was multiplied by {1}, as the heading says"),
                                                {cell, fmt::format("{:.0f}", hints.scale)})});
    }
    double number = parts->value;
    if (parts->other && hints.mark == DecimalMark::notKnown) {
        // Nobody counts thousandths of a rupiah.
        const bool wholeRupiah = currency == "IDR" && scale == 1;
        const double larger = std::abs(parts->value) > std::abs(*parts->other) ? parts->value : *parts->other;
        const double smaller = larger == parts->value ? *parts->other : parts->value;
        if (wholeRupiah)
            number = larger;
        if (!wholeRupiah || cut->number.find(',') != std::string::npos)
            reading.flags.push_back(decimalMarkFlag(cell, number, number == larger ? smaller : larger));
    }
    reading.value->amount = number * scale;
    if (!std::isfinite(reading.value->amount))
        return Reading<Money>::failed(expectedMoney(text));
    if (around.approximate)
        reading.flags.push_back({FlagKind::approximate, core::note(JEJARING_TR("{0} is approximate"), {cell})});
    if (!cut->leftOut.empty()) {
        core::Message message = core::note(JEJARING_TR("{0}: “{1}” was left out"), {cell, trimmed(cut->leftOut)});
        if (cut->periodLeftOut)
            message.severity = core::Severity::warning;
        reading.flags.push_back({FlagKind::partIgnored, std::move(message)});
    }
    return reading;
}

} // namespace jejaring::data
