#include "lots/codes.h"

#include "base/pieces.h"
#include "base/text.h"
#include "gs1/element.h"
#include "trace/serial.h"
#include "trace/sodium.h"

namespace temsao::lots {
namespace {

// The first bits of a digest, eight letters for each forty, in the alphabet of serials: no I, L, O, U.
std::string letters_of(std::string_view text, std::size_t count) {
    const auto digest = trace::sodium::sha256(text);
    std::string letters;
    for (std::size_t at = 0; letters.size() < count; at += 5) {
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < 5; ++i)
            bits = bits << 8 | digest.at(at + i);
        letters += trace::write_serial(bits);
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
    return !code.empty() && code.front() == first && trace::is_serial(code.substr(1));
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
    return !gs1::lint_value("414", code);
}

std::string salt_of(std::string_view secret, const Event& event, int again) {
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
    if (again > 0) add(all, std::to_string(again));
    return "s-" + lower(letters_of(trace::sodium::hex(trace::sodium::sha256(all)), 16));
}

} // namespace temsao::lots
