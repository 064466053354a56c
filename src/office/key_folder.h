#pragma once
// The keys of this machine, plain files in the data directory.
//   keys/NAME.key         a secret key: mode 0600, encrypted with a password (trace/FORMAT.md)
//   keys/NAME.pub         its public half, as minisign writes it, to hand on
//   keys/certificates     one line for each signing permit that the root key signed
//   keys/revocations      one line for each revocation
//   keys/lifted           one line for each revocation that was lifted, with the reason
//   keys/withdrawn        one line for each signing permit that was withdrawn
//   keys/published        the bundle that was published last
// A revocation that is missing and not in keys/lifted was lost, and so was a permit that is missing and not in
// keys/withdrawn.
//
// The key named root is the province's root key. Certificates, withdrawn ones, revocations, lifted ones and the
// published bundle are files of record (system/record_file.h). The last line of the revocations, and of the lifted
// ones, is "# sha256 …" over the lines above it, since nobody signs them until they are published; a file of
// revocations without it was written by an earlier temsao. Any thread: who changes a file locks it meanwhile, so that
// several programs may work with one folder.
#include "job/job.h"
#include "store/key_file.h"
#include "trace/bundle.h"

#include <set>

namespace temsao::office {

inline constexpr auto root_name = "root";

// Where a password comes from: the first line of a file, else a person who types it.
struct PassphraseSource {
    std::optional<std::filesystem::path> file = {};
    std::function<std::optional<std::string>(const std::string& words, bool is_new)> ask =
        {}; // Surroundings::ask_secret
};

// --passphrase-file, else the person at the keyboard.
PassphraseSource read_passphrase_wish(const job::Request& request, const job::Surroundings& around);

struct OwnKey {
    std::string name;
    store::KeyFileFacts facts;
};

class KeyFolder {
public:
    explicit KeyFolder(const std::filesystem::path& home) : folder_(home / "keys") {}

    std::filesystem::path secret_file(const std::string& name) const;
    std::filesystem::path public_file(const std::string& name) const;
    std::filesystem::path published_file() const;
    std::filesystem::path certificates_file() const;
    std::filesystem::path revocations_file() const;
    std::filesystem::path lifted_file() const;
    std::filesystem::path withdrawn_file() const;

    // Makes NAME.key and NAME.pub. Errors: key.name {name}, and those of store::save_key.
    Outcome
    add(const std::string& name, const trace::SecretKey& key, const std::string& owner, std::string_view secret) const;

    Result<std::vector<OwnKey>> keys() const;           // by name
    Result<OwnKey> find(const std::string& name) const; // error key.none {name} (Cause::missing)
    Result<OwnKey> find_root() const;                   // the province's; error key.no_root (Cause::missing)

    Result<std::optional<trace::PublicKey>> root_if_there() const; // the province's; empty: this office has none

    // The secret key; its password comes from --passphrase-file or is asked for. Errors: key.none, key.no_passphrase
    // {name}, those of store::load_key.
    Result<trace::SecretKey> unlock(const std::string& name, const PassphraseSource& source, Lang lang) const;

    Result<std::vector<trace::KeyCertificate>> certificates(const trace::PublicKey& root) const;
    // Error key.certified_already {key, from, to} (Cause::refused) when exactly this one is there.
    Outcome add_certificate(const trace::KeyCertificate& certificate, const std::string& line, Lang lang) const;
    // `choose` is given all certificates and returns the place of the one to remove, or the error to return.
    using ChooseCertificate = std::function<Result<std::size_t>(const std::vector<trace::KeyCertificate>&)>;
    Outcome remove_certificate(const trace::PublicKey& root, const ChooseCertificate& choose) const;
    Result<std::vector<trace::KeyCertificate>> withdrawn(const trace::PublicKey& root) const;
    Result<std::vector<trace::Revocation>> revocations() const;
    Outcome add_revocation(const trace::Revocation& revocation) const;
    // All in one step; where something is revoked already, its first revocation stays.
    Outcome add_revocations(const std::vector<trace::Revocation>& revocations) const;
    // Ends the revocations of these lots ("PRODUCT/LOT") that have the reason `of`; `why` is kept.
    Outcome lift_lots(const std::set<std::string>& lots, const std::string& of, const std::string& why) const;
    Result<std::vector<trace::Revocation>> lifted() const; // their reason is why they were lifted

private:
    Result<bool> has(const std::string& name) const;

    std::filesystem::path folder_;
};

// Does a line of keys/lifted end this revocation?
bool is_of(const trace::Revocation& lifted, const trace::Revocation& revocation);

// The public key that `text` means: the name of a key on this machine, a public key file, minisign's "RW…" or 32 bytes
// in base64. Errors: key.public {text} (Cause::usage), key.unsound.
Result<trace::PublicKey> public_key_of(const std::string& text, const KeyFolder& own);

// The password from --passphrase-file, else asked for, twice for a new key. Error key.no_passphrase {name} when nobody
// can be asked.
Result<std::string> passphrase_of(const std::string& name, bool is_new, const PassphraseSource& source, Lang lang);

} // namespace temsao::office
