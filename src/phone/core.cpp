// A door of its own: the judging core in a browser, as WebAssembly. The very code of the command line judges, so phone
// and server give one answer. One signed list is held at a time; it lives until the next one is opened. One thread.
#include "base/text.h"
#include "check/judge_texts.h"
#include "check/signed_list.h"
#include "job/job.h"
#include "stars/badge_shape.h"
#include "trace/minisign.h"
#include "trace/serial.h"
#include "trace/sodium.h"

#include <cmath>
#include <emscripten.h>
#include <memory>

namespace {

using namespace temsao;
using job::Json;

constexpr std::size_t longest_text = 8192;
constexpr int most_stars = 8;
constexpr int most_pixels = 4'000'000; // of the part of a photo around a symbol
constexpr double most_coordinate = 10'000;

struct Held {
    check::TrustedList list;
    std::string root; // the key that it is signed with
    catalog::ListIndex index;

    Held(check::TrustedList taken, std::string key) : list(std::move(taken)), root(std::move(key)), index(list.list) {}
};

std::unique_ptr<Held> held;
std::string answer; // what was returned last, so that the caller need not free it

const char* give(std::string json) {
    answer = std::move(json);
    return answer.c_str();
}

Json about(const check::TrustedList& list) {
    return {{"province", list.province},
            {"sequence", list.edition.sequence},
            {"as_of", list.edition.as_of.iso()},
            {"products", list.list.products.size()}};
}

// A member that is text; empty where there is none.
std::string word(const Json& request, const char* name) {
    const auto found = request.find(name);
    return found != request.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A symbol that a reader elsewhere found: "corners" in pixels, from its top left clockwise, "size" in modules,
// "modules" row by row from there, 1 dark, "mirrored", "inverted".
std::optional<photo::Reading> read_symbol(const Json& symbol) {
    photo::Reading reading;
    reading.kind = "QR";
    reading.mirrored = symbol.value("mirrored", Json()) == true;
    reading.inverted = symbol.value("inverted", Json()) == true;
    const auto corners = symbol.value("corners", Json());
    if (!corners.is_array() || corners.size() != 4) return {};
    for (std::size_t i = 0; i < 4; ++i) {
        if (!corners[i].is_array() || corners[i].size() != 2) return {};
        for (const auto& number : corners[i])
            if (!number.is_number() || !(std::abs(number.get<double>()) < most_coordinate)) return {};
        reading.corners[i] = {corners[i][0].get<double>(), corners[i][1].get<double>()};
    }
    const auto size = symbol.value("size", Json());
    if (!size.is_number_integer() || size < 21 || size > 177 || (size.get<int>() - 17) % 4 != 0) return {};
    reading.version = (size.get<int>() - 17) / 4;
    for (const char module : word(symbol, "modules"))
        reading.modules.push_back(module == '1');
    const auto side = size.get<std::size_t>();
    return reading.modules.size() == side * side ? std::optional(std::move(reading)) : std::nullopt;
}

Json to_json(const stars::Badge& badge) {
    return {{"seen", badge.is_seen},
            {"stars", badge.stars ? Json(*badge.stars) : Json(nullptr)},
            {"confidence", badge.confidence},
            {"odd_form", badge.is_odd_form}};
}

std::optional<int> read_stars(const Json& count) {
    const bool is_count = count.is_number_integer() && count >= 0 && count <= most_stars;
    return is_count ? std::optional(count.get<int>()) : std::nullopt;
}

// What temsao_count gave; anything else stands for no badge.
std::optional<stars::Badge> read_badge(const Json& json) {
    if (!json.is_object()) return {};
    stars::Badge badge;
    badge.is_seen = json.value("seen", Json()) == true;
    badge.stars = read_stars(json.value("stars", Json()));
    const auto confidence = json.value("confidence", Json());
    if (confidence.is_number()) badge.confidence = std::clamp(confidence.get<double>(), 0.0, 1.0);
    badge.is_odd_form = json.value("odd_form", Json()) == true;
    return badge;
}

const char* refuse(const Error& why, Lang lang) {
    return give(job::error_json(why, lang));
}

const char* refuse_request(Lang lang) {
    return refuse(error(Cause::usage, "phone.request"), lang);
}

Lang lang_of(const Json& request) {
    return word(request, "lang") == "en" ? Lang::en : Lang::vi;
}

} // namespace

extern "C" {

// `root` is the province's public key as text (minisign's or ours). The list held before stays when this one is
// refused. Gives {"province","sequence","as_of","products"} or {"error":…}.
EMSCRIPTEN_KEEPALIVE const char* temsao_open(const char* bytes, int size, const char* root, const char* lang) {
    const auto spoken = std::string_view(lang) == "vi" ? Lang::vi : Lang::en;
    const auto key = trace::read_minisign_key(root);
    if (!key) return refuse(key.error(), spoken);
    auto list = check::read_trusted({bytes, static_cast<std::size_t>(size)}, *key);
    if (!list) return refuse(list.error(), spoken);
    if (held && held->root == root) // another province counts its own editions
        if (auto newer = trace::check_newer(list->edition, held->list.edition);
            !newer && list->edition.sequence != held->list.edition.sequence)
            return refuse(newer.error(), spoken);
    held = std::make_unique<Held>(*std::move(list), root);
    return give(job::dump(about(held->list)));
}

// The stars beside a symbol, counted as the command line counts them. `grey`: width * height pixels of the photo around
// it, at most 4 million. `symbol` as read_symbol takes it, and "text", what it holds. Gives {"photographed": whether
// that is a trace code, so that a badge was looked for, "badge": null or {"seen", "stars", "confidence", "odd_form"}}.
EMSCRIPTEN_KEEPALIVE const char* temsao_count(const char* grey, int width, int height, const char* symbol) {
    static const stars::StarCounter counter(stars::badge_shape);
    const auto json = job::read_json(symbol);
    if (!json || !json->is_object() || width <= 0 || height <= 0 || height > most_pixels / width)
        return refuse_request(Lang::en);
    const auto reading = read_symbol(*json);
    if (!reading || word(*json, "text").size() > longest_text) return refuse_request(Lang::en);
    if (!verify::claim_of(word(*json, "text")).code) return give(job::dump(Json{{"photographed", false}}));
    const photo::Photo photo{width, height, {grey, grey + static_cast<std::ptrdiff_t>(width) * height}};
    const auto badge = counter.count(photo, *reading);
    return give(job::dump(Json{{"photographed", true}, {"badge", badge ? to_json(*badge) : Json(nullptr)}}));
}

// `request`: {"texts":[…], "badges":[…], "stars":[3,null,…], "date":"2026-11-25", "lang":"vi"}; at most 1,000 texts of
// 8 KB. The other two may be left out or be shorter: `badges` is what temsao_count gave of the label of each text,
// `stars` what a person counted there, which goes before. Gives the document of `verify --json`, one file entry a text.
EMSCRIPTEN_KEEPALIVE const char* temsao_judge(const char* request) {
    const auto json = job::read_json(request);
    if (!json || !json->is_object()) return refuse_request(Lang::en);
    const auto lang = lang_of(*json);
    const auto date = Date::parse_iso(word(*json, "date"));
    const auto asked = json->value("texts", Json()), badges = json->value("badges", Json::array()),
               stars = json->value("stars", Json::array());
    if (!date || !asked.is_array() || asked.size() > check::most_texts || !badges.is_array() || !stars.is_array())
        return refuse_request(lang);
    std::vector<check::SeenText> seen;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!asked[i].is_string() || asked[i].get_ref<const std::string&>().size() > longest_text)
            return refuse_request(lang);
        seen.push_back({asked[i].get<std::string>()});
        if (i < stars.size()) seen.back().stars_by_person = read_stars(stars[i]);
        if (i < badges.size() && badges[i].is_object() && badges[i].value("photographed", Json()) == true) {
            seen.back().is_photographed = true;
            seen.back().badge = read_badge(badges[i].value("badge", Json()));
        }
    }
    verify::Grounds grounds{held ? &held->index : nullptr, held ? &held->list.keys : nullptr, {{job::default_host}}};
    std::optional<catalog::ListHeader> header;
    if (held) header = held->list.list.header;
    return give(job::dump(check::check_json(check::judge_texts(seen, grounds, header, *date), lang)));
}

