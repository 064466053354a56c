#include "sheet/styles.h"

namespace temsao::sheet {

std::optional<Encoding> encoding_of_font(std::string_view font) {
    if (font.starts_with(".Vn") || font.starts_with(".VN")) return Encoding::tcvn3;
    if (font.starts_with("VNI-") || font.starts_with("VNI ")) return Encoding::vni;
    return {};
}

bool is_struck(const pugi::xml_node& font) {
    const auto strike = child(font, "strike");
    const auto value = attribute(strike, "val");
    return strike && value != "0" && value != "false";
}

Result<Styles> read_styles(const Package& package, std::string_view part) {
    const auto document = TRY(package.xml(part));
    const auto root = document.document_element();
    std::map<int, std::string> codes;
    for (const auto& format : child(root, "numFmts").children())
        codes[format.attribute("numFmtId").as_int()] = format.attribute("formatCode").value();
    std::vector<CellStyle> fonts;
    for (const auto& font : child(root, "fonts").children())
        fonts.push_back({0, is_struck(font), encoding_of_font(child(font, "name").attribute("val").value())});
    Styles styles;
    std::map<int, std::size_t> places;
    for (const auto& xf : child(root, "cellXfs").children()) {
        const int id = xf.attribute("numFmtId").as_int();
        const auto [place, is_new] = places.try_emplace(id, styles.formats.size());
        if (is_new) styles.formats.emplace_back(id, codes.contains(id) ? codes[id] : "");
        const auto font = xf.attribute("fontId").as_ullong();
        auto style = font < fonts.size() ? fonts[font] : CellStyle{};
        style.format = place->second;
        styles.cells.push_back(style);
    }
    return styles;
}

} // namespace temsao::sheet
