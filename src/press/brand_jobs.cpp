// The jobs about brands: brand set, show.
#include "base/text.h"
#include "catalog/same_name.h"
#include "job/read_options.h"
#include "label/preflight.h"
#include "press/brands.h"
#include "press/jobs.h"
#include "press/patterns.h"
#include "store/list_store.h"

#include <algorithm>
#include <cstdio>

namespace temsao::press {
namespace {

constexpr auto without = "none";
constexpr double least_contrast = 4.5; // of words on white, as preflight asks it
constexpr double sharp_dpi = 300;
constexpr Mm usual_logo{12};

// What `brand set` is to change; what is not given stays.
struct BrandChangeWish {
    std::string producer;
    std::optional<std::string> name, motto, place, pattern;
    std::optional<std::filesystem::path> logo, one_colour_logo; // empty: none
    std::optional<std::optional<label::Ink>> main, second;
    std::optional<std::optional<label::Typeface>> typeface;
};

// Errors (Cause::usage): brand.text_length {option, letters, most}.
Result<std::optional<std::string>> read_text_wish(const job::Request& request, const char* option) {
    if (!request.has(option)) return std::optional<std::string>();
    auto text = tidy(request.text(option));
    if (text == without) text.clear();
    const auto letters = count_characters(text);
    if (letters > label::longest_brand_text || (text.empty() && option == std::string_view("name")))
        return error(Cause::usage,
                     "brand.text_length",
                     {"--" + std::string(option), std::to_string(letters), std::to_string(label::longest_brand_text)});
    return std::optional(std::move(text));
}

// Errors (Cause::usage): brand.colour {option, text, most}.
Result<std::optional<std::optional<label::Ink>>> read_colour_wish(const job::Request& request, const char* option) {
    using Change = std::optional<std::optional<label::Ink>>;
    if (!request.has(option)) return Change();
    const auto text = request.text(option);
    if (text == without) return Change(std::in_place);
    const auto ink = label::read_brand_ink(text);
    if (!ink)
        return error(Cause::usage,
                     "brand.colour",
                     {"--" + std::string(option), text, std::to_string(static_cast<int>(label::most_brand_ink))});
    return Change(std::in_place, *ink);
}

std::optional<std::filesystem::path> read_logo_wish(const job::Request& request, const char* option) {
    if (!request.has(option)) return {};
    return request.text(option) == without ? std::filesystem::path() : std::filesystem::path(request.text(option));
}

Result<BrandChangeWish> read_change_wish(const job::Request& request, const job::Surroundings& around) {
    BrandChangeWish change;
    change.producer = tidy(request.text("producer"));
    change.name = TRY(read_text_wish(request, "name"));
    change.motto = TRY(read_text_wish(request, "motto"));
    change.place = TRY(read_text_wish(request, "place"));
    change.main = TRY(read_colour_wish(request, "main"));
    change.second = TRY(read_colour_wish(request, "second"));
    if (request.has("typeface")) change.typeface = label::find_typeface(request.text("typeface")); // none: empty
    if (request.has("pattern")) {
        change.pattern = request.text("pattern") == without ? "" : request.text("pattern");
        if (!change.pattern->empty()) TRY(open_pattern(around, *change.pattern));
    }
    change.logo = read_logo_wish(request, "logo");
    change.one_colour_logo = read_logo_wish(request, "one-colour-logo");
    return change;
}

// The logos come last: their files stay where nothing else was refused.
Outcome apply(const BrandChangeWish& change, const job::Surroundings& around, BrandRecord& to) {
    const auto set = [](const auto& from, auto& member) {
        if (from) member = *from;
    };
    set(change.name, to.name);
    set(change.motto, to.motto);
    set(change.place, to.place);
    set(change.pattern, to.pattern);
    set(change.main, to.main);
    set(change.second, to.second);
    set(change.typeface, to.typeface);
    if (to.name.empty()) return error(Cause::usage, "brand.name_missing", {change.producer});
    for (const auto& [file, logo] :
         {std::pair(&change.logo, &to.logo), std::pair(&change.one_colour_logo, &to.one_colour_logo)})
        if (*file) *logo = (*file)->empty() ? "" : TRY(keep_logo(around, **file));
    return done;
}

std::string rounded(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string inks_words(const label::Ink& ink) {
    char text[64];
    std::snprintf(text, sizeof text, "C %g  M %g  Y %g  K %g", ink.c, ink.m, ink.y, ink.k);
    return text;
}

// What a person should look at before labels are made.
Result<std::vector<Message>> doubts_of(const job::Surroundings& around, const BrandRecord& record) {
    std::vector<Message> doubts;
    const auto brand = TRY(open_brand(around, record));
    for (const auto& [option, ink] : {std::pair("--main", record.main), std::pair("--second", record.second)}) {
        const double contrast = ink ? label::contrast(*ink, {0, 0, 0, 0}) : least_contrast;
        if (contrast < least_contrast)
            doubts.push_back({"brand.pale", {option, inks_words(*ink), rounded(contrast), rounded(least_contrast)}});
    }
    if (const auto& logo = brand->logo) {
        const double sharp_mm = std::max(logo->width, logo->height) * 25.4 / sharp_dpi;
        if (sharp_mm < usual_logo.value)
            doubts.push_back(
                {"brand.logo_small", {std::to_string(logo->width), std::to_string(logo->height), rounded(sharp_mm)}});
        if (logo->alpha.empty()) doubts.push_back({"brand.logo_on_white", {}});
        if (!brand->one_colour_logo && logo->samples == 3) doubts.push_back({"brand.logo_in_dots", {}});
    }
    bool is_known = false;
    auto store = store::ListStore::open_to_read(around.home);
    if (store) {
        const auto list = store->load();
        if (!list && list.error().cause != Cause::missing) return list.error();
        is_known = list && std::any_of(list->products.begin(), list->products.end(), [&](const auto& product) {
                       return catalog::same_producer(product.producer, record.producer);
                   });
    } else if (store.error().cause != Cause::missing) {
        return store.error();
    }
    if (!is_known) doubts.push_back({"brand.producer_unknown", {record.producer}});
    return doubts;
}

std::string words_of(const BrandRecord& record, Lang lang) {
    std::string words = record.producer + "\n";
    const auto put = [&](const char* id, const std::string& text) {
        if (!text.empty()) words += "  " + job::padded(say({id, {}}, lang), 16) + text + "\n";
    };
    put("brand.version_word",
        std::to_string(record.version) + " · " + (record.since ? record.since->vietnamese() : ""));
    put("brand.name_word", record.name);
    put("brand.motto_word", record.motto);
    put("brand.place_word", record.place);
    put("brand.main_word", record.main ? inks_words(*record.main) : "");
    put("brand.second_word", record.second ? inks_words(*record.second) : "");
    put("brand.typeface_word", record.typeface ? std::string(label::name(*record.typeface)) : "");
    put("brand.pattern_word", record.pattern);
    put("brand.logo_word", record.logo);
    put("brand.one_colour_logo_word", record.one_colour_logo);
    return words;
}

} // namespace

Result<job::Report> set_brand(const job::Request& request, const job::Surroundings& around) {
    const auto change = TRY(read_change_wish(request, around));
    const auto record =
        TRY(change_brand(around, change.producer, [&](BrandRecord& brand) { return apply(change, around, brand); }));
    const auto doubts = TRY(doubts_of(around, record));
    job::Report report;
    report.words = words_of(record, around.lang);
    for (const auto& doubt : doubts)
        report.remarks.push_back(say(doubt, around.lang));
    report.json = {{"brand", to_json(record)}, {"remarks", report.remarks}};
    return report;
}

Result<job::Report> show_brand(const job::Request& request, const job::Surroundings& around) {
    job::Report report;
    std::vector<BrandRecord> shown;
    if (request.has("producer")) {
        const auto record = TRY(brand_of(around, request.text("producer")));
        if (!record) return error(Cause::missing, "brand.none", {request.text("producer")});
        shown.push_back(*record);
    } else {
        shown = TRY(all_brands(around));
        if (shown.empty()) report.words = say({"brand.none_yet", {}}, around.lang) + "\n";
    }
    auto brands = job::Json::array();
    for (const auto& record : shown) {
        report.words += words_of(record, around.lang);
        brands.push_back(to_json(record));
    }
    report.json = {{"brands", std::move(brands)}};
    return report;
}

} // namespace temsao::press
