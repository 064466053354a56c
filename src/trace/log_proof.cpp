#include "trace/log_proof.h"

#include "base/coding.h"
#include "base/recorded_number.h"

#include <cstring>

namespace temsao::trace {
namespace {

constexpr std::string_view inclusion_line = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view consistency_line = "temsao consistency 1\n";
constexpr std::size_t longest_path = 126; // a tree of 2^63 entries, a proof from either side

std::string path_lines(const merkle::Path& path) {
    std::string lines;
    for (const auto& hash : path)
        lines += temsao::base64(sodium::text_of(hash)) + "\n";
    return lines;
}

// Takes the hashes up to and with the empty line; nothing when they are malformed.
std::optional<merkle::Path> take_path(std::string_view& rest) {
    merkle::Path path;
    for (;;) {
        const auto end = rest.find('\n');
        if (end == rest.npos || path.size() > longest_path) return {};
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end + 1);
        if (line.empty()) return path;
        const auto bytes = temsao::from_base64(line);
        if (!bytes || bytes->size() != sizeof(merkle::Hash)) return {};
        std::memcpy(path.emplace_back().data(), bytes->data(), bytes->size());
    }
}

// Takes "name value\n"; nothing when the line has another name.
std::optional<std::string_view> take_field(std::string_view& rest, std::string_view name) {
    const auto end = rest.find('\n');
    if (end == rest.npos || !rest.starts_with(name)) return {};
    const auto value = rest.substr(name.size(), end - name.size());
    rest.remove_prefix(end + 1);
    return value;
}

Error malformed() {
    return error(Cause::data, "proof.form");
}

Result<Proved> check_inclusion(std::string_view rest, const NoteVerifier& verifier) {
    const auto extra = take_field(rest, "extra "), index = take_field(rest, "index ");
    if (!extra || !index) return malformed();
    const auto entry = temsao::from_base64(*extra);
    const auto place = recorded_number(*index);
    const auto path = take_path(rest);
    if (!entry || !place || !path) return malformed();
    const auto checkpoint = TRY(open_checkpoint(rest, verifier));
    Proved proved;
    proved.entry = *entry;
    proved.index = *place;
    proved.checkpoint = checkpoint;
    proved.note = rest;
    if (!merkle::includes(checkpoint.root, checkpoint.size, proved.index, merkle::leaf_hash(*entry), *path))
        return error(Cause::data, "proof.bad");
    return proved;
}

Result<Proved> check_consistency(std::string_view rest, const NoteVerifier& verifier) {
    const auto path = take_path(rest);
    // text, empty line, signatures, empty line: the older note ends at the second empty line
    const auto first = rest.find("\n\n");
    const auto second = first == rest.npos ? first : rest.find("\n\n", first + 2);
    if (!path || second == rest.npos) return malformed();
    const auto older = TRY(open_checkpoint(rest.substr(0, second + 1), verifier));
    const auto newer = TRY(open_checkpoint(rest.substr(second + 2), verifier));
    if (!merkle::extends(newer.root, newer.size, older.root, older.size, *path)) return error(Cause::data, "proof.bad");
    return Proved{{}, 0, older.size, newer, std::string(rest.substr(second + 2))};
}

} // namespace

std::string write_proof(const InclusionProof& proof) {
    return std::string(inclusion_line) + "extra " + temsao::base64(proof.entry) + "\nindex " +
           std::to_string(proof.index) + "\n" + path_lines(proof.path) + "\n" + proof.checkpoint;
}

std::string write_proof(const ConsistencyProof& proof) {
    return std::string(consistency_line) + path_lines(proof.path) + "\n" + proof.older + "\n" + proof.newer;
}

Result<Proved> check_proof(std::string_view file, const NoteVerifier& verifier) {
    if (file.size() > largest_proof) return malformed();
    if (file.starts_with(inclusion_line)) return check_inclusion(file.substr(inclusion_line.size()), verifier);
    if (file.starts_with(consistency_line)) return check_consistency(file.substr(consistency_line.size()), verifier);
    return malformed();
}

} // namespace temsao::trace
