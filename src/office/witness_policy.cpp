#include "office/witness_policy.h"

#include "system/record_file.h"

#include <algorithm>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;
constexpr std::uint64_t most_bytes = 64 << 10;

fs::path policy_file(const fs::path& home) {
    return home / "witness-policy";
}

Result<trace::WitnessPolicy> read(const fs::path& home, const std::string& text) {
    if (text.empty()) return trace::WitnessPolicy();
    auto policy = trace::read_policy(text);
    if (!policy) return error(Cause::data, "witness.file", {policy_file(home).string()});
    return *std::move(policy);
}

} // namespace

Result<trace::WitnessPolicy> witness_policy(const fs::path& home) {
    return read(home, TRY(read_if_there(policy_file(home), most_bytes)).value_or(""));
}

Outcome change_witness_policy(const fs::path& home, const std::function<Outcome(trace::WitnessPolicy&)>& change) {
    return change_record(policy_file(home), most_bytes, [&](const std::string& now) -> Result<std::string> {
        auto policy = TRY(read(home, now));
        TRY(change(policy));
        std::sort(policy.members.begin(), policy.members.end(), [](const auto& one, const auto& other) {
            return one.witness.name < other.witness.name;
        });
        return trace::write_policy(policy);
    });
}

} // namespace temsao::office
