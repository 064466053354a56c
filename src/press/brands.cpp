#include "press/brands.h"

#include "catalog/same_name.h"
#include "office/home_json.h"
#include "press/patterns.h"
#include "press/picture_file.h"
#include "system/file.h"
#include "system/folder.h"
#include "trace/sodium.h"

#include <algorithm>

namespace temsao::press {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t figures_of_name = 16; // of short_hash
constexpr std::size_t most_versions = 500;  // of one brand; the oldest go

fs::path folder_of(const job::Surroundings& around) {
    return around.home / "brands";
}

fs::path file_of(const job::Surroundings& around, const std::string& producer) {
    return folder_of(around) / (trace::sodium::short_hash(catalog::producer_key(producer)) + ".json");
}

job::Json inks_json(const label::Ink& ink) {
    return job::Json::array({ink.c, ink.m, ink.y, ink.k});
}

std::optional<label::Ink> read_inks(const job::Json& json) {
    if (!json.is_array() || json.size() != 4) return {};
    double parts[4] = {};
    for (std::size_t i = 0; i < 4; ++i) {
        if (!json[i].is_number()) return {};
        parts[i] = json[i].get<double>();
        if (parts[i] < 0 || parts[i] > 100) return {};
    }
    return label::Ink{parts[0], parts[1], parts[2], parts[3]};
}

bool is_logo_name(const std::string& name) {
    if (name.size() != figures_of_name + 4 || (!name.ends_with(".png") && !name.ends_with(".jpg"))) return false;
    return name.find_first_not_of("0123456789abcdef") == figures_of_name;
}

std::optional<BrandRecord> read_record(const job::Json& json) {
    if (!json.is_object()) return {};
    BrandRecord record;
    const auto text = [&](const char* name, std::string& to) {
        const auto found = json.find(name);
        if (found != json.end() && found->is_string()) to = found->get<std::string>();
    };
    text("producer", record.producer);
    text("name", record.name);
    text("motto", record.motto);
    text("place", record.place);
    text("pattern", record.pattern);
    text("logo", record.logo);
    text("one_colour_logo", record.one_colour_logo);
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer()) return {};
    record.version = version->get<int>();
    std::string since, typeface;
    text("since", since);
    text("typeface", typeface);
    const auto day = Date::parse_iso(since);
    if (!day || record.producer.empty() || record.version < 1) return {};
    record.since = *day;
    if (!typeface.empty() && !(record.typeface = label::find_typeface(typeface))) return {};
    for (auto [name, to] : {std::pair("main", &record.main), std::pair("second", &record.second)})
        if (json.contains(name) && !(*to = read_inks(json[name]))) return {};
    for (const auto& logo : {record.logo, record.one_colour_logo})
        if (!logo.empty() && !is_logo_name(logo)) return {};
    return record;
}

// But for the version's number and day.
bool say_the_same(const BrandRecord& a, BrandRecord b) {
    b.version = a.version;
    b.since = a.since;
    return to_json(a) == to_json(b);
}

Result<std::shared_ptr<const label::Picture>> open_logo(const job::Surroundings& around, const std::string& name) {
    if (name.empty()) return std::shared_ptr<const label::Picture>();
    const auto file = folder_of(around) / name;
    const auto bytes = TRY(read_file(file, most_picture_bytes));
    if (trace::sodium::short_hash(bytes) != name.substr(0, figures_of_name))
        return error(Cause::data, "brand.logo_altered", {file.string()});
    return decode_picture(bytes, file.string(), PictureOf::a_brand);
}

// All versions, the newest last.
Result<std::vector<BrandRecord>> versions_in(const fs::path& file) {
    const auto json = TRY(office::load_home_json(file));
    std::vector<BrandRecord> all;
    const auto versions = json.find("versions");
    if (versions == json.end()) return all;
    if (!versions->is_array()) return error(Cause::data, "home.file", {file.string()});
    for (const auto& one : *versions) {
        auto record = read_record(one);
        if (!record) return error(Cause::data, "home.file", {file.string()});
        all.push_back(*std::move(record));
    }
    return all;
}

} // namespace

job::Json to_json(const BrandRecord& record) {
    job::Json json{
        {"producer", record.producer}, {"version", record.version}, {"since", record.since ? record.since->iso() : ""}};
    const auto put = [&](const char* name, const std::string& text) {
        if (!text.empty()) json[name] = text;
    };
    put("name", record.name);
    put("motto", record.motto);
    put("place", record.place);
    if (record.main) json["main"] = inks_json(*record.main);
    if (record.second) json["second"] = inks_json(*record.second);
    if (record.typeface) json["typeface"] = label::name(*record.typeface);
    put("pattern", record.pattern);
    put("logo", record.logo);
    put("one_colour_logo", record.one_colour_logo);
    return json;
}

