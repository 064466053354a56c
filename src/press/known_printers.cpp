#include "press/known_printers.h"

#include "catalog/same_name.h"
#include "office/home_json.h"

namespace temsao::press {
namespace {

double number(const job::Json& json, const char* name, double least, double most) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number()) return least - 1;
    const auto value = found->get<double>();
    return value >= least && value <= most ? value : least - 1;
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
    return KnownPrinter{{{right}, {down}, across, along, degrees}, static_cast<int>(dpi)};
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

} // namespace

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
    std::string names;
    for (const auto& [other, printer] : known)
        names += (names.empty() ? "" : ", ") + other;
    return error(Cause::missing, "printer.unknown", {name, names.empty() ? "–" : names});
}

Outcome save_printer(const job::Surroundings& around, const std::string& name, const KnownPrinter& printer) {
    return office::change_home_json(printers_file(around), [&](job::Json& json) -> Outcome {
        const auto& correction = printer.correction;
        std::vector<std::string> earlier; // the same one, under another spelling of the producer
        for (const auto& [in_file, values] : json.items())
            if (in_file.find(belongs_to) != in_file.npos && known_as(around, in_file) == name)
                earlier.push_back(in_file);
        for (const auto& in_file : earlier)
            json.erase(in_file);
        json[name_in_file(around, name)] = {{"right_mm", correction.right.value},
                                            {"down_mm", correction.down.value},
                                            {"across_scale", correction.across_scale},
                                            {"down_scale", correction.down_scale},
                                            {"turn_degrees", correction.turn_degrees},
                                            {"dpi", printer.dpi}};
        return done;
    });
}

} // namespace temsao::press
