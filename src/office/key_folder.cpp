#include "office/key_folder.h"

#include "job/read_options.h"
#include "system/file.h"
#include "trace/minisign.h"

#include <algorithm>

namespace temsao::office {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_lines_bytes = 16 << 20; // of certificates, of revocations

bool is_name(const std::string& name) {
    return !name.empty() && name.size() <= 40 && name.front() != '-' &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
           });
}

// The file's text; empty when there is none yet.
Result<std::string> read_if_there(const fs::path& path) {
    std::error_code ignored;
    if (!fs::exists(path, ignored)) return std::string();
    return read_file(path, most_lines_bytes);
}

Outcome append_line(const fs::path& path, const std::string& line) {
    const auto text = TRY(read_if_there(path));
    return write_file(path, text + line + "\n");
}

// Each line read by `read`, the first error or all.
template <class T, class Read>
Result<std::vector<T>> read_lines(const fs::path& path, Read read) {
    const auto text = TRY(read_if_there(path));
    std::vector<T> all;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto line = rest.substr(0, rest.find('\n'));
        auto one = TRY(read(line));
        all.push_back(std::move(one));
        rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    return all;
}

} // namespace

PassphraseSource read_passphrase_wish(const job::Request& request, const job::Surroundings& around) {
    return {job::text_option(request, "passphrase-file"), around.ask_secret};
}

fs::path KeyFolder::secret_file(const std::string& name) const {
    return folder_ / (name + ".key");
}

fs::path KeyFolder::public_file(const std::string& name) const {
    return folder_ / (name + ".pub");
}

fs::path KeyFolder::published_file() const {
    return folder_ / "published";
}

Outcome KeyFolder::add(const std::string& name,
                       const trace::SecretKey& key,
                       const std::string& owner,
                       std::string_view secret) const {
    if (!is_name(name)) return error(Cause::usage, "key.name", {name});
    std::error_code failed;
    fs::create_directories(folder_, failed);
    if (failed) return error(Cause::io, "file.unwritable", {folder_.string(), failed.message()});
    TRY(store::save_key(secret_file(name), key, owner, secret));
    return write_file(public_file(name), trace::write_minisign_key(key.public_key()));
}

Result<std::vector<OwnKey>> KeyFolder::keys() const {
    std::vector<OwnKey> all;
    std::error_code none;
    for (fs::directory_iterator at(folder_, none), end; !none && at != end; at.increment(none)) {
        if (at->path().extension() != ".key") continue;
        auto facts = TRY(store::read_key_file(at->path()));
        all.push_back({at->path().stem().string(), std::move(facts)});
    }
    std::sort(all.begin(), all.end(), [](const OwnKey& a, const OwnKey& b) { return a.name < b.name; });
    return all;
}

Result<OwnKey> KeyFolder::find(const std::string& name) const {
    if (!has(name)) return error(Cause::missing, "key.none", {name});
    auto facts = TRY(store::read_key_file(secret_file(name)));
    return OwnKey{name, std::move(facts)};
}

Result<OwnKey> KeyFolder::find_root() const {
    if (!has(root_name)) return error(Cause::missing, "key.no_root");
    return find(root_name);
}

bool KeyFolder::has(const std::string& name) const {
    std::error_code ignored;
    return is_name(name) && fs::exists(secret_file(name), ignored);
}

Result<trace::SecretKey> KeyFolder::unlock(const std::string& name, const PassphraseSource& source, Lang lang) const {
    TRY(find(name));
    auto secret = TRY(passphrase_of(name, false, source, lang));
    auto key = store::load_key(secret_file(name), secret);
    trace::sodium::wipe(secret.data(), secret.size());
    return key;
}

Result<std::vector<trace::KeyCertificate>> KeyFolder::certificates(const trace::PublicKey& root) const {
    return read_lines<trace::KeyCertificate>(
        folder_ / "certificates", [&](std::string_view line) { return trace::read_certificate(line, root); });
}

Outcome KeyFolder::add_certificate(const std::string& line) const {
    return append_line(folder_ / "certificates", line);
}

Outcome KeyFolder::remove_certificate(std::size_t place) const {
    auto text = TRY(read_if_there(folder_ / "certificates"));
    std::size_t begin = 0;
    for (; place > 0; --place)
        begin = text.find('\n', begin) + 1;
    text.erase(begin, text.find('\n', begin) + 1 - begin);
    return write_file(folder_ / "certificates", text);
}

Result<std::vector<trace::Revocation>> KeyFolder::revocations() const {
    return read_lines<trace::Revocation>(folder_ / "revocations", trace::read_revocation);
}

Outcome KeyFolder::add_revocation(const std::string& line) const {
    std::error_code failed;
    fs::create_directories(folder_, failed); // an office may revoke before it has keys
    return append_line(folder_ / "revocations", line);
}

Result<trace::PublicKey> public_key_of(const std::string& text, const KeyFolder& own) {
    if (const auto known = own.find(text)) return known->facts.public_key;
    std::error_code ignored;
    if (fs::is_regular_file(text, ignored)) {
        const auto file = read_file(text, 4096);
        return file ? trace::read_minisign_key(*file) : file.error();
    }
    if (text.size() == 44) return trace::PublicKey::parse(text);
    if (text.size() == 56) return trace::read_minisign_key(text);
    return error(Cause::usage, "key.public", {text});
}

Result<std::string> passphrase_of(const std::string& name, bool is_new, const PassphraseSource& source, Lang lang) {
    if (source.file) {
        auto text = TRY(read_file(*source.file, 4096));
        auto line = text.substr(0, text.find_first_of("\r\n"));
        trace::sodium::wipe(text.data(), text.size());
        return line;
    }
    if (!source.ask) return error(Cause::usage, "key.no_passphrase", {name});
    auto secret = source.ask(say({is_new ? "key.ask_new" : "key.ask", {name}}, lang), is_new);
    if (!secret) return error(Cause::usage, "key.no_passphrase", {name});
    return *std::move(secret);
}

} // namespace temsao::office
