// A door of its own: the judging core in a browser, as WebAssembly. The very code of the command line judges, so phone
// and server give one answer. One signed list is held at a time; it lives until the next one is opened. One thread.
#include "app/job.h"
#include "app/judge_texts.h"
#include "app/signed_list.h"
#include "base/text.h"
#include "trace/minisign.h"
#include "trace/serial.h"
#include "trace/sodium.h"

#include <emscripten.h>
#include <memory>

namespace {

using namespace temsao;
using app::Json;

constexpr std::size_t longest_text = 8192;
constexpr int most_stars = 8;

struct Held {
    app::TrustedList list;
    catalog::ListIndex index;

    explicit Held(app::TrustedList taken) : list(std::move(taken)), index(list.list) {}
};

std::unique_ptr<Held> held;
std::string answer; // what was returned last, so that the caller need not free it

const char* give(std::string json) {
    answer = std::move(json);
    return answer.c_str();
}

Json about(const app::TrustedList& list) {
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

const char* refuse(const Error& why, Lang lang) {
    return give(app::error_json(why, lang));
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
    auto list = app::read_trusted({bytes, static_cast<std::size_t>(size)}, *key);
    if (!list) return refuse(list.error(), spoken);
    if (held)
        if (auto newer = trace::check_newer(list->edition, held->list.edition);
            !newer && list->edition.sequence != held->list.edition.sequence)
            return refuse(newer.error(), spoken);
    held = std::make_unique<Held>(*std::move(list));
    return give(app::dump(about(held->list)));
}

// `request`: {"texts":[…], "stars":[3,null,…], "date":"2026-11-25", "lang":"vi"}; at most 1,000 texts of 8 KB.
// `stars`, which may be left out or be shorter, is what a person counted on the label of each text. Gives the
// document of `verify --json`, one file entry a text.
EMSCRIPTEN_KEEPALIVE const char* temsao_judge(const char* request) {
    const auto json = app::read_json(request);
    if (!json || !json->is_object()) return refuse_request(Lang::en);
    const auto lang = lang_of(*json);
    const auto date = Date::parse_iso(word(*json, "date"));
    const auto asked = json->value("texts", Json()), counted = json->value("stars", Json::array());
    if (!date || !asked.is_array() || asked.size() > app::most_texts || !counted.is_array())
        return refuse_request(lang);
    std::vector<std::string> texts;
    for (const auto& text : asked) {
        if (!text.is_string() || text.get_ref<const std::string&>().size() > longest_text) return refuse_request(lang);
        texts.push_back(text.get<std::string>());
    }
    std::vector<std::optional<int>> stars;
    for (const auto& count : counted) {
        const bool is_count = count.is_number_integer() && count >= 0 && count <= most_stars;
        stars.push_back(is_count ? std::optional(count.get<int>()) : std::nullopt);
    }
    verify::Grounds grounds{held ? &held->index : nullptr, held ? &held->list.keys : nullptr, {{app::default_host}}};
    std::optional<catalog::ListHeader> header;
    if (held) header = held->list.list.header;
    return give(app::check_json(app::judge_texts(texts, grounds, header, *date, stars), lang));
}

// The code that a destroyed symbol held, from what is printed beside it. `request`: {"product": GTIN or internal code,
// "lot", "serial": with its check character or without, "lang"}. Gives {"text"} or {"error"}.
EMSCRIPTEN_KEEPALIVE const char* temsao_compose(const char* request) {
    const auto json = app::read_json(request);
    if (!json || !json->is_object()) return refuse_request(Lang::en);
    const auto lang = lang_of(*json);
    const auto serial = trace::read_serial(word(*json, "serial"));
    if (!serial) return refuse(serial.error(), lang);
    trace::TraceCode code;
    code.host = app::default_host;
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
    return text ? give(app::dump(Json{{"text", *text}})) : refuse(text.error(), lang);
}

// SHA-256 in hexadecimal: browsers have one of their own over https only.
EMSCRIPTEN_KEEPALIVE const char* temsao_digest(const char* bytes, int size) {
    const auto digest = trace::sodium::sha256({bytes, static_cast<std::size_t>(size)});
    return give(trace::sodium::hex(trace::sodium::text_of(digest)));
}
}
