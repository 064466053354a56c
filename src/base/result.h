#pragma once
// Result<T>: the value of a job that may fail, or its error. This program keeps three kinds of trouble apart:
//   1. our own mistake             -> assert (base/check.h); never for what a user, a file or a photo can cause
//   2. the job cannot be done      -> Result<T> holding an Error
//   3. a remark about the data     -> Finding (base/finding.h) in a report that succeeded
//
//     const auto date = TRY(Date::parse_iso(text)); // the value; on trouble this function returns the Error
//     TRY(write_file(path, bytes));                  // nothing to keep
//
//     const auto date = Date::parse_iso(text);       // where a failure does not end this function
//     if (!date) return remark(date.error());
//     use(*date);
//
// Plain values: nothing here allocates beyond what T and Error do, nothing throws, and any thread may use its own.
#include "base/check.h"
#include "base/message.h"

#include <optional>
#include <utility>
#include <variant>

namespace temsao {

// Why a job could not be done. A closed list: each cause has one exit status of the command line, given here, and one
// HTTP status (serve/answer.h).
enum class Cause {
    usage,    // the job was described wrongly                        64
    data,     // the input is unreadable, or over a stated limit      65
    missing,  // no such file, product, template                      66
    refused,  // readable and possible, but must not be done          1
    internal, // our bug                                              70
    io,       // the disk, a pipe, another program                    74
};

// An error says what is wrong, where, and what to do now; the sentence with the id `what.id` says all three, filled
// with `what.facts`.
struct Error {
    Cause cause = Cause::internal;
    Message what;
};

inline Error error(Cause cause, std::string id, std::vector<std::string> facts = {}) {
    return {cause, {std::move(id), std::move(facts)}};
}

template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : either_(std::in_place_index<0>, std::move(value)) {}

    Result(Error why) : either_(std::in_place_index<1>, std::move(why)) {}

    bool ok() const { return either_.index() == 0; }

    explicit operator bool() const { return ok(); }

    const T& operator*() const& { return value(); }

    T& operator*() & { return value(); }

    T&& operator*() && { return std::move(value()); }

    const T* operator->() const { return &value(); }

    T* operator->() { return &value(); }

    const Error& error() const {
        ENSURE(!ok());
        return std::get<1>(either_);
    }

private:
    const T& value() const {
        ENSURE(ok());
        return std::get<0>(either_);
    }

    T& value() {
        ENSURE(ok());
        return std::get<0>(either_);
    }

    std::variant<T, Error> either_;
};

// A job without a value that may fail: `return done;` on success.
struct Done {};

inline constexpr Done done;
using Outcome = Result<Done>;

} // namespace temsao

// The value of a Result, moved out of it; if it holds an Error, the enclosing function returns that Error. A
// statement expression, which GCC and Clang both have; __extension__ says that we know. Each use has a name of its own,
// so that one may stand inside another.
#define TRY(...) TEMSAO_TRY(__COUNTER__, __VA_ARGS__)
#define TEMSAO_TRY(number, ...) TEMSAO_TRY_AS(number, __VA_ARGS__)
#define TEMSAO_TRY_AS(number, ...) TEMSAO_TRY_NAMED(tried_##number, __VA_ARGS__)
#define TEMSAO_TRY_NAMED(tried, ...)                                                                                   \
    __extension__({                                                                                                    \
        auto tried = (__VA_ARGS__);                                                                                    \
        if (!tried) return tried.error();                                                                              \
        *std::move(tried);                                                                                             \
    })
