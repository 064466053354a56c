#include "store/sealing.h"

#include "base/coding.h"
#include "base/password.h"
#include "base/text.h"
#include "store/named_lines.h"
#include "trace/sodium.h"

namespace temsao::store {
namespace {

namespace sodium = trace::sodium;

constexpr std::size_t least_passphrase = 8;
// About half a second; what libsodium calls "moderate", and what a small office computer can spare.
constexpr sodium::Work usual_work{3, 256ULL << 20};
constexpr sodium::Work most_work{16, 1024ULL << 20}; // of lines that ask for more we believe nothing

std::uint64_t number_of(const std::string& text) {
    const bool fits = !text.empty() && text.size() <= 10 && text.find_first_not_of("0123456789") == text.npos;
    return fits ? std::stoull(text) : 0;
}

std::optional<sodium::Work> fair_work(const std::string& passes, const std::string& memory) {
    const sodium::Work work{number_of(passes), number_of(memory)};
    const bool fair = work.passes >= 1 && work.passes <= most_work.passes && work.memory >= (8 << 10) &&
                      work.memory <= most_work.memory;
    return fair ? std::optional(work) : std::nullopt;
}

struct Box {
    sodium::Work work;
    std::string salt, nonce, box;
};

std::optional<Box> take_box(std::string_view lines) {
    const auto values = read_named_lines(lines, {"passes", "memory", "salt", "nonce", "box"});
    if (!values) return {};
    const auto work = fair_work(values->at(0), values->at(1));
    auto salt = temsao::from_base64(values->at(2)), nonce = temsao::from_base64(values->at(3)),
         box = temsao::from_base64(values->at(4));
    if (!work || !salt || salt->size() != sodium::salt_size || !nonce || nonce->size() != sodium::nonce_size || !box ||
        box->size() < sodium::box_overhead)
        return {};
    return Box{*work, *std::move(salt), *std::move(nonce), *std::move(box)};
}

} // namespace

Result<std::string> seal(std::string_view plain, std::string_view typed) {
    const auto passphrase = spellings_of_password(typed).front();
    if (count_characters(passphrase) < least_passphrase)
        return error(Cause::usage, "key.passphrase_short", {std::to_string(least_passphrase)});
    std::string salt(sodium::salt_size, '\0'), nonce(sodium::nonce_size, '\0');
    sodium::random_bytes(salt.data(), salt.size());
    sodium::random_bytes(nonce.data(), nonce.size());
    const auto box = sodium::lock(plain, passphrase, salt, nonce, usual_work);
    if (!box) return error(Cause::refused, "key.memory", {std::to_string(usual_work.memory >> 20)});
    return named_line("passes", std::to_string(usual_work.passes)) +
           named_line("memory", std::to_string(usual_work.memory)) + named_line("salt", temsao::base64(salt)) +
           named_line("nonce", temsao::base64(nonce)) + named_line("box", temsao::base64(*box));
}

Result<std::string> unseal(std::string_view lines, std::string_view passphrase, const std::string& name) {
    const auto parts = take_box(lines);
    if (!parts) return error(Cause::data, "key.file", {name});
    for (const auto& spelling : spellings_of_password(passphrase))
        if (auto plain = sodium::unlock(parts->box, spelling, parts->salt, parts->nonce, parts->work))
            return *std::move(plain);
    return error(Cause::refused, "key.passphrase", {name});
}

bool is_sealed(std::string_view lines) {
    return take_box(lines).has_value();
}

} // namespace temsao::store
