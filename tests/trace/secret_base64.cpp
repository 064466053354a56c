// Two writers of base64, ours and libsodium's in constant time: each checks the other.
#include "base/coding.h"
#include "catch.h"
#include "trace/sodium.h"

#include <random>

using namespace temsao;
using trace::sodium::base64_of_secret;
using trace::sodium::secret_from_base64;

TEST_CASE("base64 is the same for secrets and for all else, of 5,000 random bytes and of 50,000 damaged texts") {
    std::mt19937 dice(3);
    for (int i = 0; i < 5000; ++i) {
        std::string bytes;
        for (auto left = dice() % 70; left > 0; --left)
            bytes += static_cast<char>(dice() % 256);
        const auto text = base64(bytes);
        REQUIRE(text == base64_of_secret(bytes));
        REQUIRE(from_base64(text) == bytes);
        for (int k = 0; k < 10; ++k) {
            auto damaged = text;
            const char any = "ABZaz09+/=-_ \n\xff\0"[dice() % 16];
            const auto at = dice() % (damaged.size() + 1);
            if (k % 3 == 0 || damaged.empty())
                damaged.insert(at, 1, any);
            else if (k % 3 == 1)
                damaged.erase(std::min(at, damaged.size() - 1), 1);
            else
                damaged[std::min(at, damaged.size() - 1)] = any;
            CAPTURE(damaged);
            REQUIRE(from_base64(damaged) == secret_from_base64(damaged));
        }
    }
}
