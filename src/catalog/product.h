#pragma once
// The product list of a province: what was certified, for whom, with how many stars, by which decision, until when. A
// product has its whole history of certificates, since stars rise and fall at re-assessment after 36 months (Decision
// 148/QĐ-TTg). Plain values, filled by import or by the store and unchanged after that. Any thread.
#include "base/date.h"
#include "gs1/gtin.h"

#include <map>

namespace temsao::catalog {

// `unclear`: the list has words for it that temsao does not know, or that contradict each other.
enum class Status { valid, revoked, delisted, superseded, unclear };

// Which of two statuses leaves less of a certificate: revoked, delisted, unclear, superseded, valid.
bool graver(Status a, Status b);

// The six product groups of Decision 148/QĐ-TTg. `unknown`: the list does not say, or in words we do not know.
enum class Group { food, beverage, medicinal, handicraft, ornamental, tourism, unknown };

struct Certificate {
    int stars = 0; // 1..5 as listed; only 3..5 give the right to the badge
    std::optional<double> score;
    std::string decision; // normalised: "2394/QĐ-UBND"
    std::string issuer;   // as listed, tidied: "UBND tỉnh Hà Tĩnh"
    Date issued;
    Date valid_to;                  // the last valid day
    bool valid_to_computed = false; // the list had none: issued + 36 months; provinces count its last day differently
    Status status = Status::valid;
    // The decision that revoked, delisted or replaced it, when known; of an unclear status the list's own words.
    std::string ended_by;

    friend bool operator==(const Certificate&, const Certificate&) = default;
};

// Facts that a producer prints but that are not part of the certificate. Keys are the placeholders of templates
// (catalog/fact_columns.h has their headings):
//   net_quantity ingredients nutrition usage storage warning allergens self_declaration origin phone shelf_life
//   name_en ingredients_en usage_en storage_en warning_en origin_en
using LabelFacts = std::map<std::string, std::string>;

struct Product {
    // What commands take as PRODUCT: the GTIN's 14 digits, else the internal code.
    std::string key;
    // Empty, but for a GTIN or internal code that the list gives to several products: then each of them has it here,
    // and as its key the internal code made from its names.
    std::string shared_number = {};
    std::optional<gs1::Gtin> gtin;
    std::string name;
    std::string producer;
    std::string address;
    Group group = Group::unknown;
    std::vector<Certificate> certificates; // by date issued, oldest first; never empty
    LabelFacts facts;
};

// The list at one moment, and where it came from.
struct ListHeader {
    std::string source; // file name, or who published it
    Date as_of;
    bool is_signed = false;
};

struct ProductList {
    ListHeader header;
    std::vector<Product> products; // by key
};

// The certificate that counts on `day` (catalog/standing.h). There always is one, since a product without certificates
// is not listed.
const Certificate& certificate_on(const Product& product, Date day);

std::string_view name(Status status); // "valid", as in JSON
std::string_view name(Group group);   // "food"

} // namespace temsao::catalog
