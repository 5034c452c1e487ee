// SPDX-License-Identifier: MIT
#include "data/table/table_file.hpp"

#include "core/reason.hpp"
#include "data/file_io.hpp"
#include "data/module/gdal_module.hpp"
#include "data/table/table_csv.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <optional>
#include <span>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::Message;

constexpr std::size_t kFirstBytes = 65536;
constexpr std::size_t kMaxBytes = std::size_t{512} << 20U;

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

class Handle {
  public:
    explicit Handle(int handle) : handle_(handle) {}
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (handle_ >= 0)
            ::close(handle_);
    }
    [[nodiscard]] int get() const { return handle_; }

  private:
    int handle_;
};

Message readFailure(int number, const std::string& path) {
    if (number == ENOENT || number == ENOTDIR)
        return error(ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {path});
    if (number == EACCES || number == EPERM)
        return error(ErrorCode::permissionDenied, JEJARING_TR("No permission to read {0}"), {path});
    return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, core::systemReason(number)});
}

// The first `count` bytes of a regular file; pipes and devices, which may never end, are refused.
core::Result<std::string> firstBytes(const std::string& path, std::size_t count) {
    const Handle file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.get() < 0)
        return readFailure(errno, path);
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return readFailure(errno, path);
    if (S_ISDIR(status.st_mode))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is a folder"), {path});
    if (!S_ISREG(status.st_mode))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is no file with a table"), {path});
    count = std::min(count, static_cast<std::size_t>(status.st_size) + 1);
    std::string bytes(count, '\0');
    std::size_t filled = 0;
    while (filled < count) {
        const ssize_t got = ::read(file.get(), bytes.data() + filled, count - filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readFailure(errno, path);
        if (got == 0)
            break;
        filled += static_cast<std::size_t>(got);
    }
    bytes.resize(filled);
    return bytes;
}

// Why a file is none of the formats, as far as its first bytes tell.
Message refusal(std::string_view bytes, const std::string& name) {
    const auto wrong = [&name](const char* id) { return error(ErrorCode::wrongFormat, id, {name}); };
    if (bytes.empty())
        return wrong(JEJARING_TR("{0} is empty"));
    if (bytes.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) {
        // "EncryptedPackage", the name of a stream, in UTF-16.
        std::string encrypted;
        for (const char c : std::string_view("EncryptedPackage"))
            (encrypted += c) += '\0';
        if (contains(bytes, encrypted))
            return wrong(JEJARING_TR("{0} is protected by a password; save it without one"));
        return wrong(JEJARING_TR("{0} is in the old format of Excel (or another program); save it as XLSX"));
    }
    if (contains(bytes, "xl/workbook.bin"))
        return wrong(JEJARING_TR("{0} is a binary workbook (XLSB); save it as XLSX"));
    if (bytes.starts_with('<') || bytes.starts_with("\xef\xbb\xbf<"))
        return wrong(JEJARING_TR("{0} is a web page or XML, whatever its name says; open it in a spreadsheet and save "
                                 "it as XLSX"));
    if (bytes.starts_with("SQLite format 3"))
        return wrong(JEJARING_TR("{0} is a database, but no GeoPackage"));
    return wrong(JEJARING_TR("{0} is none of the formats that can be imported: XLSX, ODS, CSV, GeoPackage, GeoJSON"));
}

bool isGeoPackage(std::string_view bytes) {
    constexpr std::size_t kApplicationId = 68;
    if (!bytes.starts_with(std::string_view("SQLite format 3\0", 16)) || bytes.size() < kApplicationId + 4)
        return false;
    const std::string_view id = bytes.substr(kApplicationId, 4);
    return id == "GPKG" || id == "GP10" || id == "GP11";
}

// An object whose first key or end follows: '{' alone may begin a text.
bool isJson(std::string_view bytes) {
    constexpr std::string_view kBlank = " \t\r\n";
    if (bytes.starts_with("\xef\xbb\xbf"))
        bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(kBlank);
    if (first == std::string_view::npos || bytes[first] != '{')
        return false;
    const std::size_t second = bytes.find_first_not_of(kBlank, first + 1);
    return second != std::string_view::npos && (bytes[second] == '"' || bytes[second] == '}');
}

bool isText(std::string_view bytes) {
    if (bytes.empty() || bytes.starts_with("%PDF-") || bytes.starts_with("{\\rtf") || bytes.starts_with('<') ||
        bytes.starts_with("\xef\xbb\xbf<"))
        return false;
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return true;
    std::size_t controls = 0;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto c = static_cast<unsigned char>(bytes[i]);
        if (c == 0)
            ++zeros[i % 2];
        else if (c < 0x20U && c != '\t' && c != '\r' && c != '\n' && c != '\f' && c != '\v')
            ++controls;
    }
    // UTF-16 without its mark has zeros in every other byte; else a zero is no text.
    const std::size_t more = std::max(zeros[0], zeros[1]);
    const bool utf16 = more > bytes.size() / 10 && std::min(zeros[0], zeros[1]) * 20 < more;
    return controls * 50 <= bytes.size() && (more == 0 || utf16);
}

} // namespace

