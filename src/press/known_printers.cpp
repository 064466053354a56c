#include "press/known_printers.h"

#include "catalog/same_name.h"
#include "office/home_json.h"

#include <array>

namespace temsao::press {
namespace {

double number(const job::Json& json, const char* name, double least, double most) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number()) return least - 1;
    const auto value = found->get<double>();
    return value >= least && value <= most ? value : least - 1;
}

template <class Value, std::size_t size>
std::optional<Value> value_named(const std::array<std::pair<std::string_view, Value>, size>& names,
                                 std::string_view text) {
    for (const auto& [name, value] : names)
        if (name == text) return value;
    return {};
}

template <class Value, std::size_t size>
std::string_view name_of(const std::array<std::pair<std::string_view, Value>, size>& names, Value wanted) {
    for (const auto& [name, value] : names)
        if (value == wanted) return name;
    return "";
}

constexpr std::array<std::pair<std::string_view, printers::Kind>, 3> kinds{
    {{"zebra", printers::Kind::zebra}, {"tsc", printers::Kind::tsc}, {"ipp", printers::Kind::ipp}}};
constexpr std::array<std::pair<std::string_view, printers::Answers>, 3> all_answers{
    {{"counts", printers::Answers::counts}, {"busy", printers::Answers::busy}, {"mute", printers::Answers::mute}}};

constexpr std::array<std::pair<std::string_view, printers::Pages>, 3> all_pages{
    {{"pdf", printers::Pages::pdf},
     {"colour_raster", printers::Pages::colour_raster},
     {"grey_raster", printers::Pages::grey_raster}}};

std::string text(const job::Json& json, const char* name) {
    const auto found = json.find(name);
    return found != json.end() && found->is_string() ? found->get<std::string>() : "";
}

std::optional<Connection> read_connection(const job::Json& json) {
    const auto address = printers::parse_address(text(json, "address"));
    const auto kind = value_named(kinds, text(json, "kind"));
    const auto answers = value_named(all_answers, text(json, "answers"));
    if (!address || !kind || !answers || address->is_ipp() != (*kind == printers::Kind::ipp)) return {};
    const auto pages = json.contains("pages") ? value_named(all_pages, text(json, "pages")) : printers::Pages::pdf;
    if (!pages) return {};
    return Connection{*address, *kind, *answers, text(json, "certificate"), *pages};
}

std::optional<KnownPrinter> read_printer(const job::Json& json) {
    constexpr double shift = page::largest_shift.value, scale = page::largest_scale_error,
                     turn = page::largest_turn_degrees;
    if (!json.is_object()) return {};
    const double right = number(json, "right_mm", -shift, shift), down = number(json, "down_mm", -shift, shift);
    const double across = number(json, "across_scale", 1 - scale, 1 + scale);
    const double along = number(json, "down_scale", 1 - scale, 1 + scale);
    const double degrees = number(json, "turn_degrees", -turn, turn), dpi = number(json, "dpi", 0, 2400);
    if (right < -shift || down < -shift || across < 1 - scale || along < 1 - scale || degrees < -turn || dpi < 0)
        return {};
    KnownPrinter printer{{{right}, {down}, across, along, degrees}, static_cast<int>(dpi), {}};
    if (json.contains("address")) {
        printer.connection = read_connection(json);
        if (!printer.connection) return {};
    }
    return printer;
}

job::Json to_json(const KnownPrinter& printer) {
    const auto& correction = printer.correction;
    job::Json json{{"right_mm", correction.right.value},
                   {"down_mm", correction.down.value},
                   {"across_scale", correction.across_scale},
                   {"down_scale", correction.down_scale},
                   {"turn_degrees", correction.turn_degrees},
                   {"dpi", printer.dpi}};
    if (const auto& connection = printer.connection) {
        json["address"] = connection->address.text();
        json["kind"] = name(connection->kind);
        json["answers"] = name(connection->answers);
        if (connection->kind == printers::Kind::ipp) json["pages"] = name(connection->pages);
        if (!connection->certificate.empty()) json["certificate"] = connection->certificate;
    }
    return json;
}

std::filesystem::path printers_file(const job::Surroundings& around) {
    return around.home / "printers.json";
}

