#include "trace/note.h"

#include "base/text.h"

#include <charconv>
#include <cstring>

namespace temsao::trace {
namespace {

constexpr std::string_view dash = "— ";
constexpr char ed25519 = 1; // signature type of C2SP signed-note

// The first four bytes of SHA-256(name, newline, type, key).
std::string key_hash(std::string_view name, const PublicKey& key) {
    const auto digest = sodium::sha256(std::string(name) + "\n" + ed25519 + std::string(sodium::text_of(key.bytes())));
    return std::string(sodium::text_of(digest).substr(0, 4));
}

bool is_key_name(std::string_view name) {
    return !name.empty() && name.size() <= 200 && is_utf8(name) && name.find('+') == name.npos && tidy(name) == name &&
           name.find(' ') == name.npos;
}

bool is_note_text(std::string_view text) {
    if (text.empty() || text.back() != '\n' || !is_utf8(text)) return false;
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n') return false;
    return true;
}

template <std::size_t N>
std::array<std::uint8_t, N> to_array(std::string_view bytes) {
    std::array<std::uint8_t, N> array;
    std::memcpy(array.data(), bytes.data(), N);
    return array;
}

} // namespace

Result<NoteVerifier> NoteVerifier::parse(std::string_view text) {
    const auto wrong = error(Cause::usage, "note.verifier", {std::string(text.substr(0, 200))});
    const auto first = text.find('+');
    const auto second = text.find('+', first == text.npos ? first : first + 1);
    if (second == text.npos || !is_key_name(text.substr(0, first))) return wrong;
    const auto bytes = sodium::from_base64(text.substr(second + 1));
    if (!bytes || bytes->size() != 33 || bytes->front() != ed25519) return wrong;
    const auto key = PublicKey::from(to_array<32>(std::string_view(*bytes).substr(1)));
    if (!key) return wrong;
    NoteVerifier verifier{std::string(text.substr(0, first)), *key};
    if (verifier.text() != text) return wrong; // the hash in the middle is the key's
    return verifier;
}

std::string NoteVerifier::text() const {
    return name + "+" + sodium::hex(key_hash(name, key)) + "+" +
           sodium::base64(std::string(1, ed25519) + std::string(sodium::text_of(key.bytes())));
}

std::string sign_note(std::string_view text, std::string_view name, const SecretKey& key) {
    ENSURE(is_note_text(text) && is_key_name(name));
    const auto signature = key.sign(text);
    return std::string(text) + "\n" + std::string(dash) + std::string(name) + " " +
           sodium::base64(key_hash(name, key.public_key()) + std::string(sodium::text_of(signature))) + "\n";
}

Result<std::string> open_note(std::string_view note, const NoteVerifier& verifier) {
    const auto broken = error(Cause::data, "note.form");
    const auto blank = note.rfind("\n\n");
    if (note.size() > largest_note || !is_note_text(note) || blank == note.npos) return broken;
    const auto text = note.substr(0, blank + 1);
    const auto hash = key_hash(verifier.name, verifier.key);
    bool is_signed = false;
    auto rest = note.substr(blank + 2);
    if (rest.empty()) return broken;
    while (const auto line = take_line(rest)) {
        if (!line->starts_with(dash)) return broken;
        const auto space = line->rfind(' ');
        const auto name = line->substr(dash.size(), space - std::min(space, dash.size()));
        if (space < dash.size() || !is_key_name(name)) return broken;
        const auto bytes = sodium::from_base64(line->substr(space + 1));
        if (!bytes || bytes->size() < 5) return broken;
        if (name != verifier.name || bytes->substr(0, 4) != hash) continue; // another's
        if (bytes->size() != 4 + 64 || !verifier.key.verifies(text, to_array<64>(std::string_view(*bytes).substr(4))))
            return error(Cause::data, "note.bad", {verifier.name});
        is_signed = true;
    }
    if (!is_signed) return error(Cause::data, "note.unsigned", {verifier.name});
    return std::string(text);
}

std::string write_checkpoint(const Checkpoint& checkpoint, const SecretKey& key) {
    return sign_note(checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" +
                         sodium::base64(sodium::text_of(checkpoint.root)) + "\n",
                     checkpoint.origin,
                     key);
}

Result<Checkpoint> open_checkpoint(std::string_view note, const NoteVerifier& verifier) {
    const auto text = TRY(open_note(note, verifier));
    const auto broken = error(Cause::data, "checkpoint.form");
    std::string_view rest = text;
    const auto origin = take_line(rest), size = take_line(rest), root = take_line(rest);
    if (!root || *origin != verifier.name) return broken;
    Checkpoint checkpoint;
    checkpoint.origin = *origin;
    const auto [end, failed] = std::from_chars(size->data(), size->data() + size->size(), checkpoint.size);
    if (failed != std::errc{} || std::to_string(checkpoint.size) != *size || checkpoint.size < 0) return broken;
    const auto hash = sodium::from_base64(*root);
    if (!hash || hash->size() != sizeof(merkle::Hash)) return broken;
    checkpoint.root = to_array<sizeof(merkle::Hash)>(*hash);
    return checkpoint;
}

} // namespace temsao::trace
