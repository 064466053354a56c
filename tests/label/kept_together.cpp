// Which words stay on one line. phrases.txt has the cases; each is also set in columns of every width.
#include "label/kept_together.h"

#include "catch.h"
#include "label/text_flow.h"
#include "label_ruler.h"
#include "system/file.h"

#include <algorithm>
#include <map>

using namespace temsao;
using namespace temsao::label;

namespace {

struct Phrase {
    std::string kind, marked; // "~" where the words hold on to each other

    std::string text() const {
        auto plain = marked;
        std::replace(plain.begin(), plain.end(), '~', ' ');
        return plain;
    }
};

std::vector<Phrase> phrases() {
    const auto file = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/label/phrases.txt", 1'000'000);
    REQUIRE(file);
    std::vector<Phrase> all;
    for (std::string_view rest = *file; !rest.empty();) {
        const auto line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (line.starts_with('#')) continue;
        const auto tab = line.find('\t');
        all.push_back({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))});
    }
    return all;
}

Tie weakest(const std::string& kind) {
    return std::map<std::string, Tie>{
        {"number", Tie::number}, {"place", Tie::place}, {"name", Tie::name}, {"free", Tie::name}}
        .at(kind);
}

} // namespace

TEST_CASE("numbers, phones, days, places, people and words of two syllables stay whole, all else is free") {
    const auto all = phrases();
    REQUIRE(all.size() > 400);
    for (const auto& phrase : all) {
        INFO(phrase.kind << ": " << phrase.marked);
        // Both ways: what is marked holds, and what is not marked gives way.
        std::string set;
        const auto text = phrase.text();
        for (const auto piece : kept_pieces(text, weakest(phrase.kind))) {
            auto held = std::string(piece);
            std::replace(held.begin(), held.end(), ' ', '~');
            set += (set.empty() ? "" : " ") + held;
        }
        CHECK(set == phrase.marked);
        CHECK(kept_pieces(text, Tie::none).size() ==
              static_cast<std::size_t>(1 + std::count(text.begin(), text.end(), ' ')));
    }
}

TEST_CASE("set in columns of every width no phrase is torn as long as its pieces have room") {
    const test::Ruler ruler;
    const TextStyle style{.size_pt = 10};
    std::size_t set = 0;
    for (const auto& phrase : phrases()) {
        const auto least = weakest(phrase.kind);
        const auto text = phrase.text();
        for (double width = 5; width < 80; width += 2.5) {
            const auto lines = break_lines(text, style, Mm{width}, ruler, {}, least);
            if (!lines) continue;
            ++set;
            std::string joined;
            for (const auto& line : *lines) {
                if (!joined.empty()) {
                    const auto place = joined.size();
                    INFO(phrase.marked << " at " << width << " mm");
                    CHECK(phrase.marked[place] == ' ');
                    joined += ' ';
                }
                joined += line;
            }
            CHECK(joined == text);
        }
    }
    CHECK(set > 5'000);
}

TEST_CASE("the tie between two lines is told, and a no-break space locks words without a question") {
    CHECK(tie_between("khối lượng tịnh 500", "g mỗi túi") == Tie::number);
    CHECK(tie_between("làm tại xã Kỳ", "Phú, tỉnh Mẫu") == Tie::place);
    CHECK(tie_between("bà Nguyễn Thị", "Mẫu") == Tie::name);
    CHECK(tie_between("để nơi khô", "mát") == Tie::none);
    CHECK(tie_between("", "g") == Tie::none);
    CHECK(kept_pieces("Chum\u00a0Vàng ngon", Tie::none) == std::vector<std::string_view>{"Chum\u00a0Vàng", "ngon"});
    CHECK(kept_pieces("", Tie::name).empty());
}
