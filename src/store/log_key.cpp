#include "store/log_key.h"

#include "system/file.h"

#include <algorithm>
#include <cstring>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view key_framing = "temsao log key 1\nseed: ";

// Of a log that goes on under another name, or that was to and then did not.
fs::path aside_in(const fs::path& home, std::string name) {
    std::replace(name.begin(), name.end(), '/', '-');
    return home / (name + ".key");
}

LogKey from_seed(const trace::sodium::Bytes32& seed) {
    auto secret = trace::SecretKey::from_seed(seed);
    const auto digits = std::to_string(secret.public_key().id());
    trace::NoteVerifier verifier{"ocop-log/" + std::string(9 - digits.size(), '0') + digits, secret.public_key()};
    return {std::move(verifier), std::move(secret)};
}

} // namespace

fs::path log_key_file(const fs::path& home) {
    return home / "log.key";
}

Result<std::optional<LogKey>> load_log_key(const fs::path& home, const std::string& name) {
    const auto path = name.empty() ? log_key_file(home) : aside_in(home, name);
    auto text = TRY(read_if_there(path, 4096));
    if (!text) return std::optional<LogKey>();
    std::error_code ignored;
    if ((fs::status(path, ignored).permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return error(Cause::refused, "key.open", {path.string()});
    const bool framed = text->starts_with(key_framing) && text->ends_with('\n');
    auto bytes = framed ? trace::sodium::from_base64(
                              std::string_view(*text).substr(key_framing.size(), text->size() - key_framing.size() - 1))
                        : std::nullopt;
    if (!bytes || bytes->size() != 32) return error(Cause::data, "key.file", {path.string()});
    trace::sodium::Bytes32 seed;
    std::memcpy(seed.data(), bytes->data(), seed.size());
    auto key = from_seed(seed);
    trace::sodium::wipe(seed.data(), seed.size());
    trace::sodium::wipe(bytes->data(), bytes->size());
    trace::sodium::wipe(text->data(), text->size());
    return std::optional(std::move(key));
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
    trace::sodium::Bytes32 seed;
    trace::sodium::random_bytes(seed.data(), seed.size());
    auto file = TRY(NewFile::create(log_key_file(home)));
    TRY(file.make_private());
    auto text = std::string(key_framing) + trace::sodium::base64(trace::sodium::text_of(seed)) + "\n";
    auto written = file.write(text);
    if (written) written = file.commit();
    trace::sodium::wipe(text.data(), text.size());
    if (!written) return written.error();
    auto key = from_seed(seed);
    trace::sodium::wipe(seed.data(), seed.size());
    return Result<LogKey>(std::move(key));
}

} // namespace temsao::store
