#include "lots/codes.h"

#include "base/pieces.h"
#include "base/text.h"
#include "gs1/gtin.h"
#include "trace/sodium.h"

#include <algorithm>

namespace temsao::lots {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: no I, L, O, U

// The first `count` groups of five bits of a digest; at most 51.
std::string letters_of(std::string_view text, std::size_t count) {
    const auto digest = trace::sodium::sha256(text);
    std::string letters;
    unsigned bits = 0, have = 0;
    for (std::size_t at = 0; letters.size() < count;) {
        if (have < 5) {
            bits = bits << 8 | digest.at(at++);
            have += 8;
        }
        have -= 5;
        letters += alphabet[bits >> have & 31U];
    }
    return letters;
}

// With its length before it, so that no two rows of fields are written alike.
void add(std::string& all, std::string_view field) {
    all += std::to_string(field.size()) + " ";
    all += field;
    all += "\n";
}

bool is_code(std::string_view code, char first) {
    return code.size() == 9 && code.front() == first &&
           std::all_of(code.begin() + 1, code.end(), [](char c) { return alphabet.find(c) != alphabet.npos; });
}

} // namespace

std::string goods_code(std::string_view producer, std::string_view item) {
    std::string all = "temsao goods 1\n";
    add(all, producer);
    add(all, item);
    return "N" + letters_of(all, 8);
}

// The digest of a secret of fixed length and a text: SHA-256 of SHA-256, so that no digest can be continued.
std::string party_code(std::string_view secret, std::string_view name) {
    std::string all = "temsao party 1\n";
    add(all, secret);
    add(all, tidy(name));
    return "D" + letters_of(trace::sodium::hex(trace::sodium::sha256(all)), 8);
}

bool is_goods_code(std::string_view code) {
    return is_code(code, 'N');
}

bool is_party_code(std::string_view code) {
    return is_code(code, 'D');
}

bool is_gln(std::string_view code) {
    return code.size() == 13 && is_only_digits(code) && gs1::check_digit(code.substr(0, 12)) == code.back();
}

std::string salt_of(std::string_view secret, const Event& event) {
    std::string all = "temsao event 1\n";
    add(all, secret);
    add(all, name(event.kind));
    add(all, event.at.iso());
    for (const auto* parts : {&event.inputs, &event.outputs}) {
        add(all, std::to_string(parts->size()));
        for (const auto& part : *parts) {
            add(all, part.lot.product);
            add(all, part.lot.lot);
            add(all, part.amount ? part.amount->number() + part.amount->unit : "");
        }
    }
    for (const auto* field : {&event.place,
                              &event.party,
                              &event.item,
                              &event.process,
                              &event.report,
                              &event.paper,
                              &event.run,
                              &event.reason,
                              &event.note})
        add(all, *field);
    for (const auto* day : {&event.started, &event.made, &event.expires})
        add(all, *day ? (*day)->iso() : "");
    add(all, event.passed ? (*event.passed ? "passed" : "failed") : "");
    return "s-" + lower(letters_of(trace::sodium::hex(trace::sodium::sha256(all)), 16));
}

} // namespace temsao::lots
