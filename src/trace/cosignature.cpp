#include "trace/cosignature.h"

#include "base/pieces.h"
#include "base/text.h"
#include "trace/fields.h"
#include "trace/note_lines.h"

#include <algorithm>

namespace temsao::trace {
namespace {

constexpr std::size_t time_bytes = 8;
constexpr std::string_view group_name = "witnesses";

std::string signed_message(std::string_view checkpoint_text, std::int64_t time) {
    return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(checkpoint_text);
}

// The time of a good cosignature, 0 … 2^63-1; empty for anything else.
std::optional<std::int64_t> time_of(std::string_view text, const SignatureLine& line, const Witness& witness) {
    if (line.name != witness.name || line.hash != key_hash(witness.name, SignatureType::cosignature, witness.key))
        return {};
    if (line.signature.size() < time_bytes) return {};
    std::uint64_t time = 0;
    for (const char c : line.signature.substr(0, time_bytes))
        time = time << 8 | static_cast<unsigned char>(c);
    const auto signature = bytes64(std::string_view(line.signature).substr(time_bytes));
    if (time >> 63 != 0 || !signature) return {};
    const auto seconds = static_cast<std::int64_t>(time);
    return witness.key.verifies(signed_message(text, seconds), *signature) ? std::optional(seconds) : std::nullopt;
}

// Takes "WORD rest\n"; empty when the line begins otherwise.
std::optional<std::string_view> take_words(std::string_view& text, std::string_view word) {
    auto rest = text;
    const auto line = take_line(rest);
    if (!line || !line->starts_with(word) || line->substr(word.size(), 1) != " ") return {};
    text = rest;
    return line->substr(word.size() + 1);
}

// "NAME KEY [URL]", the name being the key's.
std::optional<WitnessPolicy::Member> read_member(std::string_view words) {
    const auto name = next_piece(words, ' ');
    auto witness = Witness::parse(next_piece(words, ' '));
    if (!witness || witness->name != name) return {};
    return WitnessPolicy::Member{*std::move(witness), std::string(words)};
}

bool is_in_order(const std::vector<WitnessPolicy::Member>& members) {
    for (std::size_t i = 0; i < members.size(); ++i)
        for (std::size_t later = i + 1; later < members.size(); ++later)
            if (members[i].witness.name >= members[later].witness.name ||
                members[i].witness.key == members[later].witness.key)
                return false;
    return members.size() <= most_witnesses;
}

} // namespace

Result<Witness> Witness::parse(std::string_view text) {
    auto read = read_named_key(text, SignatureType::cosignature);
    if (!read) return error(Cause::usage, "witness.key", {std::string(text.substr(0, 200))});
    return Witness{std::move(read->name), read->key};
}

std::string Witness::text() const {
    return write_named_key(name, SignatureType::cosignature, key);
}

std::string cosign(std::string_view text, const std::string& name, const SecretKey& key, std::int64_t time) {
    ENSURE(time >= 0 && is_note_text(text) && is_key_name(name));
    std::string signature;
    for (int shift = 56; shift >= 0; shift -= 8)
        signature += static_cast<char>(static_cast<std::uint64_t>(time) >> shift & 0xff);
    signature += sodium::text_of(key.sign(signed_message(text, time)));
    return signature_line(name, SignatureType::cosignature, key.public_key(), signature);
}

std::optional<Cosignature> cosignature_on(std::string_view note, const Witness& witness) {
    const auto parts = take_note_apart(note);
    if (!parts || !read_checkpoint_text(parts->text)) return {};
    std::optional<Cosignature> newest;
    for (const auto& line : parts->signatures)
        if (const auto time = time_of(parts->text, line, witness); time && (!newest || newest->time < *time))
            newest = Cosignature{std::string(line.line), *time};
    return newest;
}

std::optional<std::string> with_cosignature(const std::string& note, std::string_view lines, const Witness& witness) {
    const auto parts = take_note_apart(note);
    if (!parts) return {};
    const auto found = cosignature_on(std::string(parts->text) + "\n" + std::string(lines), witness);
    if (!found) return {};
    return note + found->line;
}

std::vector<std::string> cosigners(std::string_view note, const WitnessPolicy& policy) {
    std::vector<std::string> names;
    for (const auto& member : policy.members)
        if (cosignature_on(note, member.witness)) names.push_back(member.witness.name);
    return names;
}

Outcome meets(std::string_view note, const WitnessPolicy& policy) {
    const auto signers = cosigners(note, policy);
    if (static_cast<int>(signers.size()) >= policy.needed) return done;
    std::string others;
    for (const auto& member : policy.members)
        if (std::find(signers.begin(), signers.end(), member.witness.name) == signers.end())
            others += (others.empty() ? "" : ", ") + member.witness.name;
    return error(
        Cause::refused,
        "witness.too_few",
        {std::to_string(signers.size()), std::to_string(policy.needed), std::to_string(policy.members.size()), others});
}

std::string write_policy(const WitnessPolicy& policy) {
    ENSURE(is_in_order(policy.members) && policy.needed >= 0 &&
           policy.needed <= static_cast<int>(policy.members.size()));
    std::string text = policy.log ? "log " + policy.log->text() + "\n" : "";
    std::string names;
    for (const auto& [witness, url] : policy.members) {
        text += "witness " + witness.name + " " + witness.text() + (url.empty() ? "" : " " + url) + "\n";
        names += " " + witness.name;
    }
    if (policy.needed == 0) return text + "quorum none\n";
    return text.append("group ")
        .append(group_name)
        .append(" ")
        .append(std::to_string(policy.needed))
        .append(names)
        .append("\nquorum ")
        .append(group_name)
        .append("\n");
}

std::optional<WitnessPolicy> read_policy(std::string_view text) {
    WitnessPolicy policy;
    auto rest = text;
    if (const auto words = take_words(rest, "log")) {
        auto log = NoteVerifier::parse(*words);
        if (!log) return {};
        policy.log = *std::move(log);
    }
    while (const auto words = take_words(rest, "witness")) {
        auto member = read_member(*words);
        if (!member) return {};
        policy.members.push_back(*std::move(member));
    }
    if (auto group = take_words(rest, "group")) {
        next_piece(*group, ' ');
        const auto needed = number(next_piece(*group, ' '));
        if (!needed || *needed > policy.members.size()) return {};
        policy.needed = static_cast<int>(*needed);
    }
    // All else is as it is written, or it is not ours.
    if (!is_in_order(policy.members) || write_policy(policy) != text) return {};
    return policy;
}

} // namespace temsao::trace
