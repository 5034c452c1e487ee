// SPDX-License-Identifier: MIT
// A result carries its value together with what went wrong or deserves a word: "loaded, and 3 names did not match" is
// one answer.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <vector>

// Marks a message id for translation without translating it here; text::translate() does that for the eyes.
#define JEJARING_TR(id) id

namespace jejaring::core {

enum class Severity { note, warning, error };

// What kind of failure a message reports. The command line maps each to a documented exit code.
enum class ErrorCode {
    none,
    invalidArgument,
    notFound,
    unreadable,
    wrongFormat,
    newerSchema,
    missingTable,
    locked,
    permissionDenied,
    diskFull,
    alreadyExists,
    unknownRegion,
    missingFont,
    noOpenGl,
    missingBoundaries,
    incompleteBoundaries,
    cancelled,
    internal,
};

// A sentence for the user: an English message id with {0}, {1} ... where the arguments go. Arguments are never
// translated (paths, codes, numbers already in text).
struct Message {
    Severity severity = Severity::note;
    ErrorCode code = ErrorCode::none;
    std::string id;
    std::vector<std::string> arguments;
};

// The message in English, for logs and tests.
[[nodiscard]] std::string englishText(const Message& message);

// `id` with {0}, {1} ... replaced by `arguments`; a reference to a missing argument stays as it is.
[[nodiscard]] std::string substitute(std::string_view id, const std::vector<std::string>& arguments);

[[nodiscard]] inline Message note(std::string id, std::vector<std::string> arguments = {}) {
    return {Severity::note, ErrorCode::none, std::move(id), std::move(arguments)};
}
[[nodiscard]] inline Message warning(std::string id, std::vector<std::string> arguments = {}) {
    return {Severity::warning, ErrorCode::none, std::move(id), std::move(arguments)};
}
[[nodiscard]] inline Message error(ErrorCode code, std::string id, std::vector<std::string> arguments = {}) {
    return {Severity::error, code, std::move(id), std::move(arguments)};
}

struct Nothing {};

template <class T> class [[nodiscard]] Result {
  public:
    Result(T value) : value_(std::move(value)) {}             // NOLINT(google-explicit-constructor)
    Result(Message failure) : messages_{std::move(failure)} { // NOLINT(google-explicit-constructor)
        assert(messages_.back().severity == Severity::error);
    }
    Result(T value, std::vector<Message> messages) : value_(std::move(value)), messages_(std::move(messages)) {}

    // A failure of another result, handed on.
    static Result failure(std::vector<Message> messages) {
        Result result;
        result.messages_ = std::move(messages);
        return result;
    }

    [[nodiscard]] bool ok() const { return value_.has_value(); }
    explicit operator bool() const { return ok(); }

    // Precondition: ok().
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *value_;
    }
    [[nodiscard]] T& value() & {
        assert(ok());
        return *value_;
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*value_);
    }

    [[nodiscard]] const std::vector<Message>& messages() const { return messages_; }
    void add(Message message) { messages_.push_back(std::move(message)); }

    // The first error. Precondition: !ok().
    [[nodiscard]] const Message& error() const {
        for (const Message& message : messages_)
            if (message.severity == Severity::error)
                return message;
        assert(!"a failed result has an error");
        return messages_.front();
    }

  private:
    Result() = default;

    std::optional<T> value_;
    std::vector<Message> messages_;
};

using Outcome = Result<Nothing>;

} // namespace jejaring::core
