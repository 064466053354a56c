#pragma once
// JsonText: a JSON document written straight into a text, without a tree of it: for answers of which thousands are
// written a second. job::dump writes trees with it, so every document that leaves this program is written here.
//
//     std::string text;
//     JsonText out(text);
//     out.open('{').key("ok").truth(true).key("uri").text(uri).close('}'); // {"ok":true,"uri":"…"}
//
// Commas are set by themselves; that brackets are closed in their order is the caller's part. Bytes that are not valid
// UTF-8 are written as U+FFFD, one for each longest beginning of a character (Unicode 15, 3.9). Appends to the text,
// which must live longer and is not changed by others meanwhile; a second document may follow in the same text. One
// thread at a time.
#include "base/finding.h"

#include <concepts>
#include <cstdint>

namespace temsao::job {

// Characters that a terminal or an editor obeys instead of showing (base/text.h): as \uXXXX, which is the same value to
// a program and harmless to who looks at it, or as they are.
enum class Obeyed { escaped, kept };

class JsonText {
public:
    explicit JsonText(std::string& into, Obeyed obeyed = Obeyed::escaped)
        : into_(into),
          begin_(into.size()),
          obeyed_(obeyed) {}

    JsonText& open(char bracket); // '{' or '['

    JsonText& close(char bracket) { // '}' or ']'
        into_ += bracket;
        return *this;
    }

    JsonText& key(std::string_view name);

    JsonText& text(std::string_view value);
    JsonText& text_or_null(std::string_view value); // null where it is empty

    JsonText& number(std::signed_integral auto value) { return whole(std::int64_t{value}); }

    JsonText& number(std::unsigned_integral auto value) { return whole(std::uint64_t{value}); }

    JsonText& number(double value); // the shortest that reads back the same; null where it is not a number
    JsonText& truth(bool value);
    JsonText& null();

private:
    JsonText& whole(std::int64_t value);
    JsonText& whole(std::uint64_t value);
    void separate();
    void quoted(std::string_view value);
    std::size_t plain_length(std::string_view value) const;
    std::size_t take_escaped(std::string_view rest);

    std::string& into_;
    std::size_t begin_;
    Obeyed obeyed_;
};

// {"axis", "code", "severity", "message", "rule", "span"}: what to_json gives (job/json.h).
void write(JsonText& out, const Finding& finding, Lang lang);

} // namespace temsao::job
