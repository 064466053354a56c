#include "office/list_in_log.h"

#include "office/gather_cosignatures.h"
#include "office/witness_policy.h"

namespace temsao::office {

Result<std::optional<ListInLog>> ListInLog::open(const Place& place) {
    auto asked = TRY(witness_policy(place.home));
    if (asked.needed == 0) {
        auto seen = TRY(store::Ledger::open_to_read(place.home, place.store));
        if (TRY(seen.log_size()) == 0) return std::optional<ListInLog>();
    }
    ListInLog in_log(TRY(store::Ledger::open(place.home, place.store)), std::move(asked), place.day);
    TRY(in_log.ledger_.make_ready(place.day));
    if (in_log.asked_.needed > 0) {
        in_log.policy_ = in_log.asked_;
        in_log.policy_->log = TRY(in_log.ledger_.verifier());
        for (auto& member : in_log.policy_->members)
            member.url.clear(); // who checks offline asks nobody
    }
    return std::optional(std::move(in_log));
}

Outcome ListInLog::enter_statements(const trace::Bundle& bundle, const trace::SecretKey& root) {
    std::vector<store::Ledger::Statement> statements;
    for (const auto& permit : bundle.certificates)
        statements.push_back({"permit", 0, store::permit_entry(TRY(trace::write_certificate(permit, root)))});
    for (const auto& revocation : bundle.revocations)
        statements.push_back({"revocation", 0, store::revocation_entry(TRY(trace::write_revocation(revocation)))});
    TRY(ledger_.enter(statements, day_));
    return done;
}

Result<trace::Entered> ListInLog::enter_list(std::uint64_t sequence, const std::string& entry, Lang lang) {
    TRY(ledger_.enter({{"list", static_cast<std::int64_t>(sequence), entry}}, day_));
    auto mark = TRY(ledger_.mark());
    if (!policy_) return trace::Entered{{}, std::move(mark)};
    const auto gathered = TRY(gather_cosignatures(ledger_, asked_));
    if (!trace::meets(gathered.note, *policy_)) {
        std::string why;
        for (const auto& words : silent_words(gathered, lang))
            why += " " + words;
        return error(Cause::refused,
                     "publish.unwitnessed",
                     {std::to_string(gathered.signers.size()), std::to_string(policy_->needed), why});
    }
    const auto proof = TRY(ledger_.prove_statement(entry, gathered.note));
    return trace::Entered{trace::write_proof(proof), std::move(mark)};
}

} // namespace temsao::office
