#include "store/key_file.h"

#include "base/text.h"
#include "system/file.h"

#include <algorithm>
#include <cstring>
#include <sstream>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
namespace sodium = trace::sodium;
using trace::PublicKey, trace::SecretKey;

constexpr std::string_view first_line = "temsao secret key 1";
constexpr std::size_t least_passphrase = 8;
// About half a second; what libsodium calls "moderate", and what a small office computer can spare.
constexpr sodium::Work usual_work{3, 256ULL << 20};
constexpr sodium::Work most_work{16, 1024ULL << 20}; // of a file that asks for more we believe nothing

std::string line_of(std::string_view name, std::string_view value) {
    return std::string(name) + ": " + std::string(value) + "\n";
}

Error out_of_memory(sodium::Work work) {
    return error(Cause::refused, "key.memory", {std::to_string(work.memory >> 20)});
}

// The lines of a key file after the first, by name.
class Fields {
public:
    explicit Fields(const std::string& text) {
        std::istringstream lines(text);
        std::string line;
        if (!std::getline(lines, line) || line != first_line) return;
        for (const std::string name : {"owner", "public", "passes", "memory", "salt", "nonce", "box"}) {
            if (!std::getline(lines, line) || !line.starts_with(name + ": ")) return;
            values_.push_back(line.substr(name.size() + 2));
        }
        whole_ = !std::getline(lines, line);
    }

    bool whole() const { return whole_; }

    const std::string& owner() const { return values_[0]; }

    const std::string& public_key() const { return values_[1]; }

    std::optional<sodium::Work> work() const {
        const auto number = [](const std::string& text) -> std::uint64_t {
            const bool fits = !text.empty() && text.size() <= 10 && text.find_first_not_of("0123456789") == text.npos;
            return fits ? std::stoull(text) : 0;
        };
        const sodium::Work work{number(values_[2]), number(values_[3])};
        const bool fair = work.passes >= 1 && work.passes <= most_work.passes && work.memory >= (8 << 10) &&
                          work.memory <= most_work.memory;
        return fair ? std::optional(work) : std::nullopt;
    }

    std::optional<std::string> bytes(std::size_t at, std::size_t size) const {
        auto value = sodium::from_base64(values_[at]);
        return value && value->size() == size ? value : std::nullopt;
    }

private:
    std::vector<std::string> values_;
    bool whole_ = false;
};

} // namespace

Outcome save_key(const fs::path& path, const SecretKey& key, std::string_view owner, std::string_view passphrase) {
    if (count_characters(passphrase) < least_passphrase)
        return error(Cause::usage, "key.passphrase_short", {std::to_string(least_passphrase)});
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) return error(Cause::refused, "key.exists", {path.string()});
    std::string salt(sodium::salt_size, '\0'), nonce(sodium::nonce_size, '\0');
    sodium::random_bytes(salt.data(), salt.size());
    sodium::random_bytes(nonce.data(), nonce.size());
    auto seed = key.seed();
    const auto box = sodium::lock(sodium::text_of(seed), passphrase, salt, nonce, usual_work);
    sodium::wipe(seed.data(), seed.size());
    if (!box) return out_of_memory(usual_work);

    auto file = TRY(NewFile::create(path));
    std::error_code denied;
    fs::permissions(file.temporary(), fs::perms::owner_read | fs::perms::owner_write, denied);
    if (denied) return error(Cause::io, "file.unwritable", {path.string(), denied.message()});
    const auto written =
        file.write(std::string(first_line) + "\n" + line_of("owner", tidy(owner)) +
                   line_of("public", key.public_key().base64()) + line_of("passes", std::to_string(usual_work.passes)) +
                   line_of("memory", std::to_string(usual_work.memory)) + line_of("salt", sodium::base64(salt)) +
                   line_of("nonce", sodium::base64(nonce)) + line_of("box", sodium::base64(*box)));
    return written ? file.commit() : written;
}

Result<KeyFileFacts> read_key_file(const fs::path& path) {
    const auto text = TRY(read_file(path, 4096));
    const Fields fields(text);
    if (fields.whole())
        if (const auto key = PublicKey::parse(fields.public_key())) return KeyFileFacts{tidy(fields.owner()), *key};
    return error(Cause::data, "key.file", {path.string()});
}

Result<SecretKey> load_key(const fs::path& path, std::string_view passphrase) {
    const auto text = TRY(read_file(path, 4096));
    std::error_code ignored;
    const auto mode = fs::status(path, ignored).permissions();
    if ((mode & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return error(Cause::refused, "key.open", {path.string()});
    const auto broken = error(Cause::data, "key.file", {path.string()});
    const Fields fields(text);
    if (!fields.whole()) return broken;
    const auto work = fields.work();
    const auto salt = fields.bytes(4, sodium::salt_size), nonce = fields.bytes(5, sodium::nonce_size),
               box = fields.bytes(6, 32 + sodium::box_overhead);
    const auto public_key = PublicKey::parse(fields.public_key());
    if (!work || !salt || !nonce || !box || !public_key) return broken;
    auto seed = sodium::unlock(*box, passphrase, *salt, *nonce, *work);
    if (!seed) return error(Cause::refused, "key.passphrase", {path.string()});
    sodium::Bytes32 bytes;
    std::memcpy(bytes.data(), seed->data(), bytes.size());
    auto key = SecretKey::from_seed(bytes);
    sodium::wipe(seed->data(), seed->size());
    sodium::wipe(bytes.data(), bytes.size());
    if (key.public_key() != *public_key) return broken;
    return Result<SecretKey>(std::move(key));
}

} // namespace temsao::store
