#include "epcis/event_hash.h"

#include "base/pieces.h"
#include "epcis/uri.h"
#include "lots/event.h"
#include "trace/sodium.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace temsao::epcis {
namespace {

using job::Json;

// A member with its value or its members; lists are taken apart into members of one name.
struct Node {
    std::string name, text;
    std::vector<Node> parts = {};
};

// What comes first in the text, and of what; all else follows, sorted (CBV 2.0, table in 8.9.2).
struct Order {
    std::string_view name;
    std::vector<Order> parts = {};
};

const std::vector<Order>& standard_order() {
    static const std::vector<Order> quantity{{"quantityElement", {{"epcClass"}, {"quantity"}, {"uom"}}}};
    static const std::vector<Order> epc{{"epc"}};
    static const std::vector<Order> id{{"id"}};
    static const std::vector<Order> all{
        {"eventTime"},
        {"eventTimeZoneOffset"},
        {"certificationInfo"},
        {"parentID"},
        {"epcList", epc},
        {"inputEPCList", epc},
        {"childEPCs", epc},
        {"quantityList", quantity},
        {"childQuantityList", quantity},
        {"inputQuantityList", quantity},
        {"outputEPCList", epc},
        {"outputQuantityList", quantity},
        {"action"},
        {"transformationID"},
        {"bizStep"},
        {"disposition"},
        {"persistentDisposition", {{"set"}, {"unset"}}},
        {"readPoint", id},
        {"bizLocation", id},
        {"sensorElementList",
         {{"sensorElement",
           {{"sensorMetadata",
             {{"time"},
              {"startTime"},
              {"endTime"},
              {"deviceID"},
              {"deviceMetadata"},
              {"rawData"},
              {"dataProcessingMethod"},
              {"bizRules"}}},
            {"sensorReport",
             {{"type"},
              {"exception"},
              {"deviceID"},
              {"deviceMetadata"},
              {"rawData"},
              {"dataProcessingMethod"},
              {"time"},
              {"microorganism"},
              {"chemicalSubstance"},
              {"value"},
              {"component"},
              {"stringValue"},
              {"booleanValue"},
              {"hexBinaryValue"},
              {"uriValue"},
              {"minValue"},
              {"maxValue"},
              {"meanValue"},
              {"sDev"},
              {"percRank"},
              {"percValue"},
              {"uom"},
              {"coordinateReferenceSystem"}}}}}}},
    };
    return all;
}

// Where a word of the standard stands alone, its address is meant.
std::string with_vocabulary(std::string_view member, const std::string& text) {
    if (text.find(':') != text.npos || text.empty()) return text;
    const auto cbv = [&](std::string_view kind) { return "https://ref.gs1.org/cbv/" + std::string(kind) + text; };
    if (member == "bizStep") return cbv("BizStep-");
    if (member == "disposition" || member == "set" || member == "unset") return cbv("Disp-");
    if (member == "source type" || member == "destination type") return cbv("SDT-");
    if (member == "bizTransaction type") return cbv("BTT-");
    if (member == "sensorReport type") return "https://gs1.org/voc/" + text;
    return text;
}

// 7.0 and +7 are 7. Forms on which generators disagree are not numbers here (lots/event.h refuses them).
std::string canonical_number(std::string_view text) {
    double value = 0;
    const auto plain = text.starts_with('+') ? text.substr(1) : text;
    const auto [end, failed] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (failed != std::errc{} || end != plain.data() + plain.size() || !std::isfinite(value)) return std::string(text);
    constexpr double largest_exact = 9007199254740992.0;
    if (value == std::floor(value) && std::abs(value) < largest_exact)
        return std::to_string(static_cast<long long>(value));
    char written[32];
    const auto [stop, bad] = std::to_chars(written, written + sizeof written, value);
    return bad == std::errc{} ? std::string(written, stop) : std::string(text);
}

// 2026-11-24T14:20:00+07:00 -> 2026-11-24T07:20:00.000Z. Our moments have whole seconds.
std::string in_greenwich(const std::string& text) {
    auto moment = lots::read_moment(text);
    if (!moment) return text;
    moment->offset = 0;
    std::string thousandths = "000";
    if (const auto stop = text.find('.'); stop != text.npos)
        for (std::size_t i = 0;
             i < 3 && stop + 1 + i < text.size() && text[stop + 1 + i] >= '0' && text[stop + 1 + i] <= '9';
             ++i)
            thousandths[i] = text[stop + 1 + i];
    return moment->iso().substr(0, 19) + "." + thousandths + "Z";
}

bool is_about_time(std::string_view name) {
    const auto small = lower(name);
    return small.find("time") != small.npos && small.find("offset") == small.npos;
}

std::string value_of(const std::string& text) {
    return canonical_uri(canonical_number(text));
}

class Members {
public:
    explicit Members(const Prefixes& prefixes) : prefixes_(prefixes) {}

