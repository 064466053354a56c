#pragma once
// Finding: one remark about a label, a code or a row, in a report that succeeded. A forged label is a finding, not an
// error: to find it is what the program is for. Values; any thread.
#include "base/message.h"

#include <optional>

namespace temsao {

// The axes of a verdict. It is never a single green tick: code, list, certificate, signature and label are judged apart
// and shown in this order.
enum class Axis { decode, syntax, list, certificate, signature, label, print, history };

// What a finding does to the verdict: `info` nothing, `check` asks a person to look, `invalid` contradicts the list.
enum class Severity { info, check, invalid };

// Part of a text, in bytes, so that a page can underline it.
struct Span {
    std::size_t start = 0;
    std::size_t length = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

struct Finding {
    Axis axis = Axis::decode;
    // CERT_EXPIRED …; also the id of its sentence, unless `sentence` says another. Shown, never decided on.
    std::string code;
    Severity severity = Severity::info;
    std::vector<std::string> facts; // fill the sentence
    std::string rule;               // the rule's id, or law and article, with a mark (rule_words); may be empty
    std::optional<Span> where = {}; // in the text the finding is about
    std::string sentence = {};      // where one code is told in several ways
    bool asks_print_log = false;    // whether a serial was printed: our own print log, where it knows, answers that

    Message message() const { return {sentence.empty() ? code : sentence, facts}; }
};

// A rule as people read it. Rules end with a mark of their source, "37/2026/NĐ-CP Phụ lục I [M]": [F] found in a public
// text and left out here, [M] from memory: "…, not checked against the original text", [D] ours: "…, a Tem Sao
// convention".
std::string rule_words(std::string_view rule, Lang lang);

std::string_view name(Axis axis);         // "certificate"
std::string_view name(Severity severity); // "invalid"

} // namespace temsao
