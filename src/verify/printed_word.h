#pragma once
// Inside `verify` only: helpers for all printed text that was read. Pure; any thread.
#include "photo/reading.h"

namespace temsao::verify {

// The least confidence of the reader for a question to somebody.
inline bool is_sure(const photo::PrintedWord& word) {
    return word.confidence >= 0.8;
}

inline double height(const photo::PrintedWord& word) {
    return word.last.y - word.first.y;
}

inline double middle(const photo::PrintedWord& word) {
    return (word.first.y + word.last.y) / 2;
}

bool on_one_line(const photo::PrintedWord& a, const photo::PrintedWord& b);

// Letters and figures only, without case and accents: "NƯỚC" and "nuớc," are the same.
std::string bare(std::string_view text);

} // namespace temsao::verify