// The code that a destroyed symbol held, from what is printed beside it. `request`: {"product": GTIN or internal code,
// "lot", "serial": with its check character or without, "lang"}. Gives {"text"} or {"error"}.
EMSCRIPTEN_KEEPALIVE const char* temsao_compose(const char* request) {
    const auto json = job::read_json(request);
    if (!json || !json->is_object()) return refuse_request(Lang::en);
    const auto lang = lang_of(*json);
    const auto serial = trace::read_serial(word(*json, "serial"));
    if (!serial) return refuse(serial.error(), lang);
    trace::TraceCode code;
    code.host = job::default_host;
    const auto product = tidy(word(*json, "product"));
    const bool is_number = product.find_first_not_of("0123456789 ") == product.npos;
    if (const auto gtin = gs1::Gtin::parse(product))
        code.gtin = *gtin;
    else if (is_number)
        return refuse(gtin.error(), lang);
    else
        code.internal_code = to_upper(product);
    code.lot = tidy(word(*json, "lot"));
    code.serial = *serial;
    const auto text = trace::make_uri(code);
    return text ? give(job::dump(Json{{"text", *text}})) : refuse(text.error(), lang);
}

// SHA-256 in hexadecimal: browsers have one of their own over https only.
EMSCRIPTEN_KEEPALIVE const char* temsao_digest(const char* bytes, int size) {
    const auto digest = trace::sodium::sha256({bytes, static_cast<std::size_t>(size)});
    return give(trace::sodium::hex(digest));
}
}
