#pragma once
// Issue: our record of printing labels, one for each product of a run; and the lines that go into the log about it.
// Plain values; any thread.
#include "base/date.h"

#include <vector>

namespace temsao::store {

struct Issue {
    std::int64_t id = 0;     // given by the ledger
    std::string product;     // key
    std::string certificate; // the decision in force on `day`
    std::string lot;
    Date day; // of printing
    std::int64_t labels = 0;
    bool has_serials = false;                    // each label has its own
    std::optional<std::int64_t> first_leaf = {}; // its place in the log; nothing until printed
    // For labels without serials: how many were voided. For a run that was never printed: how many never will be.
    std::int64_t withdrawn = 0;
    // Of the command that made it, besides product, lot, count and serial, as a shell takes them: "--made 2026-11-24
    // --template jar-60x40". Known to this ledger only; the log does not have it. Empty before version 2.
    std::string options = {};
};

// A serial's states. In a file: reserved -> printed. At a printer that we feed: reserved -> sent -> printed or unknown,
// and unknown -> printed once a person has seen the label. Each of them may be voided or reissued, which is the end. No
// serial is ever deleted or reserved again, so none is used twice. The numbers are stored.
enum class SerialState { reserved = 0, printed = 1, voided = 2, reissued = 3, sent = 4, unknown = 5 };

constexpr bool is_ended(SerialState state) {
    return state == SerialState::voided || state == SerialState::reissued;
}

std::string_view name(SerialState state); // "reserved", as in JSON

// What the log holds, one text for each entry: a first line "temsao KIND 1", then lines "name value". Values are one
// line each; the texts are hashed as they are (RFC 6962), so their form never changes.
//   printed   product certificate lot day issue, and serial or, for labels without serials, labels
//   voided    product serial day reason
//   reissued  product serial day by, and reason where one was given
//   declared  product certificate lot day quantity
//   event     kind product lot day id: an entry of the lot book; product and lot of the first lot that it is about
//   event-error id day by: an entry of the lot book was struck through; the one in its place, or -
//   taken     log size root day: the log of another machine, as far as it was handed in (trace/submission.h)
//   list      sequence as-of payload: a signed list; SHA-256 of what its signature covers (trace/FORMAT.md)
//   permit    key from to products producer, sealed-from where it has one, and signature: a signing permit
//   revocation kind what since, and reason where one was given: as in a signed list
//   continues log size root day: a new log begins here, with a name and key of its own; the entries before this one are
//             those of the older log, as far as this copy of it goes
// A log entry read again: what follows "temsao KIND 1".
struct ReadEntry {
    std::string kind; // empty: no entry of this form
    std::vector<std::pair<std::string, std::string>> values;

    std::string value(std::string_view name) const; // empty: none
};

ReadEntry read_entry(std::string_view text);

std::string printed_entry(const Issue& issue, std::string_view serial);
std::string voided_entry(std::string_view product, std::string_view serial, Date day, std::string_view reason);
std::string reissued_entry(
    std::string_view product, std::string_view serial, Date day, std::string_view by, std::string_view reason);
std::string declared_entry(
    std::string_view product, std::string_view certificate, std::string_view lot, Date day, std::int64_t quantity);

std::string
event_entry(std::string_view kind, std::string_view product, std::string_view lot, Date day, std::string_view id);
std::string event_error_entry(std::string_view id, Date day, std::string_view by);
std::string taken_entry(std::string_view verifier, std::int64_t size, std::string_view root, Date day);
std::string permit_entry(std::string_view line);     // as the root key signed it (trace/certificate.h)
std::string revocation_entry(std::string_view line); // as write_revocation() writes it
std::string continues_entry(std::string_view verifier, std::int64_t size, std::string_view root, Date day);

// A serial as stored: ours are unique everywhere; one that the producer chose is unique within its product only and is
// stored as SERIAL@PRODUCT (no serial contains @: GS1 character set 82).
std::string own_serial(std::string_view serial, std::string_view product);
std::string_view shown_serial(std::string_view kept); // without @PRODUCT

} // namespace temsao::store
