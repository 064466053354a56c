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

TEST_CASE("lines are cut at their ends wherever a block of the input ends, and each is told as if it stood alone") {
    const test::Desk desk;
    std::vector<std::string> texts;
    std::string all;
    const auto add = [&](const std::string& text, const char* end = "\n") {
        texts.push_back(text.substr(0, 5906)); // of a longer line the rest is passed over
        all += text + end;
    };
    for (const auto& row : rows())
        add(row.text);
    for (const std::size_t length : {0U, 1U, 2953U, 5905U, 5906U, 5907U, 65'535U, 65'536U, 65'537U, 131'072U, 200'000U})
        for (const char* end : {"\n", "\r\n"})
            add(std::string(length, 'x'), length < 5906 ? end : "\n");
    for (int i = 0; i < 3000; ++i)
        add("https://id.ocop.vn/01/09521234543213/10/L" + std::string(static_cast<std::size_t>(i % 40), 'A'));
    add("(01)09521234543213", ""); // the last one has no end

    std::istringstream input(all);
    std::string said;
    auto around = desk.around;
    around.input = &input;
    around.output = [&](std::string_view documents) {
        said += documents;
        return true;
    };
    REQUIRE(app::run({"trace parse", {{"text", {"-"}}}}, around).ok());
    std::istringstream documents(said);
    for (const auto& text : texts) {
        std::string document;
        REQUIRE(std::getline(documents, document));
        const auto alone = desk.run("trace parse", {{"text", {text}}});
        REQUIRE(alone.ok());
        if (document + "\n" != job::dump(alone->json)) FAIL(text.substr(0, 80) + ": " + document);
    }
    CHECK(documents.peek() == std::istringstream::traits_type::eof());
}
