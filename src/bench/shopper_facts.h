#pragma once
// What a shopper's page shows of a code: what the code says, the product's certificate on the day, and what the records
// say of its lot. Made by TextCheck::shopper_facts. Plain values; any thread.
#include "bench/lot_story.h"
#include "catalog/product.h"
#include "verify/judge.h"

namespace temsao::bench {

// What the code itself says.
struct ShoppersCode {
    std::string key;                   // GTIN of 14 digits, or internal code
    bool is_gtin = false;              // which of the two
    std::string lot, serial;           // may be empty
    std::optional<Date> made, expires; // in clear, else as the seal says
};

// Not the facts for printing: a household's phone number must not be shown here.
struct ShoppersProduct {
    std::string name, producer;
    std::string place;                // from the commune on; may be empty
    catalog::Certificate certificate; // the one that counts on the day
    bool holds = false;               // it is valid on the day
};

struct ShopperFacts {
    verify::Word verdict = verify::Word::inconclusive;
    std::optional<Date> list_as_of = {}; // empty: this machine has no list
    trace::SignatureState signature = trace::SignatureState::key_unknown;
    std::optional<ShoppersCode> code = {};       // empty: not one of ours; the last finding says why
    std::optional<ShoppersProduct> product = {}; // empty: not on the list
    std::vector<Finding> findings = {};
    std::vector<Message> records = {};  // what the records of lots say that asks for nothing
    std::optional<LotStory> story = {}; // empty: no lot, or the lot book does not have it, or cannot be read now
};

std::string verdict_words(const ShopperFacts& facts, Lang lang); // "Hợp lệ", as in a report

} // namespace temsao::bench
