// Texts as scanners and people give them, through `trace parse`: tests/vectors/scanned_texts.txt.
#include "printing_desk.h"

using namespace temsao;

namespace {

struct Row {
    std::string text, is_ok, elements;
};

std::vector<Row> rows() {
    const auto bytes = read_file(std::string(TEMSAO_SOURCE_DIR) + "/tests/vectors/scanned_texts.txt", 1 << 20);
    REQUIRE(bytes.ok());
    std::vector<Row> rows;
    std::istringstream lines(*bytes);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream fields(line);
        Row row;
        std::getline(fields, row.text, '\t');
        std::getline(fields, row.is_ok, '\t');
        std::getline(fields, row.elements, '\t');
        rows.push_back(row);
    }
    return rows;
}

} // namespace

TEST_CASE("texts as scanners give them are taken apart as GS1's engine does, but where the table says otherwise") {
    const test::Desk desk;
    REQUIRE(rows().size() > 30);
    for (const auto& row : rows()) {
        INFO(row.text);
        const auto json = desk.json("trace parse", {{"text", {row.text}}});
        CHECK(json["ok"] == (row.is_ok == "yes"));
        std::string elements;
        for (const auto& element : json["elements"])
            elements += "(" + element["ai"].get<std::string>() + ")" + element["value"].get<std::string>();
        if (row.is_ok == "yes")
            CHECK(elements == row.elements);
        else
            CHECK(!json["findings"].empty());
    }
}
