#pragma once
// Inside `office`: the signed list that the office published last, by everything here that knows of it: keys/published,
// the server's publication, the list that this machine goes by itself, and the database's memory of that. So a lost
// file does not give the next list an old number, and no permit or revocation disappears from it unnoticed.
#include "office/key_folder.h"

namespace temsao::office {

struct LastPublished {
    std::filesystem::path file; // where the newest number is from
    trace::Edition edition;     // the newest number and day
    // Of the newest bundle that is still here.
    std::vector<trace::KeyCertificate> certificates;
    std::vector<trace::Revocation> revocations;
    bool had_policy = false; // of witnesses
};

// Empty before the first publication. Errors: those of read_bundle where keys/published is damaged. Of the other files
// one that is damaged, or that this root did not sign, is left out.
Result<std::optional<LastPublished>> last_published(const std::filesystem::path& home, const trace::PublicKey& root);

// What the last list has and the next one would not, in words: permits that are neither in keys/certificates nor
// withdrawn, revocations that are neither in keys/revocations nor lifted.
Result<std::vector<std::string>>
left_out(const LastPublished& last, const KeyFolder& folder, const trace::PublicKey& root);

} // namespace temsao::office
