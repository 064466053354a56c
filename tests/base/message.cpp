#include "base/message.h"

#include "catch.h"

using namespace temsao;

TEST_CASE("English agrees with its numbers, Vietnamese needs not") {
    const auto both = [](const char* labels, const char* pages) {
        const Message message{"label.summary", {labels, pages, "a.pdf", "15/10/2027"}};
        return say(message, Lang::en).substr(0, say(message, Lang::en).find(':')) + " | " +
               say(message, Lang::vi).substr(0, say(message, Lang::vi).find(':'));
    };
    CHECK(both("1", "1") == "Made 1 label on 1 page | Đã tạo 1 nhãn trên 1 trang");
    CHECK(both("12", "1") == "Made 12 labels on 1 page | Đã tạo 12 nhãn trên 1 trang");
    CHECK(both("0", "21") == "Made 0 labels on 21 pages | Đã tạo 0 nhãn trên 21 trang");
    CHECK(say({"verify.summary", {"3", "1", "0", "0"}}, Lang::en) ==
          "3 valid, 1 needs a further check, 0 not valid, 0 inconclusive.");
}

TEST_CASE("facts are shown, never obeyed") {
    CHECK(say({"file.is_folder", {"{1}\x1b[31m"}}, Lang::en) == "{1}\uFFFD[31m is a folder; name a file.");
}