constexpr char belongs_to = '@'; // no printer's name holds it

std::string name_in_file(const job::Surroundings& around, const std::string& name) {
    return around.printers_of.empty() ? name : name + belongs_to + catalog::producer_key(around.printers_of);
}

// The name under which these surroundings know it; empty: another producer's.
std::string known_as(const job::Surroundings& around, const std::string& in_file) {
    const auto end = in_file.find(belongs_to);
    if (around.printers_of.empty() || end == in_file.npos) return in_file;
    return catalog::same_producer(in_file.substr(end + 1), around.printers_of) ? in_file.substr(0, end) : "";
}

constexpr std::size_t longest_printer_name = 40;

Error unknown_printer(const std::map<std::string, KnownPrinter>& known, const std::string& name) {
    std::string names;
    for (const auto& [other, printer] : known)
        names += (names.empty() ? "" : ", ") + other;
    return error(Cause::missing, "printer.unknown", {name, names.empty() ? "–" : names});
}

// Its names in the file: one, but for a producer whose name was spelled otherwise before.
std::vector<std::string>
names_in_file(const job::Surroundings& around, const job::Json& json, const std::string& name) {
    std::vector<std::string> names;
    for (const auto& [in_file, values] : json.items())
        if (in_file == name_in_file(around, name) ||
            (in_file.find(belongs_to) != in_file.npos && known_as(around, in_file) == name))
            names.push_back(in_file);
    return names;
}

} // namespace

bool is_printer_name(const std::string& name) {
    constexpr auto allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";
    return !name.empty() && name.size() <= longest_printer_name && name.find_first_not_of(allowed) == name.npos;
}

std::string_view name(printers::Kind kind) {
    return name_of(kinds, kind);
}

std::string_view name(printers::Pages pages) {
    return name_of(all_pages, pages);
}

std::string_view name(printers::Answers answers) {
    return name_of(all_answers, answers);
}

std::optional<printers::Kind> kind_named(std::string_view text) {
    return value_named(kinds, text);
}

Result<std::map<std::string, KnownPrinter>> known_printers(const job::Surroundings& around) {
    const auto json = TRY(office::load_home_json(printers_file(around)));
    std::map<std::string, KnownPrinter> known;
    for (const auto& [name, values] : json.items()) {
        const auto printer = read_printer(values);
        if (!printer) return error(Cause::data, "home.file", {printers_file(around).string()});
        const auto known_name = known_as(around, name);
        if (known_name.empty()) continue;
        if (known_name != name || !known.contains(name)) known[known_name] = *printer; // one's own comes first
    }
    return known;
}

Result<KnownPrinter> find_printer(const job::Surroundings& around, const std::string& name) {
    const auto known = TRY(known_printers(around));
    if (const auto found = known.find(name); found != known.end()) return found->second;
    return unknown_printer(known, name);
}

Result<KnownPrinter> find_connected(const job::Surroundings& around, const std::string& name) {
    auto printer = TRY(find_printer(around, name));
    if (!printer.connection) return error(Cause::missing, "printer.not_connected", {name});
    return printer;
}

Outcome change_printer(const job::Surroundings& around,
                       const std::string& name,
                       const std::function<Outcome(KnownPrinter&)>& change) {
    return office::change_home_json(printers_file(around), [&](job::Json& json) -> Outcome {
        KnownPrinter printer;
        for (const auto& in_file : names_in_file(around, json, name)) {
            const auto before = read_printer(json[in_file]);
            if (!before) return error(Cause::data, "home.file", {printers_file(around).string()});
            printer = *before;
            json.erase(in_file);
        }
        TRY(change(printer));
        json[name_in_file(around, name)] = to_json(printer);
        return done;
    });
}

Outcome forget_printer(const job::Surroundings& around, const std::string& name) {
    const auto known = TRY(known_printers(around));
    return office::change_home_json(printers_file(around), [&](job::Json& json) -> Outcome {
        const auto names = names_in_file(around, json, name);
        if (names.empty()) return unknown_printer(known, name);
        for (const auto& in_file : names)
            json.erase(in_file);
        return done;
    });
}

} // namespace temsao::press