std::string_view tableFormatName(TableFormat format) {
    constexpr std::array<std::string_view, 5> kNames{"CSV", "XLSX", "ODS", "GeoPackage", "GeoJSON"};
    return kNames[static_cast<std::size_t>(format)];
}

std::optional<TableFormat> sniffTableFormat(std::string_view bytes) {
    if (bytes.starts_with("PK\x03\x04")) {
        // An ODS file begins with its type, not compressed; an XLSX file names its parts in the order it likes.
        if (contains(bytes.substr(0, 256), "mimetypeapplication/vnd.oasis.opendocument.spreadsheet"))
            return TableFormat::ods;
        const bool other = contains(bytes.substr(0, 256), "mimetypeapplication/") || contains(bytes, "word/") ||
                           contains(bytes, "ppt/") || contains(bytes, "xl/workbook.bin");
        if (!other && (contains(bytes, "xl/") || contains(bytes, "[Content_Types].xml") || contains(bytes, "_rels/")))
            return TableFormat::xlsx;
        return std::nullopt;
    }
    if (isGeoPackage(bytes))
        return TableFormat::geopackage;
    if (isJson(bytes))
        return TableFormat::geojson;
    if (isText(bytes))
        return TableFormat::csv;
    return std::nullopt;
}

namespace {

// What an interrupted download or a bad copy leaves of a workbook: a name that promises one, and the beginning of its
// archive. "PKS;..." is the heading of a text.
bool isBrokenWorkbook(std::string_view bytes, const std::string& name) {
    std::string ending = name.substr(std::min(name.rfind('.'), name.size()));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const bool promised = ending == ".xlsx" || ending == ".xlsm" || ending == ".ods";
    return promised && bytes.starts_with("PK") && !bytes.starts_with("PK\x03\x04");
}

} // namespace

core::Result<TableFile> readTableFile(const std::string& path, const TableProgress& progress) {
    const std::string name = nameOf(path);
    const core::Result<std::string> first = firstBytes(path, kFirstBytes);
    if (!first)
        return core::Result<TableFile>::failure(first.messages());
    if (isBrokenWorkbook(first.value(), name))
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {name});
    const auto format = sniffTableFormat(first.value());
    if (!format && first.value().size() == kFirstBytes) {
        // What tells an encrypted workbook may stand anywhere in it.
        const core::Result<std::string> whole = firstBytes(path, kMaxBytes / 8);
        return refusal(whole ? whole.value() : first.value(), name);
    }
    if (!format)
        return refusal(first.value(), name);
    core::Result<TableFile> file = [&]() -> core::Result<TableFile> {
        if (*format == TableFormat::csv) {
            core::Result<std::string> bytes = firstBytes(path, kMaxBytes + 1);
            if (!bytes)
                return core::Result<TableFile>::failure(bytes.messages());
            return parseTableText(std::move(bytes).value(), name, progress);
        }
        const core::Result<const GdalModule*> module = gdalModule();
        if (!module)
            return core::Result<TableFile>::failure(module.messages());
        return module.value()->readTables(path, *format, progress);
    }();
    if (file) {
        file.value().path = path;
        file.value().name = name;
        file.value().format = *format;
    }
    return file;
}

core::Outcome writeTableFile(const TableFile& table, const std::string& path, bool overwrite) {
    if (table.sheets.empty() || (table.format == TableFormat::csv && table.sheets.size() != 1))
        return error(ErrorCode::invalidArgument, JEJARING_TR("A table of this kind has one sheet"));
    struct stat existing {};
    if (!overwrite && ::stat(path.c_str(), &existing) == 0)
        return error(ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {path});
    std::string bytes;
    if (table.format == TableFormat::csv) {
        bytes = tableText(table.sheets[0]);
    } else if (table.format == TableFormat::xlsx) {
        const core::Result<const GdalModule*> module = gdalModule();
        if (!module)
            return core::Outcome::failure(module.messages());
        core::Result<std::string> made = module.value()->workbookBytes(table);
        if (!made)
            return core::Outcome::failure(made.messages());
        bytes = std::move(made).value();
    } else {
        return error(ErrorCode::invalidArgument, JEJARING_TR("Tables are written as CSV or XLSX, not as {0}"),
                     {std::string(tableFormatName(table.format))});
    }
    const std::array<std::span<const std::byte>, 1> parts{std::as_bytes(std::span(bytes))};
    return writeWholeFile(path, parts);
}

} // namespace jejaring::data
