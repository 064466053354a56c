#include "office/key_folder.h"

#include "job/read_options.h"
#include "system/folder.h"
#include "system/record_file.h"
#include "trace/minisign.h"

#include <algorithm>
#include <set>

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

constexpr std::string_view digest_mark = "# sha256 ";

std::string digest_line(std::string_view lines) {
    return std::string(digest_mark) + trace::sodium::hex(trace::sodium::sha256(lines)) + "\n";
}

// The lines without the digest under them. Error record.damaged {file} when it is another's.
Result<std::string> sound_lines(std::string text, const fs::path& path) {
    const auto mark = text.rfind(digest_mark);
    if (mark == text.npos) return text;
    if (text.substr(mark) != digest_line(std::string_view(text).substr(0, mark)))
        return error(Cause::data, "record.damaged", {path.string()});
    text.resize(mark);
    return text;
}

// The file's lines; empty when there is none yet.
Result<std::string> read_record(const fs::path& path) {
    auto text = TRY(read_if_there(path, most_lines_bytes));
    if (!text) return std::string();
    return sound_lines(*std::move(text), path);
}

// Each line read by `read`, the first error or all.
template <class T, class Read>
Result<std::vector<T>> read_lines(const std::string& text, Read read) {
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

using Revocations = std::vector<trace::Revocation>;

// `change` is given those of the file, which is replaced by what they are then.
Outcome change_revocations(const fs::path& file, const std::function<Outcome(Revocations&)>& change) {
    return change_record(file, most_lines_bytes, [&](std::string now) -> Result<std::string> {
        auto all = TRY(read_lines<trace::Revocation>(TRY(sound_lines(std::move(now), file)), trace::read_revocation));
        TRY(change(all));
        std::string lines;
        for (const auto& one : all)
            lines += TRY(trace::write_revocation(one)) + "\n";
        return lines + digest_line(lines);
    });
}

// What is revoked again is lifted no more, so that its loss would be seen.
Outcome forget_lifted(const fs::path& file, const Revocations& again) {
    if (!TRY(is_there(file))) return done;
    return change_revocations(file, [&](Revocations& lifted) -> Outcome {
        std::erase_if(lifted, [&](const trace::Revocation& one) {
            return std::any_of(again.begin(), again.end(), [&](const auto& now) { return is_of(one, now); });
        });
        return done;
    });
}

Result<std::vector<trace::KeyCertificate>> read_certificates(const std::string& text, const trace::PublicKey& root) {
    return read_lines<trace::KeyCertificate>(
        text, [&](std::string_view line) { return trace::read_certificate(line, root); });
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

fs::path KeyFolder::certificates_file() const {
    return folder_ / "certificates";
}

fs::path KeyFolder::revocations_file() const {
    return folder_ / "revocations";
}

fs::path KeyFolder::lifted_file() const {
    return folder_ / "lifted";
}

fs::path KeyFolder::withdrawn_file() const {
    return folder_ / "withdrawn";
}

Outcome KeyFolder::add(const std::string& name,
                       const trace::SecretKey& key,
                       const std::string& owner,
                       std::string_view secret) const {
    if (!is_name(name)) return error(Cause::usage, "key.name", {name});
    const auto held = TRY(RecordFile::hold(public_file(name))); // two at once would replace one key by the other
    TRY(store::save_key(secret_file(name), key, owner, secret));
    return held.replace(trace::write_minisign_key(key.public_key()));
}

Result<std::vector<OwnKey>> KeyFolder::keys() const {
    std::vector<OwnKey> all;
    for (const auto& file : TRY(content_of(folder_))) {
        if (file.extension() != ".key") continue;
        auto facts = TRY(store::read_key_file(file));
        all.push_back({file.stem().string(), std::move(facts)});
    }
    std::sort(all.begin(), all.end(), [](const OwnKey& a, const OwnKey& b) { return a.name < b.name; });
    return all;
}

Result<OwnKey> KeyFolder::find(const std::string& name) const {
    if (!TRY(has(name))) return error(Cause::missing, "key.none", {name});
    auto facts = TRY(store::read_key_file(secret_file(name)));
    return OwnKey{name, std::move(facts)};
}

Result<OwnKey> KeyFolder::find_root() const {
    if (!TRY(has(root_name))) return error(Cause::missing, "key.no_root");
    return find(root_name);
}

Result<std::optional<trace::PublicKey>> KeyFolder::root_if_there() const {
    if (!TRY(has(root_name))) return std::optional<trace::PublicKey>();
    return std::optional(TRY(find(root_name)).facts.public_key);
}

Result<bool> KeyFolder::has(const std::string& name) const {
    return is_name(name) ? is_there(secret_file(name)) : Result(false);
}

Result<trace::SecretKey> KeyFolder::unlock(const std::string& name, const PassphraseSource& source, Lang lang) const {
    TRY(find(name));
    auto secret = TRY(passphrase_of(name, false, source, lang));
    auto key = store::load_key(secret_file(name), secret);
    trace::sodium::wipe(secret.data(), secret.size());
    return key;
}

Result<std::vector<trace::KeyCertificate>> KeyFolder::certificates(const trace::PublicKey& root) const {
    return read_certificates(TRY(read_record(certificates_file())), root);
}

Outcome KeyFolder::add_certificate(const trace::KeyCertificate& certificate, const std::string& line, Lang lang) const {
    return change_record(certificates_file(), most_lines_bytes, [&](const std::string& now) -> Result<std::string> {
        // The same certificate has the same line: signatures of Ed25519 are not random.
        if (("\n" + now).find("\n" + line + "\n") != std::string::npos)
            return error(
                Cause::refused,
                "key.certified_already",
                {trace::show_key_id(certificate.key.id()), certificate.from.shown(lang), certificate.to.shown(lang)});
        return now + line + "\n";
    });
}

Outcome KeyFolder::remove_certificate(const trace::PublicKey& root, const ChooseCertificate& choose) const {
    return change_record(certificates_file(), most_lines_bytes, [&](std::string now) -> Result<std::string> {
        auto place = TRY(choose(TRY(read_certificates(now, root))));
        std::size_t begin = 0;
        for (; place > 0; --place)
            begin = now.find('\n', begin) + 1;
        const auto line = now.substr(begin, now.find('\n', begin) + 1 - begin);
        TRY(change_record(
            withdrawn_file(), most_lines_bytes, [&](const std::string& before) { return before + line; }));
        return now.erase(begin, line.size());
    });
}

Result<std::vector<trace::KeyCertificate>> KeyFolder::withdrawn(const trace::PublicKey& root) const {
    return read_certificates(TRY(read_record(withdrawn_file())), root);
}

Result<std::vector<trace::Revocation>> KeyFolder::revocations() const {
    return read_lines<trace::Revocation>(TRY(read_record(revocations_file())), trace::read_revocation);
}

Result<std::vector<trace::Revocation>> KeyFolder::lifted() const {
    return read_lines<trace::Revocation>(TRY(read_record(lifted_file())), trace::read_revocation);
}

Outcome KeyFolder::add_revocations(const std::vector<trace::Revocation>& revocations) const {
    if (revocations.empty()) return done;
    return change_revocations(revocations_file(), [&](Revocations& all) -> Outcome {
        std::set<std::pair<trace::Revoked, std::string>> known;
        for (const auto& before : all)
            known.emplace(before.kind, before.what);
        Revocations added;
        for (const auto& one : revocations)
            if (known.emplace(one.kind, one.what).second) added.push_back(one);
        all.insert(all.end(), added.begin(), added.end());
        return forget_lifted(lifted_file(), added);
    });
}

Outcome KeyFolder::add_revocation(const trace::Revocation& revocation) const {
    return change_revocations(revocations_file(), [&](Revocations& all) -> Outcome {
        all.push_back(revocation);
        return forget_lifted(lifted_file(), {revocation});
    });
}

Outcome KeyFolder::lift_lots(const std::set<std::string>& lots, const std::string& of, const std::string& why) const {
    return change_revocations(revocations_file(), [&](Revocations& all) -> Outcome {
        const auto stay = std::stable_partition(all.begin(), all.end(), [&](const trace::Revocation& one) {
            return one.kind != trace::Revoked::lot || one.reason != of || !lots.contains(one.what);
        });
        Revocations gone(stay, all.end());
        all.erase(stay, all.end());
        if (gone.empty()) return done;
        for (auto& one : gone)
            one.reason = why;
        return change_revocations(lifted_file(), [&](Revocations& lifted) -> Outcome {
            lifted.insert(lifted.end(), gone.begin(), gone.end());
            return done;
        });
    });
}

bool is_of(const trace::Revocation& lifted, const trace::Revocation& revocation) {
    return lifted.kind == revocation.kind && lifted.what == revocation.what && lifted.from == revocation.from;
}

Result<trace::PublicKey> public_key_of(const std::string& text, const KeyFolder& own) {
    const auto known = own.find(text);
    if (known) return known->facts.public_key;
    if (known.error().cause == Cause::io) return known.error();
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
