// A door of its own: reader and judge in a browser, as WebAssembly. The same code as the command line looks and
// judges, so phone and server give one answer. One signed list is held at a time; it lives until the next one is
// opened. One thread.
//
// Texts and pictures come as an address in the module's memory and a length in bytes; the caller owns them. Each answer
// is UTF-8 with a zero at its end; it is good until the next call. pages/scan/core_module.js is the caller.
#include "base/text.h"
#include "check/judge_texts.h"
#include "check/look.h"
#include "check/seen_json.h"
#include "check/signed_list.h"
#include "check/verdict_json.h"
#include "job/job.h"
#include "photo/rgba.h"
#include "stars/badge_shape.h"
#include "trace/minisign.h"
#include "trace/serial.h"
#include "trace/sodium.h"

#include <memory>

#define DOOR(name) __attribute__((export_name(#name)))

namespace {

using namespace temsao;
using job::Json;

constexpr std::size_t longest_text = 8192;
constexpr int most_stars = 8;
constexpr int most_pixels = 64'000'000; // as the command line takes at most
constexpr std::size_t most_hosts = 16, longest_host = 253;

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

std::optional<int> read_stars(const Json& count) {
    const bool is_count = count.is_number_integer() && count >= 0 && count <= most_stars;
    return is_count ? std::optional(count.get<int>()) : std::nullopt;
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

std::optional<scan::Effort> read_effort(const std::string& name) {
    if (name == "fast") return scan::Effort::fast;
    if (name == "normal") return scan::Effort::normal;
    if (name == "max") return scan::Effort::max;
    return {};
}

// What the page shows of a label at once, and what it hands back to be judged.
Json to_json(const check::CheckedLabel& label) {
    Json json{
        {"text", label.reading.text}, {"kind", label.reading.kind}, {"corners", check::to_json(label.reading.corners)}};
    json["badge"] = nullptr;
    if (label.badge)
        json["badge"] = {{"seen", label.badge->is_seen},
                         {"stars", label.badge->stars ? Json(*label.badge->stars) : Json(nullptr)},
                         {"confidence", label.badge->confidence}};
    json["seen"] = check::seen_json(label);
    return json;
}

// Empty when it asks for what cannot be.
std::optional<check::SeenText> read_text(const Json& text, const Json& seen, const Json& stars) {
    check::SeenText read;
    if (!text.is_string() || text.get_ref<const std::string&>().size() > longest_text) return {};
    read.text = text.get<std::string>();
    read.stars_by_person = read_stars(stars);
    if (seen.is_null()) return read;
    read.label = check::read_seen(seen);
    return read.label && read.label->reading.text == read.text ? std::optional(std::move(read)) : std::nullopt;
}

// Beside our own: names under which this province's labels were printed.
std::optional<trace::KnownHosts> read_hosts(const Json& names) {
    trace::KnownHosts hosts{{job::default_host}};
    if (!names.is_array() || names.size() > most_hosts) return {};
    for (const auto& name : names) {
        if (!name.is_string() || name.get_ref<const std::string&>().size() > longest_host) return {};
        hosts.names.push_back(name.get<std::string>());
    }
    return hosts;
}

const Json& at(const Json& list, std::size_t i) {
    static const Json null;
    return list.is_array() && i < list.size() ? list[i] : null;
}

} // namespace

extern "C" {

// `root` is the province's public key as text (minisign's or ours). The list held before stays when this one is
// refused. Gives {"province","sequence","as_of","products"} or {"error":…}.
DOOR(temsao_open)

const char* temsao_open(const char* bytes, std::size_t size, const char* root, std::size_t root_size, int in_english) {
    const auto spoken = in_english ? Lang::en : Lang::vi;
    const std::string root_key(root, root_size);
    const auto key = trace::read_minisign_key(root_key);
    if (!key) return refuse(key.error(), spoken);
    auto list = check::read_trusted({bytes, size}, *key);
    if (!list) return refuse(list.error(), spoken);
    if (held && held->root == root_key) // another province counts its own editions
        if (auto newer = check::check_successor(*list, held->list);
            !newer && list->edition.sequence != held->list.edition.sequence)
            return refuse(newer.error(), spoken);
    held = std::make_unique<Held>(*std::move(list), root_key);
    return give(job::dump(about(held->list)));
}

// `pixels`: width * height of a photo, each in `channels` bytes: 4 red, green, blue and opacity, 1 grey. `request`:
// {"effort": "fast", "normal" or "max", "codes_only": for a live picture, "lang"}. Gives {"labels": […], "passes",
// "size", "ms"} or {"error":…}; of each label "text", "kind", "corners" in pixels, "badge" (null, or "seen", "stars",
// "confidence") and "seen", all that temsao_judge needs of it.
DOOR(temsao_look)

const char* temsao_look(const char* pixels,
                        std::size_t size,
                        int width,
                        int height,
                        int channels,
                        const char* request,
                        std::size_t request_size) {
    static const stars::StarCounter counter(stars::badge_shape);
    const auto json = job::read_json({request, request_size});
    if (!json || !json->is_object()) return refuse_request(Lang::vi);
    const auto lang = lang_of(*json);
    const auto effort = read_effort(word(*json, "effort"));
    if (!effort || width <= 0 || height <= 0 || height > most_pixels / width || (channels != 1 && channels != 4) ||
        size != static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * static_cast<std::size_t>(channels))
        return refuse_request(lang);
    const photo::RgbaView rgba{reinterpret_cast<const std::uint8_t*>(pixels), width, height};
    const auto photo =
        channels == 4 ? photo::grey_of(rgba) : photo::Photo{width, height, {rgba.first, rgba.first + size}};
    const photo::ColourSource colours = [&](const photo::PixelBox& box, int) { return photo::colours_of(rgba, box); };
    const bool codes_only = json->value("codes_only", Json()) == true;
    const auto seen =
        check::look_at_photo(photo, channels == 4 ? colours : photo::ColourSource(), {*effort, codes_only}, counter);
    Json labels = Json::array();
    for (const auto& label : seen.labels)
        labels.push_back(to_json(label));
    return give(job::dump(
        Json{{"labels", std::move(labels)}, {"passes", seen.passes}, {"size", {width, height}}, {"ms", seen.cpu_ms}}));
}

// `request`: {"texts": […], "seen": […], "stars": [3,null,…], "date": "2026-11-25", "hosts": […], "lang": "vi"}; at
// most 1,000 texts of 8 KB. `seen`, `stars` and `hosts` may be left out, the first two be shorter or have null: `seen`
// is what temsao_look gave of the label of each text, all of one photo; `stars` what a person counted there, which goes
// before. Gives the document of `verify --json`, one file entry a text.
DOOR(temsao_judge) const char* temsao_judge(const char* request, std::size_t size) {
    const auto json = job::read_json({request, size});
    if (!json || !json->is_object()) return refuse_request(Lang::vi);
    const auto lang = lang_of(*json);
    const auto date = Date::parse_iso(word(*json, "date"));
    const auto asked = json->value("texts", Json()), labels = json->value("seen", Json::array()),
               stars = json->value("stars", Json::array());
    auto hosts = read_hosts(json->value("hosts", Json::array()));
    if (!date || !hosts || !asked.is_array() || asked.size() > check::most_texts || !labels.is_array() ||
        !stars.is_array())
        return refuse_request(lang);
    std::vector<check::SeenText> seen;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        auto text = read_text(asked[i], at(labels, i), at(stars, i));
        if (!text) return refuse_request(lang);
        seen.push_back(*std::move(text));
    }
    verify::Grounds grounds{held ? &held->index : nullptr,
                            held ? &held->list.keys : nullptr,
                            *std::move(hosts),
                            held && held->list.lots ? &*held->list.lots : nullptr};
    std::optional<catalog::ListHeader> header;
    if (held) header = held->list.list.header;
    return give(check::check_json_text(check::judge_texts(seen, grounds, header, *date), lang) + "\n");
}

// The code that a destroyed symbol held, from what is printed beside it. `request`: {"product": GTIN or internal code,
// "lot", "serial": with its check character or without, "lang"}. Gives {"text"} or {"error"}.
DOOR(temsao_compose) const char* temsao_compose(const char* request, std::size_t size) {
    const auto json = job::read_json({request, size});
    if (!json || !json->is_object()) return refuse_request(Lang::vi);
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
DOOR(temsao_digest) const char* temsao_digest(const char* bytes, std::size_t size) {
    const auto digest = trace::sodium::sha256({bytes, size});
    return give(trace::sodium::hex(digest));
}
}
