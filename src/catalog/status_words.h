#pragma once
// Inside `catalog` only: what a status column and the notes of a row say of its certificate. Words count only when they
// are clear: a denial (chưa thu hồi) or a proposal (đề nghị thu hồi) ends nothing.
#include "catalog/product.h"

namespace temsao::catalog {

struct SaidStatus {
    Status status = Status::valid;
    std::string ended_by; // the decision that is named; of an unclear status its own words
};

// Of a status column; empty when the cell is. Words that we do not know, or that contradict each other, are
// Status::unclear: a certificate is never taken for valid because nobody understood the list.
std::optional<SaidStatus> read_status(std::string_view text);

struct SaidNote {
    std::optional<SaidStatus> said; // only what is clear and names its decision
    bool is_doubtful = false;       // it has words of such a decision, and does not count
    std::string decision;           // the first one that is named
};

SaidNote read_note(std::string_view text);

} // namespace temsao::catalog
