// SPDX-License-Identifier: MIT
#include "publish/zip_package.hpp"

#include <zip.h>

#include <memory>

namespace jejaring::publish {
namespace {

// The first moment that a zip file can tell: 1 January 1980, 0:00.
constexpr zip_uint16_t kFirstDate = 1U << 5U | 1U;

struct ErrorText {
    zip_error_t error{};
    ErrorText() { zip_error_init(&error); }
    ~ErrorText() { zip_error_fini(&error); }
    ErrorText(const ErrorText&) = delete;
    ErrorText& operator=(const ErrorText&) = delete;
};

struct FreeSource {
    void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

core::Message failed(zip_error_t* error) {
    return core::error(core::ErrorCode::internal, JEJARING_TR("The file could not be packed: {0}"),
                       {zip_error_strerror(error)});
}

} // namespace

core::Result<std::vector<std::byte>> ZipPackage::bytes() const {
    ErrorText text;
    const std::unique_ptr<zip_source_t, FreeSource> memory(zip_source_buffer_create(nullptr, 0, 0, &text.error));
    if (!memory)
        return failed(&text.error);
    std::unique_ptr<zip_t, DiscardArchive> archive(zip_open_from_source(memory.get(), ZIP_TRUNCATE, &text.error));
    if (!archive)
        return failed(&text.error);
    zip_source_keep(memory.get()); // the archive takes one reference, this function keeps its own
    for (const Part& part : parts_) {
        zip_source_t* const content = zip_source_buffer(archive.get(), part.content.data(), part.content.size(), 0);
        const zip_int64_t index =
            content ? zip_file_add(archive.get(), part.name.c_str(), content, ZIP_FL_ENC_UTF_8) : -1;
        if (index < 0) {
            zip_source_free(content);
            return failed(zip_get_error(archive.get()));
        }
        const auto at = static_cast<zip_uint64_t>(index);
        if (zip_set_file_compression(archive.get(), at, ZIP_CM_DEFLATE, 9) < 0 ||
            zip_file_set_dostime(archive.get(), at, 0, kFirstDate, 0) < 0)
            return failed(zip_get_error(archive.get()));
    }
    if (zip_close(archive.get()) < 0)
        return failed(zip_get_error(archive.get()));
    (void)archive.release(); // closed

    zip_stat_t stat{};
    if (zip_source_stat(memory.get(), &stat) < 0 || zip_source_open(memory.get()) < 0)
        return failed(zip_source_error(memory.get()));
    std::vector<std::byte> bytes(stat.size);
    const zip_int64_t read = zip_source_read(memory.get(), bytes.data(), bytes.size());
    zip_source_close(memory.get());
    if (read < 0 || static_cast<std::size_t>(read) != bytes.size())
        return failed(zip_source_error(memory.get()));
    return bytes;
}

} // namespace jejaring::publish
