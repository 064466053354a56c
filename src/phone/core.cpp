// A door of its own: the judging core in a browser, as WebAssembly. The very code of the command line judges, so phone
// and server give one answer. One signed list is held at a time; it lives until the next one is opened. One thread.
#include "app/default_host.h"
#include "app/job.h"
#include "app/judge_texts.h"
#include "app/signed_list.h"
#include "trace/minisign.h"

#include <emscripten.h>
#include <memory>

namespace {

using namespace temsao;
using app::Json;

constexpr std::size_t longest_text = 8192;

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

Error wrong_request() {
    return error(Cause::usage, "phone.request");
}

} // namespace

extern "C" {

// `root` is the province's public key as text (minisign's or ours). The list held before stays when this one is
// refused. Gives {"province","sequence","as_of","products"} or {"error":…}.
EMSCRIPTEN_KEEPALIVE const char* temsao_open(const char* bytes, int size, const char* root, const char* lang) {
    const auto spoken = std::string_view(lang) == "vi" ? Lang::vi : Lang::en;
    const auto key = trace::read_minisign_key(root);
    if (!key) return give(app::error_json(key.error(), spoken));
    auto list = app::read_trusted({bytes, static_cast<std::size_t>(size)}, *key);
    if (!list) return give(app::error_json(list.error(), spoken));
    if (held)
        if (auto newer = trace::check_newer(list->edition, held->list.edition);
            !newer && list->edition.sequence != held->list.edition.sequence)
            return give(app::error_json(newer.error(), spoken));
    held = std::make_unique<Held>(*std::move(list));
    return give(app::dump(about(held->list)));
}

// `request`: {"texts":[…], "date":"2026-11-25", "lang":"vi", "host":"…"}; at most 1,000 texts of 8 KB. Gives the
// document of `verify --json`, one file entry a text.
EMSCRIPTEN_KEEPALIVE const char* temsao_judge(const char* request) {
    const auto json = Json::parse(request, nullptr, false);
    if (!json.is_object() || !json.contains("texts") || !json["texts"].is_array() || json["texts"].size() > app::most_texts)
        return give(app::error_json(wrong_request(), Lang::en));
    const auto word = [&](const char* name) {
        return json.contains(name) && json[name].is_string() ? json[name].get<std::string>() : std::string();
    };
    const auto lang = word("lang") == "en" ? Lang::en : Lang::vi;
    const auto date = Date::parse_iso(word("date"));
    if (!date) return give(app::error_json(wrong_request(), lang));
    std::vector<std::string> texts;
    for (const auto& text : json["texts"]) {
        if (!text.is_string() || text.get_ref<const std::string&>().size() > longest_text)
            return give(app::error_json(wrong_request(), lang));
        texts.push_back(text.get<std::string>());
    }
    verify::Grounds grounds{held ? &held->index : nullptr, held ? &held->list.keys : nullptr, {{app::default_host}}};
    if (!word("host").empty()) grounds.hosts.names.push_back(word("host"));
    std::optional<catalog::ListHeader> header;
    if (held) header = held->list.list.header;
    return give(app::check_json(app::judge_texts(texts, grounds, header, *date), lang));
}
}
