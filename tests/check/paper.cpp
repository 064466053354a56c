// The report as paper and as table: the same facts, the worst first, alike labels once, and nothing that a code, a file
// name or an option holds can change the page.
#include "base/html.h"
#include "catalog/import.h"
#include "catch.h"
#include "check/alike.h"

#include <random>
#include <set>

using namespace temsao;
using namespace temsao::check;

namespace {

using verify::Word;

// A product whose texts belong to it alone.
struct Goods {
    catalog::Product product;
    catalog::Certificate certificate;
};

Goods goods(int number) {
    const Date day = *Date::from(2025, 4, 8);
    Goods made{{},
               {.stars = 3,
                .score = {},
                .decision = "",
                .issuer = "",
                .issued = day,
                .valid_to = *Date::from(2028, 4, 8),
                .ended_by = ""}};
    made.product.name = "Nước mắm số " + std::to_string(number);
    made.product.producer = "HTX " + std::to_string(number);
    made.certificate.decision = std::to_string(100 + number) + "/QĐ-UBND";
    return made;
}

CheckedLabel label_of(const Goods& of, Word word, const std::string& lot, const std::string& serial) {
    CheckedLabel label;
    label.reading.text = "https://id.ocop.vn/01/09520000010003/10/" + lot + "/21/" + serial;
    label.reading.corners = {photo::Point{10, 10}, {50, 10}, {50, 50}, {10, 50}};
    label.claim = verify::claim_of(label.reading.text);
    label.verdict.word = word;
    label.verdict.product = &of.product;
    label.verdict.certificate = &of.certificate;
    const auto severity = word == Word::invalid ? Severity::invalid
                          : word == Word::check ? Severity::check
                                                : Severity::info;
    label.verdict.findings = {{Axis::list, "NOT_LISTED", severity, {"1", "2", "3"}, ""}};
    return label;
}

CheckedRun run_of(std::vector<CheckedLabel> labels) {
    CheckedRun run{.files = {}, .date = *Date::from(2026, 11, 30), .list = {}};
    run.list = catalog::ListHeader{"danh-sach.csv", *Date::from(2026, 11, 1), true};
    run.list_mark = "30a1fa3ff0db3580";
    run.place = "Chợ Vinh";
    run.inspector = "Trần Văn An";
    run.number = "07/BB-2026";
    CheckedFile file;
    file.file = "anh/to.jpg";
    file.width = 100;
    file.height = 80;
    file.thumbnail_jpeg = "picture";
    file.labels = std::move(labels);
    run.files = {file};
    return run;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + part.size()))
        ++found;
    return found;
}

} // namespace

TEST_CASE("eighteen alike labels are one entry with all serial numbers, and one picture with eighteen outlines") {
    const auto of = goods(1);
    std::vector<CheckedLabel> labels;
    for (int i = 0; i < 18; ++i)
        labels.push_back(label_of(of, Word::check, "L1", "S" + std::to_string(100 + i)));
    const auto run = run_of(labels);
    REQUIRE(alike_labels(run).size() == 1);
    const auto html = check_html(run, Lang::vi);
    CHECK(count(html, "<article>") == 1);
    CHECK(count(html, "<img ") == 1);
    CHECK(count(html, "<polygon ") == 18);
    CHECK(html.find("18 tem") != html.npos);
    for (int i = 0; i < 18; ++i)
        CHECK(html.find("S" + std::to_string(100 + i)) != html.npos);
}

TEST_CASE("the paper says where, who, which number and which edition of the list, and has lines to sign") {
    const auto of = goods(1);
    const auto html = check_html(run_of({label_of(of, Word::valid, "L1", "S1")}), Lang::vi);
    for (const auto* words : {"Chợ Vinh",
                              "Trần Văn An",
                              "07/BB-2026",
                              "danh-sach.csv",
                              "01/11/2026",
                              "30a1fa3ff0db3580",
                              "có chữ ký của cơ quan OCOP tỉnh",
                              "Đại diện nơi kiểm tra",
                              "(ký, ghi rõ họ tên)",
                              "https://id.ocop.vn/01/09520000010003/10/L1/21/S1",
                              "@page{size:A4"}) {
        CAPTURE(words);
        CHECK(html.find(words) != html.npos);
    }
    CHECK(html.find("<details") == html.npos); // what is folded away is not on paper
    auto unknown = run_of({label_of(of, Word::valid, "L1", "S1")});
    unknown.place = unknown.inspector = "";
    CHECK(count(check_html(unknown, Lang::vi), "class=\"blank\"") == 2); // lines to write on
}

