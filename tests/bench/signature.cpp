// How many codes one core signs and checks in a second, beside what libsodium itself takes for the bare signature.
#include "trace/signed_code.h"

#include <cstdio>
#include <ctime>

namespace {

template <class Work>
double rate(Work work) {
    const auto start = std::clock(); // processor time: other work on the machine does not count
    std::size_t done = 0;
    double seconds = 0;
    while (seconds < 1.0) {
        for (int i = 0; i < 100; ++i)
            work();
        done += 100;
        seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }
    return static_cast<double>(done) / seconds;
}

} // namespace

int main() {
    using namespace temsao;
    using namespace temsao::trace;
    const auto key = SecretKey::from_seed({1, 2, 3});
    TraceCode code;
    code.host = "id.ocop.vn";
    code.gtin = *gs1::Gtin::parse("09521234543213");
    code.serial = "K7M2P9XQ";
    code.made = Date::from(2026, 11, 24);
    const KeyRing keys({{key.public_key(), *Date::from(2026, 1, 1), *Date::from(2027, 1, 1), {}, "x"}}, {});
    const auto text = *make_signed_uri(code, 4, key);
    const auto message = text.substr(0, text.size() - 155);
    const auto signature = key.sign(message);
    std::size_t good = 0;
    const double bare_sign = rate([&] { good += key.sign(message)[0]; });
    const double sign = rate([&] { good += make_signed_uri(code, 4, key)->size(); });
    const double bare_check = rate([&] { good += key.public_key().verifies(message, signature); });
    const double check = rate([&] {
        good += check_signature(text, *parse(text).code, keys, *Date::from(2026, 11, 24)).state == SignatureState::ok;
    });
    std::printf(
        "sign:  %8.0f codes a second, %8.0f bare signatures (%.0f%%)\n", sign, bare_sign, 100 * sign / bare_sign);
    std::printf(
        "check: %8.0f codes a second, %8.0f bare signatures (%.0f%%)\n", check, bare_check, 100 * check / bare_check);
    return good == 0;
}
