#include "trace/minisign.h"

#include "base/coding.h"
#include "base/pieces.h"

#include <algorithm>
#include <cstring>

namespace temsao::trace {
namespace {

constexpr std::size_t id_size = 8, longest_file = 4096;
constexpr std::string_view untrusted = "untrusted comment: ", trusted = "trusted comment: ";

// minisign draws its key ids by lot; ours follow from the key, so that they need not be kept.
std::string id_of(const PublicKey& key) {
    return std::string(sodium::text_of(sodium::sha256(sodium::text_of(key.bytes()))).substr(0, id_size));
}

// As minisign shows an id: the bytes as a number, little end first.
std::string shown(std::string_view id) {
    constexpr std::string_view hexadecimal = "0123456789ABCDEF";
    std::string text;
    for (auto byte = id.rbegin(); byte != id.rend(); ++byte) {
        text += hexadecimal[static_cast<unsigned char>(*byte) >> 4];
        text += hexadecimal[*byte & 15];
    }
    return text;
}

std::string_view next_line(std::string_view& text) {
    auto line = next_piece(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

sodium::Bytes64 signature_in(std::string_view bytes) {
    sodium::Bytes64 signature;
    ENSURE(bytes.size() == signature.size());
    std::memcpy(signature.data(), bytes.data(), signature.size());
    return signature;
}

std::string signed_part(std::string_view bytes, bool hashed) {
    return hashed ? std::string(sodium::text_of(sodium::blake2b_512(bytes))) : std::string(bytes);
}

} // namespace

std::string minisign_key_line(const PublicKey& key) {
    return temsao::base64("Ed" + id_of(key) + std::string(sodium::text_of(key.bytes())));
}

std::string write_minisign_key(const PublicKey& key) {
    return std::string(untrusted) + "minisign public key " + shown(id_of(key)) + "\n" + minisign_key_line(key) + "\n";
}

Result<PublicKey> read_minisign_key(std::string_view text) {
    const auto form = error(Cause::data, "minisign.key");
    if (text.size() > longest_file) return form;
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3); // Notepad's byte order mark
    if (text.starts_with(untrusted)) next_line(text);
    const auto bytes = temsao::from_base64(next_line(text));
    if (!bytes || bytes->size() != 2 + id_size + 32 || !bytes->starts_with("Ed")) return form;
    return PublicKey::parse(temsao::base64(std::string_view(*bytes).substr(2 + id_size)));
}

std::string minisign(std::string_view bytes, const SecretKey& key, std::string_view trusted_comment, Minisign kind) {
    ENSURE(std::none_of(trusted_comment.begin(), trusted_comment.end(), [](char c) { return c >= 0 && c < 32; }));
    const bool hashed = kind == Minisign::hashed;
    const auto signature = std::string(sodium::text_of(key.sign(signed_part(bytes, hashed))));
    const auto whole = key.sign(signature + std::string(trusted_comment));
    return std::string(untrusted) + "signature from temsao secret key\n" +
           temsao::base64((hashed ? "ED" : "Ed") + id_of(key.public_key()) + signature) + "\n" + std::string(trusted) +
           std::string(trusted_comment) + "\n" + temsao::base64(sodium::text_of(whole)) + "\n";
}

Result<std::string> check_minisign(std::string_view bytes, std::string_view signature_file, const PublicKey& key) {
    auto comment = TRY(minisign_comment(bytes, signature_file, key));
    if (!comment) return error(Cause::data, "minisign.bad");
    return *std::move(comment);
}

Result<std::optional<std::string>>
minisign_comment(std::string_view bytes, std::string_view signature_file, const PublicKey& key) {
    const auto form = error(Cause::data, "minisign.form");
    if (signature_file.size() > longest_file || !next_line(signature_file).starts_with(untrusted)) return form;
    const auto first = temsao::from_base64(next_line(signature_file));
    const auto comment = next_line(signature_file);
    const auto second = temsao::from_base64(next_line(signature_file));
    const bool whole = first && first->size() == 2 + id_size + 64 && comment.starts_with(trusted) && second &&
                       second->size() == 64 && signature_file.empty();
    if (!whole || (!first->starts_with("Ed") && !first->starts_with("ED"))) return form;
    const auto signature = first->substr(2 + id_size);
    if (!key.verifies(signed_part(bytes, (*first)[1] == 'D'), signature_in(signature))) {
        const auto id = std::string_view(*first).substr(2, id_size);
        if (id != id_of(key)) return error(Cause::data, "minisign.other_key", {shown(id)});
        return std::optional<std::string>();
    }
    std::string words(comment.substr(trusted.size()));
    if (!key.verifies(signature + words, signature_in(*second))) return std::optional<std::string>();
    return std::optional(std::move(words));
}

} // namespace temsao::trace
