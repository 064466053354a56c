// Each rule with a label that breaks only it; the label all of them start from breaks none.
#include "label/preflight.h"

#include "catch.h"
#include "drawn_rules.h"
#include "label/badge.h"
#include "label/label_date.h"
#include "shipped_fonts.h"
#include "system/file.h"

#include <functional>
#include <set>

using namespace temsao;
using namespace temsao::label;
using render::test::shipped_fonts;

namespace {

Date day(const char* iso) {
    return *Date::parse_iso(iso);
}

// What a case may change before the label is drawn, and after.
struct Bench {
    std::string svg = R"svg(<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="60mm" viewBox="0 0 90 60">
  <rect x="0" y="0" width="63" height="18" fill="#0a4a5a"/>
  <rect data-kind="text" data-field="name" x="4" y="4" width="57" height="4" data-size="11" data-weight="700" data-ink="#ffffff" fill="none"/>
  <rect data-kind="text" data-field="net_quantity" data-optional="yes" x="4" y="12" width="57" height="3.5" data-size="13" data-ink="#ffffff" fill="none"/>
  <rect data-kind="facts" data-facts="Thành phần:=ingredients?; Dinh dưỡng:=nutrition?; HDSD:=usage?; Bảo quản:=storage?; Cảnh báo:=warning?" x="4" y="21" width="57" height="20" data-size="6" fill="none"/>
  <rect data-kind="facts" data-facts="Sản xuất bởi:=producer?; Địa chỉ:=address?; Xuất xứ:=origin?" x="4" y="46" width="57" height="12" data-size="6" fill="none"/>
  <rect data-kind="badge" x="65" y="2" width="23" height="22" fill="none"/>
  <rect data-kind="code" x="65" y="14.2" width="23" height="23" fill="none"/>
  <rect data-kind="facts" data-layout="columns" data-facts="NSX=made?; HSD=expires?; Số lô=lot?" x="67" y="43" width="20.5" height="11.4" data-size="6" fill="none"/>
</svg>)svg";
    LabelRecord record{.fields = {{"name", "Nước mắm cá cơm Mẫu"},
                                  {"net_quantity", "500 ml"},
                                  {"ingredients", "Cá cơm (75 %), muối biển (25 %)"},
                                  {"nutrition",
                                   "100 ml: Năng lượng 50 kcal; Chất đạm 12 g; Carbohydrat 0,5 g; Chất béo 0 g; Natri "
                                   "9000 mg"},
                                  {"usage", "Chấm trực tiếp hoặc nêm nấu"},
                                  {"storage", "Nơi khô ráo, tránh nắng"},
                                  {"warning", "Không dùng cho người dị ứng cá"},
                                  {"producer", "HTX Mẫu"},
                                  {"address", "Thôn 1, xã Kỳ Xuân, tỉnh Hà Tĩnh"},
                                  {"origin", "Việt Nam"},
                                  {"made", "24/11/2026"},
                                  {"expires", "24/11/2028"},
                                  {"lot", "261124"}},
                       .stars = 3,
                       .valid_to = day("2028-04-08"),
                       .group = catalog::Group::food};
    Goods goods = Goods::food;
    bool is_whole_label = true;
    Date printed = day("2026-11-24"), made = day("2026-11-24");
    std::optional<Date> expires = day("2028-11-24");
    double face_cm2 = 0;
    QuantityHeights heights = QuantityHeights::by_area;
    std::function<void(Drawing&)> after = [](Drawing&) {};

    void replace(const std::string& what, const std::string& with) {
        const auto at = svg.find(what);
        REQUIRE(at != svg.npos);
        svg.replace(at, what.size(), with);
    }

    void art(const std::string& element) { replace("</svg>", element + "</svg>"); }

    Drawing draw() const {
        const auto design = parse_template(svg, "bench");
        REQUIRE(design.ok());
        const auto symbol = symbol::encode("https://id.ocop.vn/01/09521234543213/10/261124?17=281124");
        auto drawing = fill(*design,
                            record,
                            std::make_shared<const symbol::Symbol>(*symbol),
                            shipped_fonts(),
                            Resolution::from_dpi(300));
        if (!drawing) FAIL(say(drawing.error().what, Lang::en));
        after(*drawing);
        return *std::move(drawing);
    }

