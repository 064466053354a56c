#include "trace/submission.h"

#include "base/coding.h"
#include "trace/deflate.h"
#include "trace/fields.h"

#include <cstring>

namespace temsao::trace {
namespace {

constexpr std::string_view first_line = "temsao submission 1";

Error malformed() {
    return error(Cause::data, "submission.form");
}

std::string packed_entries(const std::vector<std::string>& entries) {
    std::string bytes;
    for (const auto& entry : entries)
        append_entry(bytes, entry);
    return bytes;
}

std::string signer_name(const PublicKey& key) {
    return "temsao-key/" + sodium::short_hash(sodium::text_of(key.bytes()));
}

// The hashes of a proof, a line each.
std::optional<merkle::Path> read_path(std::string_view words) {
    merkle::Path path;
    while (!words.empty()) {
        const auto bytes = temsao::from_base64(next_piece(words, ' '));
        if (!bytes || bytes->size() != sizeof(merkle::Hash)) return {};
        std::memcpy(path.emplace_back().data(), bytes->data(), bytes->size());
    }
    return path;
}

std::string path_words(const merkle::Path& path) {
    std::string words;
    for (const auto& hash : path)
        words += (words.empty() ? "" : " ") + temsao::base64(sodium::text_of(hash));
    return words;
}

// The signed part, and what stands behind it.
struct Parts {
    std::string_view note, packed;
};

std::optional<Parts> parts_of(std::string_view file) {
    auto rest = file;
    const auto head = next_piece(rest, '\n');
    if (!head.starts_with(first_line) || head.substr(first_line.size()).substr(0, 1) != " ") return {};
    const auto size = trace::number(std::optional(head.substr(first_line.size() + 1)));
    if (!size || *size > largest_note || *size > rest.size()) return {};
    return Parts{rest.substr(0, *size), rest.substr(*size)};
}

} // namespace

Result<std::string> write_submission(const Submission& submission, const SecretKey& key) {
    const auto bytes = packed_entries(submission.entries);
    if (submission.entries.size() > most_submitted || bytes.size() > largest_submission)
        return error(Cause::usage, "submission.too_many", {std::to_string(most_submitted)});
    const auto packed = deflate(bytes);
    const auto text = std::string(first_line) + "\nkey: " + key.public_key().base64() +
                      "\nlog: " + submission.log.text() + "\nfrom: " + std::to_string(submission.from) +
                      "\nday: " + submission.day.iso() + "\nentries: " + std::to_string(bytes.size()) + " " +
                      sodium::hex(sodium::sha256(packed)) + "\nproof: " + path_words(submission.path) + "\n\n" +
                      submission.checkpoint;
    const auto note = sign_note(text, signer_name(key.public_key()), key);
    return std::string(first_line) + " " + std::to_string(note.size()) + "\n" + note + packed;
}

Result<OpenedSubmission> read_submission(std::string_view file) {
    const auto parts = parts_of(file);
    if (!parts) return malformed();
    auto text = parts->note;
    if (next_piece(text, '\n') != first_line) return malformed();
    const auto key_text = field(text, "key"), log_text = field(text, "log"), from = field(text, "from"),
               day_text = field(text, "day"), sums = field(text, "entries"), proof = field(text, "proof");
    if (!key_text || !log_text || !day_text || !sums || !proof) return malformed();
    const auto signer = PublicKey::parse(*key_text);
    const auto log = NoteVerifier::parse(*log_text);
    const auto begin = trace::number(from);
    const auto day = Date::parse_iso(*day_text);
    const auto path = read_path(*proof);
    auto rest = *sums;
    const auto size = trace::number(std::optional(next_piece(rest, ' ')));
    if (!signer || !log || !begin || !day || !path || !size || *size > largest_submission) return malformed();
    // Signed by the key that it names; whether that one may sign is the caller's question.
    const auto signed_text = TRY(open_note(parts->note, {signer_name(*signer), *signer}));
    const auto blank = signed_text.find("\n\n");
    if (blank == signed_text.npos) return malformed();
    auto note = signed_text.substr(blank + 2);
    const auto checkpoint = TRY(open_checkpoint(note, *log));
    const auto damaged = error(Cause::data, "submission.damaged");
    if (sodium::hex(sodium::sha256(parts->packed)) != rest) return damaged;
    const auto bytes = inflate(parts->packed, *size);
    if (!bytes) return damaged;
    const auto entries = entries_in(*bytes, most_submitted);
    if (!entries || static_cast<std::int64_t>(*begin + entries->size()) != checkpoint.size) return damaged;
    return OpenedSubmission{{.log = *log,
                             .from = static_cast<std::int64_t>(*begin),
                             .day = *day,
                             .path = *path,
                             .checkpoint = std::move(note),
                             .entries = {entries->begin(), entries->end()}},
                            checkpoint,
                            *signer};
}

} // namespace temsao::trace
