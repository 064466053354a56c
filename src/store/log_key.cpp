#include "store/log_key.h"

#include "store/seed_file.h"

#include <algorithm>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view key_framing = "temsao log key 1\nseed: ";

// Of a log that goes on under another name, or that was to and then did not.
fs::path aside_in(const fs::path& home, std::string name) {
    std::replace(name.begin(), name.end(), '/', '-');
    return home / (name + ".key");
}

LogKey with_name(trace::SecretKey secret) {
    trace::NoteVerifier verifier{"ocop-log/" + nine_digits(secret.public_key()), secret.public_key()};
    return {std::move(verifier), std::move(secret)};
}

} // namespace

fs::path log_key_file(const fs::path& home) {
    return home / "log.key";
}

Result<std::optional<LogKey>> load_log_key(const fs::path& home, const std::string& name) {
    const auto path = name.empty() ? log_key_file(home) : aside_in(home, name);
    auto secret = TRY(read_seed_file(path, key_framing));
    if (!secret) return std::optional<LogKey>();
    return std::optional(with_name(*std::move(secret)));
}

Outcome put_log_key_aside(const fs::path& home) {
    const auto held = TRY(load_log_key(home, {}));
    if (!held) return done;
    std::error_code failed;
    fs::rename(log_key_file(home), aside_in(home, held->verifier.name), failed);
    if (failed) return error(Cause::io, "file.unwritable", {log_key_file(home).string(), failed.message()});
    return done;
}

Result<LogKey> make_log_key(const fs::path& home) {
    return with_name(TRY(make_seed_file(log_key_file(home), key_framing)));
}

} // namespace temsao::store
