#include "base/message.h"

#include "base/called_options.h"
#include "base/finding.h"
#include "catch.h"

using namespace temsao;

TEST_CASE("English agrees with its numbers, Vietnamese needs not") {
    const auto both = [](const char* labels, const char* pages) {
        const Message message{"label.summary", {labels, pages, "a.pdf", "15/10/2027"}};
        return say(message, Lang::en).substr(0, say(message, Lang::en).find(':')) + " | " +
               say(message, Lang::vi).substr(0, say(message, Lang::vi).find(':'));
    };
    CHECK(both("1", "1") == "Made 1 label on 1 page | Đã tạo 1 tem trên 1 trang");
    CHECK(both("12", "1") == "Made 12 labels on 1 page | Đã tạo 12 tem trên 1 trang");
    CHECK(both("0", "21") == "Made 0 labels on 21 pages | Đã tạo 0 tem trên 21 trang");
    CHECK(say({"verify.summary", {"3", "1", "0", "0"}}, Lang::en) ==
          "3 valid, 1 needs a further check, 0 not valid, 0 inconclusive.");
}

TEST_CASE("facts are shown, never obeyed") {
    CHECK(say({"file.is_folder", {"{1}\x1b[31m"}}, Lang::en) == "{1}\uFFFD[31m is a folder; name a file.");
}

TEST_CASE("a day is written as each language writes it, however the fact has it") {
    for (const auto* day : {"02/09/2026", "2026-09-02"}) {
        CHECK(say({"GOODS_EXPIRED", {day}}, Lang::vi) == "Hàng đã quá hạn sử dụng 02/09/2026.");
        CHECK(say({"GOODS_EXPIRED", {day}}, Lang::en) == "The goods are past their expiry date 2 Sep 2026.");
    }
    CHECK(say({"GOODS_EXPIRED", {"31/02/2026"}}, Lang::en) == "The goods are past their expiry date 31/02/2026.");
}

TEST_CASE("a moment is told to the minute as each language writes it, and a day stays a day") {
    const auto future = [](const std::string& at, Lang lang) { return say({"lot.future", {at}}, lang); };
    CHECK(future("2026-12-01T12:05:00+07:00", Lang::vi).starts_with("Thời điểm 01/12/2026 12:05 chưa tới"));
    CHECK(future("2026-12-01T12:05:00+07:00", Lang::en).starts_with("The moment 1 Dec 2026 12:05 has"));
    CHECK(future("2026-12-01", Lang::vi).starts_with("Thời điểm 01/12/2026 chưa tới"));
    CHECK(future("2026-12-01T", Lang::en).starts_with("The moment 2026-12-01T has"));
}

TEST_CASE("a figure has the reader's decimal sign, and no other point changes") {
    const Message message{"QUANTITY_HEIGHT", {"2.98 mm", "3.20 mm"}};
    CHECK(say(message, Lang::vi).find("cao 2,98 mm, nên có ít nhất 3,20 mm") != std::string::npos);
    CHECK(say(message, Lang::en).find("are 2.98 mm high and should be at least 3.20 mm") != std::string::npos);
}

TEST_CASE("a serial number's state is told in the reader's language") {
    CHECK(say({"serial.state", {"LO-17", "voided"}}, Lang::vi).find("“đã hủy”") != std::string::npos);
    CHECK(say({"serial.state", {"LO-17", "reissued"}}, Lang::en).find("“replaced”") != std::string::npos);
}

TEST_CASE("what a person left out leaves nothing behind in a sentence") {
    for (const auto* id : {"LOT_REVOKED", "SERIAL_REVOKED", "SIG_KEY_REVOKED", "REVOKED_HERE.lot"}) {
        CAPTURE(id);
        const auto with = say({id, {"X", "2026-11-20", "in hỏng"}}, Lang::en),
                   without = say({id, {"X", "2026-11-20", ""}}, Lang::en);
        CHECK(with.find("eason: in hỏng") != std::string::npos);
        CHECK(without.find("eason") == std::string::npos);
        CHECK(without.size() < with.size());
    }
    CHECK(say({"SERIAL_REVOKED", {"P/X", "2026-11-20", "in hỏng"}}, Lang::vi) ==
          "Sê-ri P/X đã bị hủy từ ngày 20/11/2026. Lý do: in hỏng.");
    CHECK(say({"SERIAL_REVOKED", {"P/X", "2026-11-20", ""}}, Lang::vi) == "Sê-ri P/X đã bị hủy từ ngày 20/11/2026.");
    CHECK(say({"LOT_REVOKED", {"P/L", "2026-11-20", ""}}, Lang::en) ==
          "Recalled since 20 Nov 2026: do not use, take it back. Lot P/L.");
    CHECK(say({"SIG_KEY_REVOKED", {"7", "2026-11-20", ""}}, Lang::en) ==
          "Key 7 was revoked on 20 Nov 2026; this signature no longer proves anything, check in another way.");
    CHECK(say({"SERIAL_REVOKED", {"P/X", "2026-11-20", "{0}|\x1b"}}, Lang::en) ==
          "Serial number P/X was voided on 20 Nov 2026. Reason: {0}|\uFFFD.");
}

TEST_CASE("the options of a sentence are called as a door calls them, and what somebody typed stays as it is") {
    const CallOption here = [](std::string_view option) { return "<" + std::string(option) + ">"; };
    CHECK(say({"option.number", {"limit", "a --lot", "1", "9"}}, Lang::en, here) ==
          "<limit> “a --lot” must be a whole number from 1 to 9.");
    CHECK(say({"option.number", {"limit", "x", "1", "9"}}, Lang::vi, here) ==
          "<limit> “x” phải là số nguyên từ 1 đến 9.");
    CHECK(say({"backup.no_keys", {"temsao --x"}}, Lang::en, here) ==
          "The backup temsao --x has no secret keys; leave out <with-keys>.");
    CHECK(say({"lot.either", {"passed", "failed"}}, Lang::en, here) == "Use one of the two: <passed> or <failed>.");
    CHECK(say({"lot.either", {"passed", "failed"}}, Lang::en) == "Use one of the two: --passed or --failed.");
    CHECK(say({"job.unknown", {"x"}}, Lang::en, here) == "There is no command “x”; see temsao --help.");
}

TEST_CASE("a rule's mark never reaches a reader") {
    CHECK(rule_words("37/2026/NĐ-CP Điều 42(1) [F]", Lang::vi) == "37/2026/NĐ-CP Điều 42(1)");
    CHECK(rule_words("148/QĐ-TTg [M]", Lang::vi) == "148/QĐ-TTg, chưa đối chiếu bản gốc");
    CHECK(rule_words("148/QĐ-TTg [M]", Lang::en) == "148/QĐ-TTg, not checked against the original text");
    CHECK(rule_words("Tem Sao [D]", Lang::en) == "a Tem Sao convention");
    CHECK(rule_words("1162/QĐ-VPĐP-OCOP [D]", Lang::vi) == "1162/QĐ-VPĐP-OCOP, quy ước của Tem Sao");
    CHECK(rule_words("148/QĐ-TTg, 36 tháng", Lang::vi) == "148/QĐ-TTg, 36 tháng");
    CHECK(rule_words("", Lang::vi).empty());
}
