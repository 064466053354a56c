// One password in every spelling that keyboards give it.
#include "base/password.h"

#include "base/text.h"
#include "catch.h"

#include <algorithm>

using namespace temsao;

TEST_CASE("a password is kept composed, whichever way it is typed") {
    const std::string composed_text = "mật khẩu của tỉnh", mark = "\xef\xbb\xbf";
    const auto taken_apart = decomposed(composed_text);
    CHECK(taken_apart != composed_text);
    for (const auto& typed : {composed_text, taken_apart, mark + composed_text, mark + taken_apart})
        CHECK(spellings_of_password(typed).front() == composed_text);
}

TEST_CASE("what was set in any spelling before is among those that are tried") {
    const std::string composed_text = "Đường đến chợ", mark = "\xef\xbb\xbf";
    const auto taken_apart = decomposed(composed_text);
    const std::vector<std::string> all = {composed_text, taken_apart};
    for (const auto& typed : all) {
        const auto tried = spellings_of_password(typed);
        for (const auto& set : all)
            CHECK(std::find(tried.begin(), tried.end(), set) != tried.end());
    }
    const auto with_mark =
        spellings_of_password(mark + composed_text); // set from a file with the mark, by an older temsao
    CHECK(std::find(with_mark.begin(), with_mark.end(), mark + composed_text) != with_mark.end());
}

TEST_CASE("other passwords stay other ones, and one without accents is tried once") {
    CHECK(spellings_of_password("correct horse") == std::vector<std::string>{"correct horse"});
    CHECK(spellings_of_password("mat khau").front() != spellings_of_password("mật khẩu").front());
    CHECK(spellings_of_password("\xff\xfe raw bytes").front() == "\xff\xfe raw bytes");
    CHECK(spellings_of_password(" a  b ").front() == " a  b "); // blanks count
}

TEST_CASE("passwords that guessers try first are known, and words put together are none of them") {
    for (const auto* easy : {"1234567890",
                             "0987654321",
                             "aaaaaaaaaaaa",
                             "1111122222",
                             "qwertyuiop",
                             "qwerty12345",
                             "password123456",
                             "P@ssw0rd2024",
                             "matkhau123456",
                             "Mật khẩu 123",
                             "iloveyou2024",
                             "hatinh2026ocop",
                             "abcdefghij",
                             "ngocanh.2025",
                             "anhyeuem123",
                             "1q1q1q1q1q"}) {
        INFO(easy);
        CHECK(is_easily_guessed(easy, "ngocanh"));
    }
    for (const auto* fair : {"mật khẩu của bài thử",
                             "correct horse battery",
                             "vài từ ghép lại với nhau",
                             "h7Kq-92xZt!m",
                             "thanh long ruột đỏ",
                             "Nước mắm cốt nhĩ",
                             "tôi đi chợ lúc 5 giờ"}) {
        INFO(fair);
        CHECK_FALSE(is_easily_guessed(fair, "lan"));
    }
}
