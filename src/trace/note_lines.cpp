#include "trace/note_lines.h"

#include "base/coding.h"
#include "base/text.h"
#include "trace/note.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::size_t hash_bytes = 4, longest_name = 200;

} // namespace

std::string key_hash(std::string_view name, SignatureType type, const PublicKey& key) {
    const auto digest =
        sodium::sha256(std::string(name) + "\n" + static_cast<char>(type) + std::string(sodium::text_of(key.bytes())));
    return std::string(sodium::text_of(digest).substr(0, hash_bytes));
}

bool is_key_name(std::string_view name) {
    return !name.empty() && name.size() <= longest_name && is_utf8(name) && name.find('+') == name.npos &&
           tidy(name) == name && name.find(' ') == name.npos;
}

bool is_note_text(std::string_view text) {
    if (text.empty() || text.back() != '\n' || !is_utf8(text)) return false;
    return std::all_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n'; });
}

std::optional<std::vector<SignatureLine>> signature_lines(std::string_view lines) {
    if (!is_note_text(lines)) return {};
    std::vector<SignatureLine> read;
    while (!lines.empty()) {
        const auto whole = lines.substr(0, lines.find('\n') + 1);
        const auto line = whole.substr(0, whole.size() - 1);
        lines.remove_prefix(whole.size());
        const auto space = line.rfind(' ');
        if (!line.starts_with(signature_dash) || space < signature_dash.size()) return {};
        const auto name = line.substr(signature_dash.size(), space - signature_dash.size());
        const auto bytes = temsao::from_base64(line.substr(space + 1));
        if (!is_key_name(name) || !bytes || bytes->size() <= hash_bytes) return {};
        read.push_back({whole, name, bytes->substr(0, hash_bytes), bytes->substr(hash_bytes)});
    }
    return read;
}

std::optional<NoteParts> take_note_apart(std::string_view note) {
    const auto blank = note.rfind("\n\n");
    if (note.size() > largest_note || !is_note_text(note) || blank == note.npos) return {};
    auto signatures = signature_lines(note.substr(blank + 2));
    if (!signatures) return {};
    return NoteParts{note.substr(0, blank + 1), *std::move(signatures)};
}

std::string
signature_line(std::string_view name, SignatureType type, const PublicKey& key, std::string_view signature) {
    return std::string(signature_dash) + std::string(name) + " " +
           temsao::base64(key_hash(name, type, key) + std::string(signature)) + "\n";
}

std::optional<sodium::Bytes64> bytes64(std::string_view text) {
    sodium::Bytes64 bytes;
    if (text.size() != bytes.size()) return {};
    std::copy(text.begin(), text.end(), bytes.begin());
    return bytes;
}

std::optional<NamedKey> read_named_key(std::string_view text, SignatureType type) {
    const auto first = text.find('+');
    const auto second = text.find('+', first == text.npos ? first : first + 1);
    if (second == text.npos || !is_key_name(text.substr(0, first))) return {};
    const auto bytes = temsao::from_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 33 || bytes->front() != static_cast<char>(type)) return {};
    sodium::Bytes32 raw;
    std::copy(bytes->begin() + 1, bytes->end(), raw.begin());
    const auto key = PublicKey::from(raw);
    const auto name = text.substr(0, first);
    // the hash in the middle is the key's
    if (!key || write_named_key(name, type, *key) != text) return {};
    return NamedKey{std::string(name), *key};
}

std::string write_named_key(std::string_view name, SignatureType type, const PublicKey& key) {
    return std::string(name) + "+" + sodium::hex(key_hash(name, type, key)) + "+" +
           temsao::base64(std::string(1, static_cast<char>(type)) + std::string(sodium::text_of(key.bytes())));
}

} // namespace temsao::trace
