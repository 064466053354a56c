#pragma once
// Codes for what has no number of GS1's: goods that are not sold as they are, places, people. Names stay in a table of
// this machine: in files that go out, in the log and in the signed list there are codes, so that a name may be erased
// and no proof breaks. Pure; any thread.
#include "lots/event.h"

namespace temsao::lots {

// N and eight characters: of the same producer and item always the same. Spelling by producer_key() and
// product_name_key() is the caller's matter.
std::string goods_code(std::string_view producer, std::string_view item);

// D and eight characters: of the same name always the same on machines that share the secret, and nobody else can find
// the name by trying. The name is tidied first.
std::string party_code(std::string_view secret, std::string_view name);

bool is_goods_code(std::string_view code);
bool is_party_code(std::string_view code);
bool is_gln(std::string_view code); // 13 digits, the last one their check digit (GS1 General Specifications 3.7)

// "s-" and sixteen characters made of the whole event and the secret: the same row twice is one event, and nobody who
// sees the id can find out by trying what stands in the event. `again`: counts the events that said the same and were
// struck through.
std::string salt_of(std::string_view secret, const Event& event, int again = 0);

inline constexpr std::size_t secret_size = 32; // bytes, random

} // namespace temsao::lots
