// SPDX-License-Identifier: MIT
// The XML parts of a zip file, as spreadsheets are made of, read piece by piece. Stands in GDAL's module: the zip file
// is opened by GDAL's file system, and only from memory, so that nothing but the given bytes is ever read.
#pragma once

#include "core/result.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace jejaring::data {

// The attributes of an element, as long as its start is handled.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
    // By the name with its usual prefix ("office:value-type"), or without one whatever the prefix ("id"). Null where
    // there is none.
    [[nodiscard]] const char* find(std::string_view name) const;
    [[nodiscard]] std::string_view value(std::string_view name, std::string_view otherwise = {}) const;
    [[nodiscard]] long number(std::string_view name, long otherwise) const;

  private:
    const char** pairs_;
};

// What reads a part. Names of elements come without their prefixes.
class XmlHandler {
  public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view text) = 0;
    // True where nothing more is wanted.
    [[nodiscard]] virtual bool done() const { return false; }
};

class ZipFile {
  public:
    // `name` is the file's, for messages. Errors: notFound, unreadable, wrongFormat (no zip file, or damaged).
    [[nodiscard]] static core::Result<ZipFile> open(const std::string& path, std::string name);
    ZipFile(ZipFile&& other) noexcept;
    ZipFile& operator=(ZipFile&&) = delete;
    ~ZipFile();

    [[nodiscard]] bool has(const std::string& part) const;
    [[nodiscard]] std::size_t size(const std::string& part) const; // bytes, not compressed; 0 where there is none

    // Reads a part to its end, or until the handler is done. `progress` gets the share of the part that was read.
    // Errors: wrongFormat (no such part, damaged, no XML, larger than 1 GiB), cancelled.
    [[nodiscard]] core::Outcome parse(const std::string& part, XmlHandler& handler,
                                      const std::function<bool(double)>& progress = {}) const;

  private:
    ZipFile(std::string bytes, std::string name);
    std::unique_ptr<std::string> bytes_; // GDAL keeps a pointer into them
    std::string name_;
    std::string root_; // the folder of its parts in GDAL's file system
    std::string file_;
};

} // namespace jejaring::data