Result<std::optional<BrandRecord>>
brand_of(const job::Surroundings& around, const std::string& producer, std::optional<int> version) {
    auto all = TRY(versions_in(file_of(around, producer)));
    if (all.empty()) return std::optional<BrandRecord>();
    if (!version) return std::optional(std::move(all.back()));
    for (auto& one : all)
        if (one.version == *version) return std::optional(std::move(one));
    return error(
        Cause::missing, "brand.no_version", {producer, std::to_string(*version), std::to_string(all.back().version)});
}

Result<std::vector<BrandRecord>> all_brands(const job::Surroundings& around) {
    std::vector<BrandRecord> all;
    for (const auto& file : TRY(content_of(folder_of(around)))) {
        if (file.extension() != ".json") continue;
        auto versions = TRY(versions_in(file));
        if (!versions.empty()) all.push_back(std::move(versions.back()));
    }
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.producer < b.producer; });
    return all;
}

Result<BrandRecord> change_brand(const job::Surroundings& around,
                                 const std::string& producer,
                                 const std::function<Outcome(BrandRecord&)>& change) {
    TRY(make_private_folder(folder_of(around)));
    const auto file = file_of(around, producer);
    BrandRecord kept;
    const auto add_version = [&](job::Json& json) -> Outcome {
        auto& versions = json["versions"];
        if (versions.is_null()) versions = job::Json::array();
        BrandRecord before;
        if (!versions.is_array()) return error(Cause::data, "home.file", {file.string()});
        if (!versions.empty()) {
            const auto newest = read_record(versions.back());
            if (!newest) return error(Cause::data, "home.file", {file.string()});
            before = *newest;
        }
        kept = before;
        kept.producer = producer;
        TRY(change(kept));
        if (before.version > 0 && say_the_same(before, kept)) return done;
        kept.version = before.version + 1;
        kept.since = around.today;
        versions.push_back(to_json(kept));
        if (versions.size() > most_versions) versions.erase(versions.begin());
        return done;
    };
    TRY(office::change_home_json(file, add_version));
    return kept;
}

Result<std::string> keep_logo(const job::Surroundings& around, const fs::path& file) {
    const auto bytes = TRY(read_file(file, most_picture_bytes));
    TRY(decode_picture(bytes, file.string(), PictureOf::a_brand));
    TRY(make_private_folder(folder_of(around)));
    const auto name = trace::sodium::short_hash(bytes) + (bytes.starts_with("\x89PNG") ? ".png" : ".jpg");
    TRY(write_file(folder_of(around) / name, bytes));
    return name;
}

Result<std::shared_ptr<const label::Brand>> open_brand(const job::Surroundings& around, const BrandRecord& record) {
    auto brand = std::make_shared<label::Brand>(label::Brand{.version = record.version,
                                                             .name = record.name,
                                                             .motto = record.motto,
                                                             .place = record.place,
                                                             .main = record.main,
                                                             .second = record.second,
                                                             .typeface = record.typeface});
    brand->logo = TRY(open_logo(around, record.logo));
    brand->one_colour_logo = TRY(open_logo(around, record.one_colour_logo));
    if (!record.pattern.empty()) brand->pattern = TRY(open_pattern(around, record.pattern));
    return std::shared_ptr<const label::Brand>(std::move(brand));
}

Result<std::shared_ptr<const BrandShelf>>
BrandShelf::open(const job::Surroundings& around, const BrandWish& wish, const std::set<std::string>& producers) {
    auto shelf = std::make_shared<BrandShelf>();
    if (wish.is_used && TRY(is_there(folder_of(around))))
        for (const auto& producer : producers) {
            const auto [kept, is_new] = shelf->brands_.try_emplace(catalog::producer_key(producer));
            if (!is_new) continue; // another spelling of it
            const auto record = TRY(brand_of(around, producer, wish.version));
            if (record) kept->second = TRY(open_brand(around, *record));
        }
    return std::shared_ptr<const BrandShelf>(std::move(shelf));
}

std::shared_ptr<const label::Brand> BrandShelf::of(const std::string& producer) const {
    if (brands_.empty()) return {};
    const auto found = brands_.find(catalog::producer_key(producer));
    return found == brands_.end() ? nullptr : found->second;
}

} // namespace temsao::press
