#pragma once
// Inside `catalog` only: what a status column and the notes of a row say of its certificate. Words count only when they
// are clear: a denial (chưa thu hồi) or a proposal (đề nghị thu hồi) ends nothing, and neither does what was called in
// besides the certificate (thu hồi đất).
#include "catalog/product.h"

namespace temsao::catalog {

// The certificate that the words stand beside. A decision that ends it is another one, made after it and by the list's
// day.
struct Beside {
    std::string_view decision;
    std::optional<Date> issued, as_of;
    int stars = 0; // 0: none are known
};

struct SaidStatus {
    Status status = Status::valid;
    std::string ended_by;      // the decision that is named; of an unclear status its own words
    std::optional<Date> until; // còn hiệu lực đến 31/12/2027
    bool is_over = false;      // of an unclear status: it says no more than that the term is over, "hết hạn"
};

// Of a status column; empty when the cell is. Words that we do not know, or that contradict each other, are
// Status::unclear: a certificate is never taken for valid because nobody understood the list.
std::optional<SaidStatus> read_status(std::string_view text, const Beside& beside = {});

struct SaidNote {
    std::optional<SaidStatus> said; // only what is clear and names its decision
    // It has words of such a decision, or names one that we do not understand, and does not count.
    bool is_doubtful = false;
    bool lowers_stars = false; // hạ xuống 3 sao
    // More stars, another producer or name, a longer term, another decision that granted it: what the columns beside it
    // should show.
    bool tells_change = false;
    std::optional<Date> until; // "có giá trị đến 31/12/2028"
    bool is_understood = false; // each word is known, and none changes what the columns say: "lần đầu", "cấp lại"
    std::string decision;       // the first one that is named
};

SaidNote read_note(std::string_view text, const Beside& beside = {});

// Whether a title, the name of a group or a product's name says that certificates have ended, “Sản phẩm bị thu hồi”, or
// were not granted: “Sản phẩm đề nghị công nhận”.
bool speaks_of_ending(std::string_view text);

// Whether a producer's cell says more than its name: “HTX X (đã giải thể)”, “HTX X, nay là Công ty Y”.
bool speaks_of_producers_fate(std::string_view text);

// Whether the name of a group says that certificates are in force: “Sản phẩm được công nhận”.
bool speaks_of_granting(std::string_view text);

} // namespace temsao::catalog