    // The members of an object. `around` is the member that holds it, for words whose meaning depends on it.
    std::vector<Node> of(const Json& object, std::string_view around) const {
        std::vector<Node> all;
        for (const auto& [name, value] : object.items()) {
            if (name == "comment" || name == "rdfs:comment" || name == "#text" || name == "@context") continue;
            const auto full = with_prefix(name, true);
            if (!value.is_array()) {
                all.push_back(node(full, value, around));
            } else if (name.ends_with("List") || name == "childEPCs") {
                Node list{full, ""};
                for (const auto& one : value)
                    list.parts.push_back(node(name_in_list(name, one), one, name.substr(0, name.size() - 4)));
                all.push_back(std::move(list));
            } else {
                for (const auto& one : value)
                    all.push_back(node(full, one, around));
            }
        }
        return all;
    }

private:
    static std::string name_in_list(const std::string& list, const Json& one) {
        if (list == "childEPCs") return "epc";
        const auto name = list.substr(0, list.size() - 4);
        if (name == "inputEPC" || name == "outputEPC") return "epc";
        const bool is_quantity = name == "inputQuantity" || name == "outputQuantity" || name == "childQuantity" ||
                                 (name == "quantity" && one.is_object());
        return is_quantity ? "quantityElement" : name;
    }

    Node node(const std::string& name, const Json& value, std::string_view around) const {
        if (value.is_object()) return {name, "", of(value, name)};
        std::string text = value.is_string() ? with_prefix(value.get<std::string>(), false) : value.dump();
        if (value.is_boolean()) text = value.get<bool>() ? "True" : "False";
        if (value.is_null()) text.clear();
        const auto about = name == "type" ? std::string(around) + " type" : name;
        return {name, with_vocabulary(about, text)};
    }

    // A name becomes {address}name, a value its whole address.
    std::string with_prefix(const std::string& text, bool is_name) const {
        const auto colon = text.find(':');
        if (colon == text.npos) return text;
        const auto found = prefixes_.find(text.substr(0, colon));
        if (found == prefixes_.end()) return text;
        return (is_name ? "{" + found->second + "}" : found->second) + text.substr(colon + 1);
    }

    const Prefixes& prefixes_;
};

std::string joined(std::vector<std::string> texts, bool sorts) {
    if (sorts) std::sort(texts.begin(), texts.end());
    std::string all;
    for (const auto& text : texts)
        all += text;
    return all;
}

// Whatever the standard's table does not name: sorted. A partner's or a paper's type comes before it.
std::string text_of_others(const std::vector<Node>& nodes) {
    std::vector<std::string> texts;
    bool is_typed = false;
    for (const auto& node : nodes) {
        const bool is_pair = node.name == "source" || node.name == "destination" || node.name == "bizTransaction";
        is_typed = is_typed || (is_pair && node.parts.empty());
        const auto text = node.text.empty() ? "" : "=" + value_of(node.text);
        texts.push_back((is_pair && !node.parts.empty() ? "" : node.name) + text + text_of_others(node.parts));
    }
    return joined(std::move(texts), !is_typed);
}

// {address}name, as extensions have it: within an object of the standard they stand at its end.
bool is_extension(const Node& node) {
    return node.name.starts_with('{') && node.name.find("/}") != node.name.npos;
}

std::string text_in_order(std::vector<Node>& nodes, const std::vector<Order>& order, bool is_event);

std::string text_of(Node& node, const std::vector<Order>& order) {
    auto parts = order.empty() ? std::string() : text_in_order(node.parts, order, false);
    auto text = node.text;
    if (!text.empty()) text = "=" + (is_about_time(node.name) ? in_greenwich(text) : value_of(text));
    return text.empty() && parts.empty() ? "" : node.name + text + parts;
}

// Takes the nodes that it writes out of `nodes`.
std::string text_in_order(std::vector<Node>& nodes, const std::vector<Order>& order, bool is_event) {
    std::string all;
    std::vector<Node> extensions;
    if (!is_event && nodes.size() > 1) {
        const auto first =
            std::stable_partition(nodes.begin(), nodes.end(), [](const Node& one) { return !is_extension(one); });
        extensions.assign(std::make_move_iterator(first), std::make_move_iterator(nodes.end()));
        nodes.erase(first, nodes.end());
    }
    for (const auto& [name, parts] : order) {
        std::vector<std::string> texts;
        for (auto& node : nodes)
            if (node.name == name) texts.push_back(text_of(node, parts));
        all += joined(std::move(texts), true);
        std::erase_if(nodes, [&, wanted = name](const Node& node) { return node.name == wanted; });
    }
    return all + text_of_others(extensions);
}

} // namespace

Prefixes prefixes_of(const Json& context) {
    Prefixes prefixes;
    const auto take = [&](const Json& one) {
        if (!one.is_object()) return;
        for (const auto& [name, address] : one.items())
            if (address.is_string()) prefixes[name] = address.get<std::string>();
    };
    if (context.is_array())
        for (const auto& one : context)
            take(one);
    else
        take(context);
    return prefixes;
}

std::string text_to_hash(const Json& event, const Prefixes& prefixes) {
    if (!event.is_object()) return {};
    auto nodes = Members(prefixes).of(event, "");
    std::erase_if(nodes, [](const Node& node) {
        return node.name == "recordTime" || node.name == "eventID" || node.name == "type" ||
               node.name == "errorDeclaration";
    });
    const auto type = event.find("type");
    const auto kind = type != event.end() && type->is_string() ? type->get<std::string>() : "";
    auto ordered = text_in_order(nodes, standard_order(), true);
    return "eventType=" + kind + ordered + text_of_others(nodes);
}

std::string event_id(const Json& event, const Prefixes& prefixes) {
    return "ni:///sha-256;" + trace::sodium::hex(trace::sodium::sha256(text_to_hash(event, prefixes))) + "?ver=CBV2.0";
}

} // namespace temsao::epcis
