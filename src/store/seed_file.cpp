#include "store/seed_file.h"

#include "system/file.h"

#include <algorithm>

namespace temsao::store {
namespace fs = std::filesystem;

Result<std::optional<trace::SecretKey>> read_seed_file(const fs::path& path, std::string_view framing) {
    auto text = TRY(read_if_there(path, 4096));
    if (!text) return std::optional<trace::SecretKey>();
    std::error_code ignored;
    if ((fs::status(path, ignored).permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return error(Cause::refused, "key.open", {path.string()});
    const bool framed = text->starts_with(framing) && text->ends_with('\n');
    auto bytes = framed ? trace::sodium::secret_from_base64(
                              std::string_view(*text).substr(framing.size(), text->size() - framing.size() - 1))
                        : std::nullopt;
    trace::sodium::Bytes32 seed;
    if (!bytes || bytes->size() != seed.size()) return error(Cause::data, "key.file", {path.string()});
    std::copy(bytes->begin(), bytes->end(), seed.begin());
    auto key = trace::SecretKey::from_seed(seed);
    trace::sodium::wipe(seed.data(), seed.size());
    trace::sodium::wipe(bytes->data(), bytes->size());
    trace::sodium::wipe(text->data(), text->size());
    return std::optional(std::move(key));
}

Result<trace::SecretKey> make_seed_file(const fs::path& path, std::string_view framing) {
    trace::sodium::Bytes32 seed;
    trace::sodium::random_bytes(seed.data(), seed.size());
    auto file = TRY(NewFile::create(path));
    TRY(file.make_private());
    auto text = std::string(framing) + trace::sodium::base64_of_secret(trace::sodium::text_of(seed)) + "\n";
    auto written = file.write(text);
    if (written) written = file.commit();
    trace::sodium::wipe(text.data(), text.size());
    TRY(written);
    auto key = trace::SecretKey::from_seed(seed);
    trace::sodium::wipe(seed.data(), seed.size());
    return Result<trace::SecretKey>(std::move(key));
}

std::string nine_digits(const trace::PublicKey& key) {
    const auto digits = std::to_string(key.id());
    return std::string(9 - digits.size(), '0') + digits;
}

} // namespace temsao::store
