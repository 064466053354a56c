// Bytes as text and back.
#include "base/coding.h"

#include "catch.h"

using namespace temsao;

TEST_CASE("base64 gives the texts of RFC 4648, and takes them back") {
    const std::pair<std::string, std::string> cases[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"},
                                                         {std::string("\0\xff\xfe", 3), "AP/+"}};
    for (const auto& [bytes, text] : cases) {
        CHECK(base64(bytes) == text);
        CHECK(from_base64(text) == bytes);
    }
    std::string all;
    for (int size = 0; size < 300; ++size) {
        CHECK(from_base64(base64(all)) == all);
        all += static_cast<char>(size);
    }
}

TEST_CASE("what base64 does not write is not taken back") {
    for (const std::string text : {"Z",
                                   "Zg",
                                   "Zg=",
                                   "Zg==Zg==",
                                   "Zh==",
                                   "Zm9=",
                                   "Z===",
                                   "====",
                                   "Zm9v\n",
                                   " m9v",
                                   "Zm-_",
                                   "Zm9\xff",
                                   "=m9v",
                                   "Zm=v"})
        CHECK_FALSE(from_base64(text));
}
