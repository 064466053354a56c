#include "store/witness_key.h"

#include "store/seed_file.h"
#include "system/record_file.h"

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view key_framing = "temsao witness key 1\nseed: ";

WitnessKey with_name(trace::SecretKey secret) {
    trace::Witness witness{"ocop-witness/" + nine_digits(secret.public_key()), secret.public_key()};
    return {std::move(witness), std::move(secret)};
}

} // namespace

Result<std::optional<WitnessKey>> load_witness_key(const fs::path& home) {
    auto secret = TRY(read_seed_file(home / witness_key_name, key_framing));
    if (!secret) return std::optional<WitnessKey>();
    return std::optional(with_name(*std::move(secret)));
}

Result<WitnessKey> own_witness_key(const fs::path& home) {
    const auto held = TRY(RecordFile::hold(home / witness_key_name)); // so that no two make one at once
    if (auto known = TRY(load_witness_key(home))) return Result<WitnessKey>(*std::move(known));
    return with_name(TRY(make_seed_file(home / witness_key_name, key_framing)));
}

} // namespace temsao::store