TEST_CASE("a photo whose end is missing is told apart from alike labels of whole photos, on paper and in the table") {
    const auto of = goods(1);
    auto run = run_of({label_of(of, Word::check, "L1", "S1")});
    run.files.push_back(run.files[0]);
    run.files[1].file = "anh/cut.jpg";
    run.files[1].is_truncated = true;
    CheckedFile broken;
    broken.file = "anh/hong.jpg";
    broken.word = Word::inconclusive;
    broken.trouble = error(Cause::data, "photo.broken", {"anh/hong.jpg", "JPEG"});
    run.files.push_back(broken);
    CHECK(alike_labels(run).size() == 3);
    const auto html = check_html(run, Lang::en);
    CHECK(count(html, escape(say({"verify.truncated", {}}, Lang::en))) == 1);
    CHECK(html.find("2 photos, 2 labels; 1 file could not be read") != html.npos);
    const auto csv = check_csv(run, Lang::en);
    CHECK(csv.find(",entry,truncated\n") != csv.npos);
    CHECK(count(csv, ",1,0\n") == 1);
    CHECK(count(csv, ",2,1\n") == 1);
    CHECK(count(csv, ",3,\"\"\n") == 1);
}

TEST_CASE("paper and table tell the same facts of random runs, the worst first, and every label once") {
    std::mt19937 draw(16);
    for (int round = 0; round < 200; ++round) {
        std::vector<Goods> shelf;
        for (int i = 0; i < 5; ++i)
            shelf.push_back(goods(i));
        std::vector<CheckedLabel> labels;
        const auto size = 1 + draw() % 30;
        for (unsigned i = 0; i < size; ++i)
            labels.push_back(label_of(shelf[draw() % 5],
                                      verify::every_word[draw() % 4],
                                      "L" + std::to_string(draw() % 3),
                                      "S" + std::to_string(i)));
        const auto run = run_of(labels);
        const auto html = check_html(run, Lang::vi), csv = check_csv(run, Lang::vi);

        const auto groups = alike_labels(run);
        std::set<const CheckedLabel*> told;
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (g > 0) REQUIRE(groups[g - 1].word >= groups[g].word);
            for (const auto& [file, label] : groups[g].labels) {
                REQUIRE(told.insert(label).second);
                REQUIRE(label->verdict.word == groups[g].word);
                REQUIRE(label->verdict.product == groups[g].labels[0].second->verdict.product);
                REQUIRE(label->claim.code->lot == groups[g].labels[0].second->claim.code->lot);
            }
        }
        REQUIRE(told.size() == labels.size());
        REQUIRE(count(html, "<article>") == groups.size());
        REQUIRE(count(csv, "\n") == labels.size() + 1);
        for (const auto& label : labels)
            for (const auto& fact : {label.verdict.product->name,
                                     label.verdict.product->producer,
                                     label.verdict.certificate->decision,
                                     label.claim.code->lot,
                                     label.claim.code->serial,
                                     verdict_words(label.verdict.word, Lang::vi),
                                     run.place,
                                     run.inspector,
                                     run.number,
                                     run.list_mark}) {
                CAPTURE(round, fact);
                REQUIRE(html.find(fact) != html.npos);
                REQUIRE(csv.find(fact) != csv.npos);
            }
    }
}

TEST_CASE("names and numbers from outside stay text") {
    const std::string evil = "</style><script>alert(1)</script>\"}\\<img src=x onerror=1>";
    const auto of = goods(1);
    auto run = run_of({label_of(of, Word::invalid, "L1", "S1")});
    run.place = run.inspector = run.number = run.files[0].file = run.list->source = evil;
    run.files[0].labels[0].reading.text = evil;
    const auto html = check_html(run, Lang::vi);
    CHECK(html.find("<script") == html.npos);
    CHECK(count(html, "</style>") == 1);
    CHECK(count(html, "<img ") == 1);
    run.place = "=HYPERLINK(1)";
    CHECK(check_csv(run, Lang::vi).find(",=HYPERLINK") == std::string::npos);
}

TEST_CASE("outlines lie on a photo that the camera noted as turned") {
    const auto of = goods(1);
    auto run = run_of({label_of(of, Word::valid, "L1", "S1")});
    run.files[0].exif_orientation = 6; // a phone held upright: the stored rows run downwards
    const auto html = check_html(run, Lang::vi);
    CHECK(html.find("viewBox=\"0 0 80 100\"") != html.npos);
    CHECK(html.find("points=\"70.0,10.0 70.0,50.0 30.0,50.0 30.0,10.0 \"") != html.npos);
}
