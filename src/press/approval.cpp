#include "press/approval.h"

#include "base/text.h"
#include "job/json.h"
#include "job/version.h"
#include "label/label_rules.h"
#include "office/approval_id.h"
#include "press/templates.h"
#include "system/file.h"
#include "system/folder.h"
#include "trace/sodium.h"

#include <algorithm>

namespace temsao::press {
namespace {

constexpr std::uint64_t most_approval_bytes = 32 << 20, most_font_bytes = 16 << 20;
constexpr std::size_t digest_figures = 24, most_changes_told = 12;

std::string hex(std::string_view message) {
    return to_upper(trace::sodium::hex(trace::sodium::sha256(message)));
}

void freeze_product(const catalog::Product& product, Date day, Frozen& frozen) {
    const auto key = product.key + " ";
    const auto& certificate = catalog::certificate_on(product, day);
    frozen[key + "name"] = product.name;
    frozen[key + "producer"] = product.producer;
    frozen[key + "address"] = product.address;
    frozen[key + "group"] = name(product.group);
    frozen[key + "stars"] = std::to_string(certificate.stars);
    frozen[key + "certificate"] = certificate.decision + ", " + certificate.issued.iso() + ".." +
                                  certificate.valid_to.iso() + ", " + std::string(name(certificate.status));
    for (const auto& [fact, value] : product.facts)
        frozen[key + fact] = value;
}

Result<std::string> digest(const std::filesystem::path& file, std::uint64_t limit) {
    const auto bytes = TRY(read_file(file, limit));
    return "SHA-256 " + hex(bytes).substr(0, digest_figures);
}

struct SignOff {
    std::string by, on;
    Frozen frozen;
};

// A whole country's list freezes some 200,000 facts in one object. Nothing where the file has not the form of ours.
std::optional<SignOff> read_sign_off(std::string_view text) {
    const auto json = job::read_sorted_json(text, {.bytes = most_approval_bytes, .members = 1'000'000});
    if (!json || !json->is_object()) return {};
    const auto frozen = json->find("frozen");
    if (frozen == json->end() || !frozen->is_object()) return {};
    const auto word = [](const nlohmann::json& from, const char* name) -> std::optional<std::string> {
        const auto found = from.find(name);
        return found != from.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
    };
    auto by = word(*json, "by"), on = word(*json, "on");
    if (!by || !on) return {};
    SignOff signed_off{*std::move(by), *std::move(on), {}};
    for (const auto& [what, fact] : frozen->items()) {
        if (!fact.is_string()) return {};
        signed_off.frozen.emplace(what, fact.get<std::string>());
    }
    return signed_off;
}

// "list: version 1 -> version 2", one after the other.
std::string changes(const Frozen& then, const Frozen& now) {
    std::vector<std::string> all;
    const auto tell = [&](const std::string& what, const std::string& before, const std::string& after) {
        all.push_back(what + ": " + before + " → " + after);
    };
    for (const auto& [what, before] : then) {
        const auto found = now.find(what);
        if (found == now.end())
            tell(what, before, "–");
        else if (found->second != before)
            tell(what, before, found->second);
    }
    for (const auto& [what, after] : now)
        if (!then.contains(what)) tell(what, "–", after);
    std::string text;
    for (std::size_t i = 0; i < std::min(all.size(), most_changes_told); ++i)
        text += (i ? "; " : "") + all[i];
    return all.size() > most_changes_told ? text + "; … (" + std::to_string(all.size()) + ")" : text;
}

} // namespace

Result<Frozen> freeze(const FrozenSources& sources, const job::Surroundings& around) {
    const auto& [run, template_name, design, list, products, options] = sources;
    Frozen frozen = options;
    frozen["temsao"] = job::version;
    frozen["list"] = std::to_string(list.id) + ", " + list.header.source + ", " + list.header.as_of.iso();
    const auto file = TRY(find_template(around, template_name));
    frozen["template"] = template_name + " " + TRY(digest(file, most_template_bytes));
    for (const auto& piece : design.pieces)
        if (const auto* art = std::get_if<label::Art>(&piece))
            if (const auto* placed = std::get_if<label::PlacedPicture>(&art->item))
                frozen["template <image>"] += (frozen["template <image>"].empty() ? "" : " ") + placed->picture->id;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(around.share / "fonts", failed))
        if (entry.path().extension() == ".ttf")
            frozen["font " + entry.path().filename().string()] = TRY(digest(entry.path(), most_font_bytes));
    for (const auto& [rule, what] : label::all_rules())
        frozen["rule " + rule] = what;
    for (const auto& piece : design.pieces)
        if (const auto* place = std::get_if<label::PatternPlace>(&piece))
            frozen["pattern " + place->pattern->name] = place->pattern->id;
    for (const auto* product : products)
        if (const auto brand = run.brands->of(product->producer)) {
            auto& of_producer = frozen["brand " + product->producer];
            of_producer = std::to_string(brand->version);
            if (brand->pattern) of_producer += ", " + brand->pattern->name + " " + brand->pattern->id;
        }
    frozen["--lot"] = run.lot;
    frozen["--made"] = run.made.iso();
    frozen["--dpi"] = std::to_string(run.resolution.dpi());
    for (const auto* product : products)
        freeze_product(*product, run.date, frozen);
    return frozen;
}

Result<NewSignOff> sign_off(const std::filesystem::path& home, const Frozen& frozen, const std::string& by, Date on) {
    const auto text = job::dump({{"by", by}, {"on", on.iso()}, {"frozen", frozen}});
    auto id = office::approval_id(text);
    TRY(make_private_folder(home / "approvals"));
    auto file = TRY(NewFile::create(home / "approvals" / (id + ".json")));
    TRY(file.write(text));
    return NewSignOff{std::move(id), std::move(file)};
}

Outcome check_sign_off(const std::filesystem::path& home, const std::string& id, const Frozen& frozen) {
    const bool is_id = id.size() == office::approval_figures && id.find_first_not_of("0123456789ABCDEF") == id.npos;
    const auto file = home / "approvals" / (id + ".json");
    if (!is_id || !TRY(is_there(file))) return error(Cause::missing, "approval.missing", {id});
    const auto text = TRY(read_file(file, most_approval_bytes));
    const auto signed_off = office::approval_id(text) == id ? read_sign_off(text) : std::nullopt;
    if (!signed_off) return error(Cause::data, "approval.altered", {id});
    if (signed_off->frozen == frozen) return done;
    return error(
        Cause::refused, "approval.void", {id, signed_off->by, signed_off->on, changes(signed_off->frozen, frozen)});
}

} // namespace temsao::press