    std::vector<LabelFinding> look() const {
        const auto drawing = draw();
        return preflight(drawing,
                         {.record = record,
                          .goods = goods,
                          .is_whole_label = is_whole_label,
                          .day = printed,
                          .made = made,
                          .expires = expires,
                          .face_cm2 = face_cm2,
                          .quantity_heights = heights},
                         shipped_fonts());
    }

    void make_on(const char* iso) {
        made = day(iso);
        record.fields["made"] = made.vietnamese();
    }
};

// "LETTER_HEIGHT check"
std::set<std::string> codes(const std::vector<LabelFinding>& findings) {
    std::set<std::string> all;
    for (const auto& one : findings)
        all.insert(one.finding.code + " " + std::string(name(one.finding.severity)));
    return all;
}

struct Case {
    const char* what;
    const char* expected;
    std::function<void(Bench&)> breaks;
};

void move(Item& item, Mm across, Mm down) {
    if (auto* line = std::get_if<TextLine>(&item)) {
        line->x += across;
        line->baseline += down;
    }
    auto* filled = std::get_if<FilledPath>(&item);
    auto* stroked = std::get_if<StrokedPath>(&item);
    if (!filled && !stroked) return;
    for (auto& step : filled ? filled->path : stroked->path) {
        step.x += across.value;
        step.y += down.value;
    }
}

// The badge's words and stars: all that follows the last field but the code itself.
void move_badge(Drawing& drawing, Mm across, Mm down) {
    for (auto& item : drawing.items) {
        const auto* line = std::get_if<TextLine>(&item);
        const auto* filled = std::get_if<FilledPath>(&item);
        const auto* stroked = std::get_if<StrokedPath>(&item);
        const bool words = line && (line->text == "OCOP" || line->text.starts_with("ĐẾN"));
        const bool star = (filled && filled->path.size() == 11) || (stroked && stroked->path.size() == 11);
        if (words || star) move(item, across, down);
    }
}

TextLine& line_of(Drawing& drawing, const std::string& field) {
    for (const auto& placed : drawing.fields)
        if (placed.field == field) return std::get<TextLine>(drawing.items[placed.items.back()]);
    FAIL("no field " + field);
    throw 0;
}

