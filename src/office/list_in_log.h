#pragma once
// Inside `office`: what is published stands in the print log: each permit and revocation, and the list by its digest;
// and, where a policy asks for it, witnesses have signed the log with the list in it.
#include "office/key_folder.h"
#include "store/ledger.h"

namespace temsao::office {

class ListInLog {
public:
    struct Place {
        std::filesystem::path home;
        std::string store; // as in --store
        Date day;
    };

    // Empty when this machine keeps no print log and no witness is needed. Errors: those of the ledger, witness_policy.
    static Result<std::optional<ListInLog>> open(const Place& place);

    // How many must sign, with the log's key; empty: none.
    const std::optional<trace::WitnessPolicy>& policy() const { return policy_; }

    Result<std::int64_t> newest_list() { return ledger_.newest_list(); }

    // Permits and revocations that are not in the log yet.
    Outcome enter_statements(const trace::Bundle& bundle, const trace::SecretKey& root);

    // For trace::write_bundle: enters the list, and asks the witnesses when there is a policy. Error also:
    // publish.unwitnessed {how many signed, needed, who did not and why} (Cause::refused).
    Result<trace::Entered> enter_list(std::uint64_t sequence, const std::string& entry, Lang lang);

private:
    ListInLog(store::Ledger ledger, trace::WitnessPolicy asked, Date day)
        : ledger_(std::move(ledger)),
          asked_(std::move(asked)),
          day_(day) {}

    store::Ledger ledger_;
    trace::WitnessPolicy asked_;
    std::optional<trace::WitnessPolicy> policy_;
    Date day_;
};

} // namespace temsao::office
