// The one user of libzint (2.11).
#include "base/pieces.h"
#include "symbol/till_code.h"

#include <memory>
#include <zint.h>

namespace temsao::symbol {
namespace {

constexpr int ean13_modules = 95;

struct Free {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

// Empty when the library does not take the text, or would change something in it.
std::optional<TillCode> encode(std::string_view text, TillCode::Kind kind) {
    const std::unique_ptr<zint_symbol, Free> symbol(ZBarcode_Create());
    if (!symbol) return {};
    const bool is_matrix = kind == TillCode::Kind::data_matrix;
    symbol->symbology = is_matrix ? BARCODE_DATAMATRIX : BARCODE_EANX_CHK;
    symbol->input_mode = is_matrix ? GS1_MODE : UNICODE_MODE;
    if (is_matrix) symbol->option_3 = DM_SQUARE;
    const std::string copy(text);
    const auto* bytes = reinterpret_cast<const unsigned char*>(copy.data());
    if (ZBarcode_Encode(symbol.get(), bytes, static_cast<int>(copy.size())) != 0) return {};
    TillCode code{kind, symbol->width, symbol->rows};
    for (int row = 0; row < code.rows; ++row)
        for (int column = 0; column < code.columns; ++column)
            code.modules.push_back((symbol->encoded_data[row][column / 8] >> column % 8 & 1) != 0);
    return code;
}

} // namespace

QuietModules quiet_of(const TillCode& code) {
    if (code.kind == TillCode::Kind::data_matrix) return {1, 1, 1};
    return code.columns == ean13_modules ? QuietModules{11, 7, 0} : QuietModules{7, 7, 0};
}

Result<TillCode> encode_ean(std::string_view digits) {
    const bool is_number = (digits.size() == 13 || digits.size() == 8) && is_only_digits(digits);
    auto code = is_number ? encode(digits, TillCode::Kind::bars) : std::nullopt;
    if (!code) return error(Cause::data, "symbol.not_ean", {std::string(digits)});
    return *std::move(code);
}

Result<TillCode> encode_data_matrix(std::string_view elements) {
    auto code = elements.empty() ? std::nullopt : encode(elements, TillCode::Kind::data_matrix);
    if (!code) return error(Cause::data, "symbol.not_elements", {std::string(elements)});
    return *std::move(code);
}

} // namespace temsao::symbol