const std::vector<Case> cases = {
    // mandatory content, by law and goods -------------------------------------------------------------------------
    {"no address in the list, new decree",
     "CONTENT_NOT_IN_LIST invalid",
     [](Bench& b) { b.record.fields.erase("address"); }},
    {"no producer on the template",
     "CONTENT_NOT_ON_TEMPLATE invalid",
     [](Bench& b) { b.replace("Sản xuất bởi:=producer?; ", ""); }},
    {"no origin", "CONTENT_NOT_IN_LIST invalid", [](Bench& b) { b.record.fields.erase("origin"); }},
    {"no origin, old decree: from memory, so it warns",
     "CONTENT_NOT_IN_LIST check",
     [](Bench& b) {
         b.make_on("2026-01-22");
         b.record.fields.erase("origin");
     }},
    {"food without ingredients, old decree: its appendix is known",
     "CONTENT_NOT_IN_LIST invalid",
     [](Bench& b) {
         b.make_on("2026-01-22");
         b.record.fields.erase("ingredients");
     }},
    {"food without ingredients, new decree: its appendix could not be read",
     "CONTENT_NOT_IN_LIST check",
     [](Bench& b) { b.record.fields.erase("ingredients"); }},
    {"rice without quantity",
     "CONTENT_NOT_IN_LIST check",
     [](Bench& b) {
         b.goods = Goods::grain;
         b.record.fields.erase("net_quantity");
     }},
    {"cosmetics without lot",
     "CONTENT_NOT_IN_LIST check",
     [](Bench& b) {
         b.goods = Goods::cosmetic;
         b.record.fields["lot"].clear();
     }},
    {"health food without the words it must carry",
     "CONTENT_WORDING check",
     [](Bench& b) { b.goods = Goods::health_food; }},
    {"wine without its alcohol", "CONTENT_WORDING check", [](Bench& b) { b.goods = Goods::alcohol; }},
    {"craft without material",
     "CONTENT_NOT_IN_LIST check",
     [](Bench& b) {
         b.goods = Goods::craft;
         b.record.fields.erase("ingredients");
     }},
    // dates ---------------------------------------------------------------------------------------------------------
    {"MFG instead of NSX", "DATE_WORDS check", [](Bench& b) { b.replace("NSX=made", "MFG=made"); }},
    {"no words before the expiry",
     "DATE_WORDS check",
     [](Bench& b) {
         b.replace("HSD=expires?; ", "");
         b.art(
             R"(<rect data-kind="text" data-field="expires" x="40" y="56" width="18" height="3" data-size="6" fill="none"/>)");
     }},
    {"MFG under the old decree: from memory",
     "DATE_WORDS check",
     [](Bench& b) {
         b.make_on("2025-12-01");
         b.replace("NSX=made", "MFG=made");
     }},
    {"figures without noughts",
     "DATE_FORM check",
     [](Bench& b) {
         b.make_on("2026-09-02");
         b.record.fields["made"] = "2/9/2026";
     }},
    {"an expiry in words that give no day",
     "DATE_FORM check",
     [](Bench& b) {
         b.record.fields["expires"] = "3 mùa trăng";
         b.expires = {};
     }},
    {"31 February",
     "DATE_IMPOSSIBLE invalid",
     [](Bench& b) {
         b.record.fields["expires"] = "31/02/2028";
         b.expires = {};
     }},
    {"expiry on the day made",
     "DATE_ORDER invalid",
     [](Bench& b) {
         b.record.fields["expires"] = "24/11/2026";
         b.expires = b.made;
     }},
    {"the label's day is not the code's",
     "DATE_OTHER_THAN_CODE invalid",
     [](Bench& b) { b.expires = day("2028-11-23"); }},
    // origin, address, units, nutrition -------------------------------------------------------------------------
    {"VN", "ORIGIN_ABBREVIATED check", [](Bench& b) { b.record.fields["origin"] = "VN"; }},
    {"the country alone", "ORIGIN_WORDS check", [](Bench& b) { b.replace("Xuất xứ:=origin", "Nơi làm:=origin"); }},
    {"a district on goods made after the districts ended",
     "ADDRESS_OLD check",
     [](Bench& b) { b.record.fields["address"] = "xã Kỳ Xuân, huyện Kỳ Anh, tỉnh Hà Tĩnh"; }},
    {"a district town",
     "ADDRESS_OLD check",
     [](Bench& b) { b.record.fields["address"] = "tổ 3, thị trấn Phố Châu, tỉnh Hà Tĩnh"; }},
    {"gr", "UNIT_WRONG check", [](Bench& b) { b.record.fields["net_quantity"] = "500 gr"; }},
    {"Gr without a space", "UNIT_WRONG check", [](Bench& b) { b.record.fields["net_quantity"] = "500Gr"; }},
    {"kgs", "UNIT_WRONG check", [](Bench& b) { b.record.fields["net_quantity"] = "2 kgs"; }},
    {"cc", "UNIT_WRONG check", [](Bench& b) { b.record.fields["usage"] = "Pha 5 cc với nước"; }},
    {"ML", "UNIT_CASE check", [](Bench& b) { b.record.fields["net_quantity"] = "500 ML"; }},
    {"no nutrition block", "NUTRITION_MISSING check", [](Bench& b) { b.record.fields.erase("nutrition"); }},
    {"a nutrition block without sodium",
     "NUTRITION_INCOMPLETE check",
     [](Bench& b) {
         auto& text = b.record.fields["nutrition"];
         text.resize(text.find("; Natri"));
     }},
    {"a drink without total sugars", "NUTRITION_INCOMPLETE check", [](Bench& b) { b.goods = Goods::drink; }},
    {"fried food without saturated fat",
     "NUTRITION_INCOMPLETE check",
     [](Bench& b) { b.record.fields["name"] = "Cá cơm chiên giòn"; }},
    // letters -------------------------------------------------------------------------------------------------------
    {"4.5 pt: 0.86 mm",
     "LETTER_HEIGHT check",
     [](Bench& b) { b.replace("height=\"20\" data-size=\"6\"", "height=\"20\" data-size=\"4.5\""); }},
    {"6 pt on a large pack: 1.14 mm", "LETTER_HEIGHT check", [](Bench& b) { b.face_cm2 = 80; }},
    {"small figures of the quantity",
     "QUANTITY_HEIGHT check",
     [](Bench& b) { b.replace("data-size=\"13\"", "data-size=\"9\""); }},
    {"figures that are high enough for the face, not for the quantity",
     "QUANTITY_HEIGHT check",
     [](Bench& b) { b.heights = QuantityHeights::by_quantity; }},
    {"grey on white",
     "CONTRAST_LOW check",
     [](Bench& b) { b.after = [](Drawing& d) {
                        line_of(d, "warning").ink = {0, 0, 0, 40};
                    }; }},
    {"white on white",
     "CONTRAST_NONE invalid",
     [](Bench& b) { b.after = [](Drawing& d) {
                        line_of(d, "warning").ink = {0, 0, 0, 0};
                    }; }},
    {"white words that reach over their ground",
     "CONTRAST_NONE invalid",
     [](Bench& b) { b.replace("width=\"63\"", "width=\"30\""); }},
    // places --------------------------------------------------------------------------------------------------------
    {"text over the edge",
     "TEXT_CLIPPED invalid",
     [](Bench& b) { b.after = [](Drawing& d) { line_of(d, "origin").baseline = Mm{60.5}; }; }},
    {"text on text",
     "TEXT_COLLISION invalid",
     [](Bench& b) { b.after = [](Drawing& d) { line_of(d, "warning").baseline = line_of(d, "storage").baseline; }; }},
    {"a rule through text",
     "TEXT_COLLISION invalid",
     [](Bench& b) { b.art(R"(<line x1="4" y1="6" x2="40" y2="6" stroke="#000000" stroke-width="0.2"/>)"); }},
    {"a number parted from its unit for want of room",
     "TEXT_PARTED check",
     [](Bench& b) {
         b.after = [](Drawing& d) { // as a box would that is too narrow for both
             for (auto& field : d.fields)
                 if (field.field == "net_quantity") {
                     auto line = std::get<TextLine>(d.items[field.items.back()]);
                     auto& first = std::get<TextLine>(d.items[field.items.back()]);
                     first.text = "500";
                     line.text = "ml";
                     line.baseline = line.baseline + Mm{0.1};
                     line.x = line.x + Mm{15};
                     field.items.push_back(d.items.size());
                     d.items.emplace_back(line);
                 }
         };
     }},
    {"two lines of one text that touch",
     "TEXT_TIGHT check",
     [](Bench& b) {
         b.replace(
             R"(y="4" width="57" height="4" data-size="11" data-weight="700")",
             R"(y="2.5" width="36" height="8.6" data-size="11" data-weight="700" data-lines="2" data-line-height="0.9")");
         b.record.fields["name"] = "Gừng giã ngâm gậy Ổi ấm";
         b.after = [](Drawing& d) {
             auto& name = line_of(d, "name").baseline;
             name = name - Mm{0.5};
         }; // setting keeps them apart
     }},
    {"art in the quiet zone",
     "QUIET_ZONE_ART invalid",
     [](Bench& b) { b.art(R"(<rect x="66" y="36" width="3" height="1.5" fill="#000000"/>)"); }},
    {"art under the code",
     "QUIET_ZONE_ART invalid",
     [](Bench& b) { b.art(R"(<rect x="70" y="20" width="8" height="8" fill="#dddddd"/>)"); }},
    // badge ---------------------------------------------------------------------------------------------------------
    {"a fourth star", "BADGE_STARS invalid", [](Bench& b) { b.after = [&b](Drawing&) { b.record.stars = 4; }; }},
    {"the certificate is over", "BADGE_LAPSED invalid", [](Bench& b) { b.printed = day("2028-04-09"); }},
    {"the badge beside the code",
     "BADGE_PLACE invalid",
     [](Bench& b) { b.after = [](Drawing& d) { move_badge(d, Mm{1.2}, {}); }; }},
    {"the badge too far above",
     "BADGE_PLACE invalid",
     [](Bench& b) {
         b.replace("x=\"65\" y=\"14.2\"", "x=\"65\" y=\"34\"");
         b.replace("x=\"65\" y=\"2\" width=\"23\" height=\"22\"", "x=\"65\" y=\"22\" width=\"23\" height=\"22\"");
         b.replace("NSX=made?; HSD=expires?; Số lô=lot?\" x=\"67\" y=\"43\"",
                   "NSX=made?; HSD=expires?; Số lô=lot?\" x=\"67\" y=\"23\"");
         b.after = [](Drawing& d) { move_badge(d, {}, Mm{-18}); };
     }},
    {"art at the stars",
     "BADGE_CLEAR_SPACE invalid",
     [](Bench& b) { b.art(R"(<rect x="80" y="8.5" width="9" height="2" fill="#cccccc"/>)"); }},
};

struct Kept {
    const char* rule;
    const char* what;
    std::function<void(Bench&)> nearly_breaks;
};

// Each rule's other side: as near to it as a label may come.
const std::vector<Kept> kept = {
    {"ADDRESS_OLD",
     "the old address in brackets behind the new one",
     [](Bench& b) {
         b.record.fields["address"] =
             "xã Kỳ Xuân, tỉnh Hà Tĩnh (trước 01/07/2025: xã Kỳ Xuân, huyện Kỳ Anh, tỉnh Hà Tĩnh)";
     }},
    {"ADDRESS_OLD",
     "a district on goods made the day before the districts ended",
     [](Bench& b) {
         b.make_on("2025-06-30");
         b.record.fields["address"] = "xã Kỳ Xuân, huyện Kỳ Anh, tỉnh Hà Tĩnh";
     }},
    {"BADGE_CLEAR_SPACE",
     "art beside the clear space",
     [](Bench& b) { b.art(R"(<rect x="87" y="8.5" width="2" height="2" fill="#cccccc"/>)"); }},
    {"BADGE_LAPSED", "the certificate's last day", [](Bench& b) { b.printed = day("2028-04-08"); }},
    {"BADGE_PLACE",
     "the badge a tenth of a millimetre aside",
     [](Bench& b) { b.after = [](Drawing& d) { move_badge(d, Mm{0.1}, {}); }; }},
    {"BADGE_STARS", "four stars of four", [](Bench& b) { b.record.stars = 4; }},
    {"CONTRAST_LOW",
     "a grey that is dark enough",
     [](Bench& b) { b.after = [](Drawing& d) {
                        line_of(d, "warning").ink = {0, 0, 0, 70};
                    }; }},
    {"CONTRAST_NONE",
     "white words as wide as their ground",
     [](Bench& b) { b.replace("width=\"63\"", "width=\"50\""); }},
    {"DATE_FORM", "figures with noughts", [](Bench& b) { b.make_on("2026-09-02"); }},
    {"DATE_IMPOSSIBLE",
     "29 February of a leap year",
     [](Bench& b) {
         b.record.fields["expires"] = "29/02/2028";
         b.expires = day("2028-02-29");
     }},
    {"DATE_ORDER",
     "expiry the day after it was made",
     [](Bench& b) {
         b.record.fields["expires"] = "25/11/2026";
         b.expires = day("2026-11-25");
     }},
    {"DATE_OTHER_THAN_CODE",
     "the code's day in another form of the decree",
     [](Bench& b) { b.record.fields["expires"] = "24 11 2028"; }},
    {"DATE_WORDS",
     "the words in full",
     [](Bench& b) {
         b.replace("NSX=made?; HSD=expires?", "Ngày sản xuất=made?; Hạn sử dụng=expires?");
         b.replace("data-layout=\"columns\" ", "");
         b.replace("y=\"43\" width=\"20.5\" height=\"11.4\"", "y=\"41\" width=\"21.5\" height=\"17\"");
     }},
    {"LETTER_HEIGHT",
     "5 pt: 0.95 mm",
     [](Bench& b) { b.replace("height=\"20\" data-size=\"6\"", "height=\"20\" data-size=\"5\""); }},
    {"LETTER_HEIGHT",
     "6.5 pt on a large pack: 1.23 mm",
     [](Bench& b) {
         b.face_cm2 = 80;
         b.replace("height=\"20\"", "height=\"23\"");
         b.replace("y=\"43\" width=\"20.5\"", "y=\"43\" width=\"22\"");
         b.replace("height=\"12\"", "height=\"13.5\"");
         for (int text = 0; text < 3; ++text)
             b.replace("data-size=\"6\"", "data-size=\"6.5\"");
     }},
    {"NUTRITION_INCOMPLETE",
     "a drink with its total sugars",
     [](Bench& b) {
         b.goods = Goods::drink;
         b.record.fields["nutrition"] += "; Đường tổng số 0 g";
     }},
    {"NUTRITION_INCOMPLETE",
     "fried food with its saturated fat",
     [](Bench& b) {
         b.record.fields["name"] = "Cá cơm chiên giòn";
         b.record.fields["nutrition"] += "; Chất béo bão hòa 1 g";
     }},
    {"NUTRITION_MISSING",
     "none, printed the day before it was required",
     [](Bench& b) {
         b.make_on("2025-12-31");
         b.printed = b.made;
         b.record.fields.erase("nutrition");
     }},
    {"NUTRITION_MISSING",
     "none, of one raw ingredient",
     [](Bench& b) {
         b.record.fields["ingredients"] = "Lạc nhân";
         b.record.fields.erase("nutrition");
     }},
    {"ORIGIN_ABBREVIATED",
     "Vĩnh Long begins with V",
     [](Bench& b) { b.record.fields["origin"] = "Việt Nam (Vĩnh Long)"; }},
    {"ORIGIN_WORDS",
     "other words of the decree",
     [](Bench& b) { b.replace("Xuất xứ:=origin", "Sản xuất tại:=origin"); }},
    {"QUANTITY_HEIGHT",
     "figures that are high enough for the quantity",
     [](Bench& b) {
         b.heights = QuantityHeights::by_quantity;
         b.replace("height=\"3.5\" data-size=\"13\"", "height=\"5\" data-size=\"16.5\"");
     }},
    {"QUIET_ZONE_ART",
     "art that touches the quiet zone from outside",
     [](Bench& b) { b.art(R"(<rect x="62" y="30" width="3" height="1.5" fill="#000000"/>)"); }},
    {"TEXT_CLIPPED",
     "text that ends at the edge",
     [](Bench& b) { b.after = [](Drawing& d) { line_of(d, "origin").baseline = Mm{59.4}; }; }},
    {"TEXT_COLLISION",
     "a rule close under text",
     [](Bench& b) { b.art(R"(<line x1="4" y1="8.6" x2="40" y2="8.6" stroke="#000000" stroke-width="0.2"/>)"); }},
    {"TEXT_PARTED",
     "a name in two lines that end between words",
     [](Bench& b) {
         b.replace(R"(y="4" width="57" height="4" data-size="11" data-weight="700")",
                   R"(y="2.5" width="36" height="8.6" data-size="11" data-weight="700" data-lines="2")");
         b.record.fields["name"] = "Mắm tép loại 12 tháng Mẫu";
     }},
    {"TEXT_TIGHT",
     "two lines of one text that stand clear",
     [](Bench& b) {
         b.replace(
             R"(y="4" width="57" height="4" data-size="11" data-weight="700")",
             R"(y="2.4" width="36" height="8.5" data-size="11" data-weight="700" data-lines="2" data-line-height="1.4")");
         b.record.fields["name"] = "Gừng giã ngâm gậy Ổi ấm";
     }},
    {"UNIT_CASE", "l", [](Bench& b) { b.record.fields["net_quantity"] = "5 l"; }},
    {"UNIT_WRONG",
     "words that begin like wrong units",
     [](Bench& b) { b.record.fields["usage"] = "Pha 5 cốc nước, 2 gram muối"; }},
};

} // namespace

TEST_CASE("the label that the table starts from breaks no rule") {
    const auto findings = Bench().look();
    for (const auto& one : findings)
        UNSCOPED_INFO(say(one.finding.message(), Lang::en));
    CHECK(findings.empty());
}

TEST_CASE("each rule has a label that breaks only it") {
    std::set<std::string> broken;
    for (const auto& one : cases) {
        CAPTURE(one.what);
        Bench bench;
        one.breaks(bench);
        const auto found = bench.look();
        CHECK(codes(found) == std::set<std::string>{one.expected});
        for (const auto& finding : found) {
            broken.insert(finding.finding.code);
            CHECK_FALSE(say(finding.finding.message(), Lang::vi).empty());
            CHECK_FALSE(finding.finding.rule.empty());
            CHECK(finding.box.has_value() ==
                  !(finding.finding.code.starts_with("CONTENT_") || finding.finding.code == "NUTRITION_MISSING"));
        }
    }
    for (const auto& rule : label_rules())
        CHECK((broken.contains(std::string(rule.code)) || !drawn_rules().contains(std::string(rule.code))));
}

TEST_CASE("each rule has a label that comes near and keeps it") {
    std::set<std::string> seen;
    for (const auto& one : kept) {
        CAPTURE(one.rule, one.what);
        Bench bench;
        one.nearly_breaks(bench);
        const auto findings = bench.look();
        for (const auto& finding : findings)
            UNSCOPED_INFO(say(finding.finding.message(), Lang::en));
        CHECK(findings.empty());
        seen.insert(one.rule);
    }
    for (const auto& rule : label_rules())
        CHECK((seen.contains(std::string(rule.code)) || !drawn_rules().contains(std::string(rule.code))));
}

TEST_CASE("each thing that goods must say is asked for on the days of its law, once it is missing") {
    for (const auto& rule : content_rules()) {
        const auto content = std::string(rule.content);
        CAPTURE(content, rule.source.words());
        Bench whole;
        if (rule.goods) whole.goods = *rule.goods;
        whole.make_on(rule.source.holds_on(day("2026-11-24")) ? "2026-11-24" : "2025-12-01");
        whole.record.fields["warning"] = "Thực phẩm bảo vệ sức khỏe. Thực phẩm này không phải là thuốc, không có tác "
                                         "dụng thay thế thuốc chữa bệnh";
        whole.record.fields["usage"] += "; 12 % vol, từ 18 tuổi";
        whole.replace("height=\"20\" data-size=\"6\"", "height=\"20\" data-size=\"5\"");
        const auto content_findings = [](const Bench& bench) {
            auto findings = bench.look();
            std::erase_if(findings, [](const auto& one) { return !one.finding.code.starts_with("CONTENT_"); });
            return findings;
        };
        CHECK(content_findings(whole).empty());

        auto lacking = whole;
        if (rule.only_if_given)
            lacking.replace("; Cảnh báo:=warning?", "");
        else if (content == "name")
            lacking.replace("data-field=\"name\"", "data-field=\"lot\"");
        else if (content.front() == '"')
            for (const auto* field : {"warning", "usage"})
                lacking.record.fields[field] = "Theo hướng dẫn";
        else
            for (std::size_t at = 0, end = 0; end != content.npos; at = end + 1) {
                end = content.find('|', at);
                lacking.record.fields.erase(content.substr(at, end - at));
            }
        auto found = content_findings(lacking);
        // Health food has two wordings, which stand in one field here.
        std::erase_if(found, [&](const auto& one) {
            return content.front() == '"' && content.find(one.required) == content.npos;
        });
        REQUIRE(found.size() == 1);
        CHECK(found[0].finding.rule == rule.source.words());
        CHECK(found[0].finding.severity == rule.severity());
    }
}

TEST_CASE("a rule from memory never refuses, and no two rows of a code hold on the same day") {
    for (const auto& rule : label_rules()) {
        CAPTURE(rule.code, rule.source.from);
        CHECK((rule.source.mark != Mark::memory || rule.severity != Severity::invalid));
        for (const auto& other : label_rules())
            CHECK((&rule == &other || rule.code != other.code || rule.source.to < other.source.from ||
                   other.source.to < rule.source.from));
    }
    for (const auto& rule : content_rules())
        CHECK((rule.source.mark != Mark::memory || rule.severity() != Severity::invalid));
}

TEST_CASE("a trace stamp goes beside the maker's label and need not say it all again") {
    Bench bench;
    bench.is_whole_label = false;
    bench.record.fields.erase("address");
    bench.record.fields.erase("origin");
    bench.record.fields.erase("nutrition");
    CHECK(bench.look().empty());
    bench.record.fields["net_quantity"] = "500 gr"; // what it does say must be right
    CHECK(codes(bench.look()) == std::set<std::string>{"UNIT_WRONG check"});
}

TEST_CASE("the dates that the decree's appendix shows are read, others are not") {
    const auto made = day("2026-04-02");
    const auto read = [&](const char* text) {
        const auto date = read_label_date(text, made);
        return (date.kind == LabelDate::Kind::day ? "" : "(" + std::to_string(static_cast<int>(date.kind)) + ") ") +
               (date.day ? date.day->iso() : "–");
    };
    // Appendix III of 37/2026/NĐ-CP
    for (const auto* text :
         {"020426", "02 04 26", "02042026", "02/04/26", "02.04.2026", "02-04-26", "260402 (năm/tháng/ngày)"})
        CHECK(read(text) == "2026-04-02");
    for (const auto* text : {"021028",
                             "02 10 2028",
                             "30 tháng",
                             "30 tháng kể từ NSX",
                             "30 tháng kể từ ngày sản xuất",
                             "021028 NSX 30 tháng trước HSD"})
        CHECK(read(text) == "2028-10-02");
    CHECK(read("45 ngày") == "2026-05-17");
    CHECK(read("10/2028") == "(1) 2028-10-31");
    CHECK(read("2/4/2026") == "(2) 2026-04-02");
    CHECK(read("xem trên bao bì") == "(3) –");
    CHECK(read("31/02/26") == "(4) –");
    CHECK(read("02/13/26") == "(4) –");
    CHECK(read("02/04-26") == "(5) –");
    CHECK(read("0204261") == "(5) –");
    CHECK(read("2026/04/02") == "(5) –"); // year first without the legend
    CHECK(read("") == "(5) –");
    CHECK(read_label_date("30 tháng", {}).kind == LabelDate::Kind::unreadable);
}

TEST_CASE("black on white is 21 : 1, an ink on itself 1 : 1") {
    CHECK(contrast({0, 0, 0, 100}, {0, 0, 0, 0}) == Approx(21));
    CHECK(contrast({0, 30, 95, 5}, {0, 30, 95, 5}) == Approx(1));
    for (const auto group : {catalog::Group::food,
                             catalog::Group::beverage,
                             catalog::Group::medicinal,
                             catalog::Group::handicraft,
                             catalog::Group::ornamental,
                             catalog::Group::tourism,
                             catalog::Group::unknown})
        CHECK(contrast(accent(group), {0, 0, 0, 0}) >= 4.5);
}

TEST_CASE("goods are told by group and name, and by their own names") {
    using catalog::Group;
    CHECK(goods_of(Group::food, "Nước mắm Mẫu") == Goods::food);
    CHECK(goods_of(Group::food, "Gạo nếp rồng Mẫu") == Goods::grain);
    CHECK(goods_of(Group::beverage, "Rượu nhung hươu Mẫu") == Goods::alcohol);
    CHECK(goods_of(Group::beverage, "Trà mướp đắng Mẫu") == Goods::drink);
    CHECK(goods_of(Group::handicraft, "Khăn thổ cẩm Mẫu") == Goods::textile);
    CHECK(goods_of(Group::handicraft, "Nón lá Mẫu") == Goods::craft);
    CHECK_FALSE(goods_of(Group::unknown, "Mẫu"));
    CHECK_FALSE(goods_of(Group::medicinal, "Cao xương Mẫu"));
    CHECK(goods_named("health_food") == Goods::health_food);
    CHECK_FALSE(goods_named("soup"));
}
