#include "store/key_file.h"

#include "base/text.h"
#include "store/named_lines.h"
#include "store/sealing.h"
#include "system/file.h"

#include <cstring>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
namespace sodium = trace::sodium;
using trace::PublicKey, trace::SecretKey;

constexpr std::string_view first_line = "temsao secret key 1\n";

struct KeyFile {
    std::string owner;
    PublicKey public_key;
    std::string sealed; // the lines that seal() wrote
};

// First line, owner, public key, and the sealed seed.
std::optional<KeyFile> take_apart(std::string_view text) {
    if (!text.starts_with(first_line)) return {};
    text.remove_prefix(first_line.size());
    const auto end = text.find('\n', text.find('\n') + 1); // of the second line from here
    if (end == text.npos) return {};
    const auto values = read_named_lines(text.substr(0, end + 1), {"owner", "public"});
    if (!values) return {};
    const auto key = PublicKey::parse(values->at(1));
    if (!key) return {};
    return KeyFile{values->at(0), *key, std::string(text.substr(end + 1))};
}

} // namespace

Outcome save_key(const fs::path& path, const SecretKey& key, std::string_view owner, std::string_view passphrase) {
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) return error(Cause::refused, "key.exists", {path.string()});
    auto seed = key.seed();
    const auto sealed = seal(sodium::text_of(seed), passphrase);
    sodium::wipe(seed.data(), seed.size());
    if (!sealed) return sealed.error();
    auto file = TRY(NewFile::create(path));
    TRY(file.make_private());
    TRY(file.write(std::string(first_line) + named_line("owner", tidy(owner)) +
                   named_line("public", key.public_key().base64()) + *sealed));
    return file.commit();
}

Result<KeyFileFacts> read_key_file(const fs::path& path) {
    const auto text = TRY(read_file(path, 4096));
    const auto file = take_apart(text);
    if (!file || !is_sealed(file->sealed)) return error(Cause::data, "key.file", {path.string()});
    return KeyFileFacts{tidy(file->owner), file->public_key};
}

Result<SecretKey> load_key(const fs::path& path, std::string_view passphrase) {
    const auto text = TRY(read_file(path, 4096));
    std::error_code ignored;
    const auto mode = fs::status(path, ignored).permissions();
    if ((mode & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none)
        return error(Cause::refused, "key.open", {path.string()});
    const auto file = take_apart(text);
    const auto broken = error(Cause::data, "key.file", {path.string()});
    if (!file) return broken;
    auto seed = TRY(unseal(file->sealed, passphrase, path.string()));
    sodium::Bytes32 bytes;
    if (seed.size() != bytes.size()) return broken;
    std::memcpy(bytes.data(), seed.data(), bytes.size());
    auto key = SecretKey::from_seed(bytes);
    sodium::wipe(seed.data(), seed.size());
    sodium::wipe(bytes.data(), bytes.size());
    if (key.public_key() != file->public_key) return broken;
    return Result<SecretKey>(std::move(key));
}

} // namespace temsao::store
