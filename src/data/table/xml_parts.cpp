// SPDX-License-Identifier: MIT
#include "data/table/xml_parts.hpp"

#include "data/file_io.hpp"
#include "data/gdal.hpp"

#include <algorithm>
#include <atomic>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <cstdlib>
#include <expat.h>
#include <memory>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;

constexpr std::size_t kMaxPart = std::size_t{1} << 30U;
constexpr std::size_t kMaxFile = std::size_t{512} << 20U;
// An XML token, such as an attribute, is kept until it is whole.
constexpr std::size_t kMaxToken = std::size_t{16} << 20U;
constexpr std::size_t kChunk = 65536;
// Elements within elements; spreadsheets have some twenty.
constexpr int kMaxDepth = 256;

std::string_view localName(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
struct FreeParser {
    void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};
using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser>;

// What expat's callbacks see.
struct Walk {
    XmlHandler& handler;
    XML_Parser parser;
    std::size_t fed = 0; // bytes since the last event
    bool hasDoctype = false;
    int depth = 0;

    void event() {
        fed = 0;
        if (handler.done())
            XML_StopParser(parser, XML_FALSE);
    }
};

void onStart(void* user, const char* name, const char** attributes) {
    auto& walk = *static_cast<Walk*>(user);
    if (++walk.depth > kMaxDepth) {
        XML_StopParser(walk.parser, XML_FALSE);
        return;
    }
    walk.handler.start(localName(name), XmlAttributes(attributes));
    walk.event();
}
void onEnd(void* user, const char* name) {
    auto& walk = *static_cast<Walk*>(user);
    --walk.depth;
    walk.handler.end(localName(name));
    walk.event();
}
void onText(void* user, const char* text, int length) {
    auto& walk = *static_cast<Walk*>(user);
    walk.handler.text({text, static_cast<std::size_t>(length)});
    walk.event();
}
// No spreadsheet declares a document type; what does may define entities without end.
void onDoctype(void* user, const char*, const char*, const char*, int) {
    auto& walk = *static_cast<Walk*>(user);
    walk.hasDoctype = true;
    XML_StopParser(walk.parser, XML_FALSE);
}

} // namespace

const char* XmlAttributes::find(std::string_view name) const {
    const bool qualified = name.find(':') != std::string_view::npos;
    for (const char** pair = pairs_; pair[0] != nullptr; pair += 2)
        if (name == (qualified ? std::string_view(pair[0]) : localName(pair[0])))
            return pair[1];
    return nullptr;
}

std::string_view XmlAttributes::value(std::string_view name, std::string_view otherwise) const {
    const char* const found = find(name);
    return found ? std::string_view(found) : otherwise;
}

long XmlAttributes::number(std::string_view name, long otherwise) const {
    const char* const found = find(name);
    if (!found)
        return otherwise;
    char* end = nullptr;
    const long number = std::strtol(found, &end, 10);
    return end == found ? otherwise : number;
}

core::Result<ZipFile> ZipFile::open(const std::string& path, std::string name) {
    struct stat status {};
    if (::stat(path.c_str(), &status) == 0 && static_cast<std::size_t>(status.st_size) > kMaxFile)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is larger than {1} MiB"),
                     {name, std::to_string(kMaxFile >> 20U)});
    core::Result<std::string> bytes = readWholeFile(path);
    if (!bytes)
        return core::Result<ZipFile>::failure(bytes.messages());
    ZipFile file(std::move(bytes).value(), std::move(name));
    const ErrorCapture errors;
    char** const entries = VSIReadDir(file.root_.c_str());
    const bool readable = entries != nullptr;
    CSLDestroy(entries);
    if (!readable)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {file.name_});
    return file;
}

ZipFile::ZipFile(std::string bytes, std::string name)
    : bytes_(std::make_unique<std::string>(std::move(bytes))), name_(std::move(name)) {
    static std::atomic<unsigned> count{0};
    file_ = "/vsimem/jejaring-" + std::to_string(count++) + ".zip";
    root_ = "/vsizip/" + file_ + '/';
    VSIFCloseL(VSIFileFromMemBuffer(file_.c_str(), reinterpret_cast<GByte*>(bytes_->data()), bytes_->size(), FALSE));
}

ZipFile::ZipFile(ZipFile&& other) noexcept
    : bytes_(std::move(other.bytes_)), name_(std::move(other.name_)), root_(std::move(other.root_)),
      file_(std::exchange(other.file_, {})) {}

ZipFile::~ZipFile() {
    if (!file_.empty())
        VSIUnlink(file_.c_str());
}

bool ZipFile::has(const std::string& part) const {
    const ErrorCapture errors;
    VSIStatBufL status;
    return VSIStatL((root_ + part).c_str(), &status) == 0 && VSI_ISREG(status.st_mode);
}

std::size_t ZipFile::size(const std::string& part) const {
    const ErrorCapture errors;
    VSIStatBufL status;
    return VSIStatL((root_ + part).c_str(), &status) == 0 ? static_cast<std::size_t>(status.st_size) : 0;
}

core::Outcome ZipFile::parse(const std::string& part, XmlHandler& handler,
                             const std::function<bool(double)>& progress) const {
    const auto damaged = [&] {
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged: its part {1} cannot be read"), {name_, part});
    };
    const ErrorCapture errors;
    const std::unique_ptr<VSILFILE, CloseFile> file(VSIFOpenL((root_ + part).c_str(), "rb"));
    if (!file)
        return damaged();
    const std::size_t whole = std::max<std::size_t>(size(part), 1);
    const auto tooLarge = [&] {
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is larger inside than can be read"), {name_});
    };
    if (whole > kMaxPart)
        return tooLarge();
    const Parser parser(XML_ParserCreate(nullptr));
    Walk walk{handler, parser.get()};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), onStart, onEnd);
    XML_SetCharacterDataHandler(parser.get(), onText);
    XML_SetStartDoctypeDeclHandler(parser.get(), onDoctype);
    std::vector<char> chunk(kChunk);
    std::size_t total = 0;
    for (;;) {
        const std::size_t count = VSIFReadL(chunk.data(), 1, chunk.size(), file.get());
        total += count;
        walk.fed += count;
        if (total > kMaxPart || walk.fed > kMaxToken)
            return tooLarge(); // the size that the file states may be a lie
        const bool last = count < chunk.size();
        if (XML_Parse(parser.get(), chunk.data(), static_cast<int>(count), last) != XML_STATUS_OK) {
            if (!walk.hasDoctype && handler.done())
                return core::Nothing{};
            if (walk.depth > kMaxDepth)
                return tooLarge();
            return damaged();
        }
        if (last)
            break;
        if (progress && !progress(static_cast<double>(std::min(total, whole)) / static_cast<double>(whole)))
            return error(ErrorCode::cancelled, JEJARING_TR("Reading {0} was stopped"), {name_});
    }
    if (total < size(part))
        return damaged();
    return core::Nothing{};
}

} // namespace jejaring::data
