// Writes a thousand codes into a folder (genuine, signed, altered, unknown, lapsed, broken ones, always the same) and a
// signed list of the sample's products; compare.mjs asks the program and the phone's core about them.
//   make_codes FOLDER SAMPLE.csv
#include "base/text.h"
#include "job/job.h"
#include "job/json.h"
#include "phone/signed_list.h"

#include <cstdio>
#include <random>

using namespace temsao;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t codes = 1000;
std::mt19937 chance(261124);

std::size_t below(std::size_t limit) {
    return chance() % limit;
}

std::string code_of(const catalog::Product& product) {
    trace::TraceCode code{.host = below(9) ? job::default_host : "bit.ly",
                          .gtin = product.gtin,
                          .internal_code = product.gtin ? "" : product.key,
                          .lot = "L" + std::to_string(below(400)),
                          .serial = "K7M2P" + std::to_string(100 + below(900)),
                          .made = Date::from(2026, 1 + static_cast<int>(below(11)), 1 + static_cast<int>(below(28))),
                          .expires = Date::from(2027 + static_cast<int>(below(3)), 1 + static_cast<int>(below(12)), 1),
                          .signature = {}};
    if (below(3) == 0) return *trace::make_uri(code);
    const auto who = below(10);
    const auto key = who == 0   ? trace::test::stranger_key()
                     : who == 1 ? trace::test::lost_key()
                                : trace::test::producer_key();
    const auto stars =
        below(6) ? catalog::certificate_on(product, *Date::from(2026, 11, 20)).stars : 3 + static_cast<int>(below(3));
    return *trace::make_signed_uri(code, stars, key);
}

// As a printer's fault or a forger's hand would leave it.
std::string altered(std::string text) {
    const auto at = below(text.size());
    switch (below(5)) {
    case 0: text[at] = static_cast<char>(33 + below(90)); break;
    case 1: text.erase(at, 1 + below(4)); break;
    case 2: text.insert(at, "0"); break;
    case 3: text += "&x=Đặc sản\xcc\x81"; break;
    default: std::swap(text[at], text[below(text.size())]);
    }
    return text;
}

// Broken UTF-8 cannot be written in JSON, nor would a browser hand it on; a command line has no empty words.
bool can_be_handed_over(const std::string& text) {
    return is_utf8(text) && !text.empty() && text.front() != '-';
}

std::string one(const std::vector<catalog::Product>& products) {
    const std::string others[] = {"https://example.com/",
                                  "09521234543213",
                                  "",
                                  "WIFI:S:quán;T:WPA;P:mật khẩu;;",
                                  "https://id.ocop.vn/01/09529999999996/10/A/21/B",
                                  "https://id.ocop.vn/01/123/10/A",
                                  "\x01\x02\xe2\x80\xae"
                                  "abc",
                                  "https://id.ocop.vn/01/09521234543213/10/" + std::string(60, 'x')};
    if (below(12) == 0) return others[below(std::size(others))];
    auto code = code_of(products[below(products.size())]);
    return below(4) ? code : altered(std::move(code));
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) return 64;
    const fs::path folder = arguments[1];
    const auto products = phone_test::read_products(arguments[2]);
    if (products.empty()) return 65;
    if (!phone_test::write_list(folder, products)) return 70;

    job::Json asked = job::Json::array();
    for (const auto& [day, lang] : {std::pair("2026-11-20", "vi"), std::pair("2027-06-01", "en")}) {
        std::vector<std::string> texts(codes / 2);
        for (auto& text : texts)
            do
                text = one(products);
            while (!can_be_handed_over(text));
        asked.push_back({{"texts", texts}, {"date", day}, {"lang", lang}});
    }
    return write_file(folder / "asked.json", asked.dump()).ok() ? 0 : 74;
}
