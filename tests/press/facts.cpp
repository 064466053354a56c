// What the press tells of its nouns, as JSON to the byte: pages and other programs read it.
#include "catch.h"
#include "job/json.h"
#include "press/run_labels.h"
#include "press/stock_facts.h"
#include "press/template_facts.h"

using namespace temsao;

TEST_CASE("a label that was made is told with its code, and without a serial where it has none") {
    press::MadeLabel label{.key = "09520000010003",
                           .uri = "https://id.ocop.vn/01/09520000010003/10/261124",
                           .serial = "A1",
                           .version = 3,
                           .module_mm = 0.508,
                           .count = 20,
                           .printable_until = *Date::from(2028, 4, 8)};
    CHECK(to_json(label).dump() ==
          R"({"key":"09520000010003","uri":"https://id.ocop.vn/01/09520000010003/10/261124","serial":"A1",)"
          R"("version":3,"module_mm":0.508,"count":20,"printable_until":"2028-04-08"})");
    label.serial.reset();
    CHECK(to_json(label)["serial"].is_null());
}

TEST_CASE("a template is told by its name, title and size") {
    CHECK(to_json(press::TemplateFacts{"jar-60x40", "Hũ", {Mm{60}, Mm{40.5}}}).dump() ==
          R"({"name":"jar-60x40","title":"Hũ","width_mm":60.0,"height_mm":40.5})");
}

TEST_CASE("a sticker paper is told with what is free on its used sheets") {
    press::StockFacts facts{.stock = {.id = "a4",
                                      .words = "A4, 2 cột",
                                      .sheet = {Mm{210}, Mm{297}},
                                      .sticker = {Mm{60}, Mm{40}},
                                      .left = Mm{10.5},
                                      .top = Mm{8},
                                      .across_pitch = Mm{63},
                                      .down_pitch = Mm{42},
                                      .columns = 2,
                                      .rows = 6,
                                      .gap = Mm{},
                                      .is_measured = true,
                                      .source = "thước",
                                      .date = "2026-11-24"},
                            .used = {{3, 4, 5, 9}, {1}}};
    CHECK(to_json(facts).dump() ==
          R"({"id":"a4","words":"A4, 2 cột","kind":"sheet","labels":12,"columns":2,"rows":6,"sheet_mm":[210.0,297.0],)"
          R"("first_mm":[10.5,8.0],"pitch_mm":[63.0,42.0],"sticker_mm":[60.0,40.0],"gap_mm":0.0,"measured":true,)"
          R"("source":"thước","date":"2026-11-24","free":["3-5,9","1"]})");
    facts.stock.kind = page::Stock::Kind::roll;
    facts.used.clear();
    CHECK(to_json(facts)["kind"] == "roll");
    CHECK(to_json(facts)["free"].dump() == "[]");
}
