#include "epcis/document.h"

#include "base/text.h"
#include "epcis/context.h"
#include "epcis/uri.h"

#include <algorithm>
#include <set>

namespace temsao::epcis {
namespace {

using job::Json;
using lots::Event;
using lots::Kind;

// What the standard calls each kind.
struct Shape {
    Kind kind;
    const char *type, *action, *step, *disposition; // action: null for a transformation
};

constexpr Shape shapes[] = {
    {Kind::harvest, "ObjectEvent", "ADD", "commissioning", "in_progress"},
    {Kind::receive, "ObjectEvent", "ADD", "receiving", "in_progress"},
    {Kind::transform, "TransformationEvent", nullptr, "commissioning", "in_progress"},
    {Kind::test, "ObjectEvent", "OBSERVE", "inspecting", "conformant"}, // or non_conformant
    {Kind::pack, "TransformationEvent", nullptr, "commissioning", "active"},
    {Kind::ship, "ObjectEvent", "OBSERVE", "shipping", "in_transit"},
    {Kind::recall, "ObjectEvent", "OBSERVE", "holding", "recalled"},
};

const Shape& shape_of(Kind kind) {
    return *std::find_if(std::begin(shapes), std::end(shapes), [&](const Shape& one) { return one.kind == kind; });
}

std::string offset_words(int minutes) {
    return lots::Moment{.offset = minutes}.iso().substr(19);
}

Json quantities(const std::vector<lots::Part>& parts, std::string_view host) {
    Json list = Json::array();
    for (const auto& [lot, amount] : parts) {
        Json one{{"epcClass", lot_uri(lot, host)}};
        if (amount) one["quantity"] = Json::parse(amount->number());
        if (amount && !amount->unit.empty()) one["uom"] = amount->unit;
        list.push_back(std::move(one));
    }
    return list;
}

// The members in the standard's order, without id and record time: what the id is made of.
Json told(const Event& event, std::string_view host) {
    const auto& shape = shape_of(event.kind);
    Json json{
        {"type", shape.type}, {"eventTime", event.at.iso()}, {"eventTimeZoneOffset", offset_words(event.at.offset)}};
    if (shape.action) {
        // Goods with a label come in with the lot that is on it: they are seen here, they do not begin here.
        const bool has_number =
            event.kind == Kind::receive && !event.outputs.empty() && event.outputs.front().lot.product.size() == 14;
        json["action"] = has_number ? "OBSERVE" : shape.action;
        json["quantityList"] = quantities(event.outputs, host);
    } else {
        json["inputQuantityList"] = quantities(event.inputs, host);
        json["outputQuantityList"] = quantities(event.outputs, host);
    }
    json["bizStep"] = shape.step;
    json["disposition"] =
        event.kind == Kind::test && !event.passed.value_or(true) ? "non_conformant" : shape.disposition;
    if (!event.report.empty()) json["certificationInfo"] = paper_uri(event.report, host);
    if (!event.place.empty()) json["readPoint"] = {{"id", place_uri(event.place, host)}};
    if (!event.place.empty() && event.kind != Kind::ship && event.kind != Kind::recall && event.kind != Kind::test)
        json["bizLocation"] = {{"id", place_uri(event.place, host)}};
    if (!event.paper.empty() && event.kind == Kind::ship)
        json["bizTransactionList"] =
            Json::array({{{"type", "desadv"}, {"bizTransaction", paper_uri(event.paper, host)}}});
    if (!event.party.empty()) {
        const bool leaves = event.kind == Kind::ship;
        json[leaves ? "destinationList" : "sourceList"] = Json::array(
            {{{"type", "possessing_party"}, {leaves ? "destination" : "source", party_uri(event.party, host)}}});
    }
    // Only where goods begin may they have an ilmd (EPCIS 2.0, 7.4.1.2); what is only seen bears its dates all the
    // same.
    const bool is_seen = json.value("action", "") == "OBSERVE";
    if (event.made) (is_seen ? json["temsao:made"] : json["ilmd"]["gs1:productionDate"]) = event.made->iso();
    if (event.expires) (is_seen ? json["temsao:expires"] : json["ilmd"]["gs1:expirationDate"]) = event.expires->iso();
    json["temsao:step"] = name(event.kind);
    for (const auto& [member, text] : {std::pair("temsao:item", &event.item),
                                       {"temsao:process", &event.process},
                                       {"temsao:run", &event.run},
                                       {"temsao:reason", &event.reason},
                                       {"temsao:note", &event.note},
                                       {"temsao:salt", &event.salt}})
        if (!text->empty()) json[member] = *text;
    if (!event.paper.empty() && event.kind != Kind::ship) json["temsao:paper"] = event.paper;
    if (event.started) json["temsao:started"] = event.started->iso();
    if (event.at.is_day) json["temsao:precision"] = "day";
    return json;
}

} // namespace

std::string id_of(const Event& event, std::string_view host) {
    return event_id(told(event, host), our_prefixes());
}

bool says_its_id(const Event& event, std::string_view host) {
    if (event.original.empty()) return id_of(event, host) == event.id;
    auto json = job::read_json(event.original, {.bytes = largest_document});
    if (!json || !json->is_object()) return false;
    (*json)["eventID"] = event.id;
    const Json whole{{"@context", our_context()}, {"epcisBody", {{"eventList", Json::array({*json})}}}};
    const auto read = read_document(whole.dump(), host, std::max(event.at.seconds, event.recorded));
    if (!read || read->events.size() != 1) return false;
    auto told = read->events.front();
    told.original = event.original;
    told.recorded = event.recorded;
    told.struck = event.struck;
    return told == event;
}

Json event_json(const Event& event, std::string_view host) {
    auto json = event.original.empty() ? told(event, host) : job::read_object(event.original);
    Json whole{{"type", json.at("type")}, {"eventID", event.id}, {"eventTime", json.at("eventTime")}};
    whole["recordTime"] = lots::moment_at(event.recorded).iso();
    for (auto& [name, value] : json.items())
        if (!whole.contains(name)) whole[name] = std::move(value);
    if (event.struck) {
        whole["errorDeclaration"] = {{"declarationTime", lots::moment_at(event.struck->at).iso()},
                                     {"reason", name(event.struck->why)}};
        if (!event.struck->by.empty())
            whole["errorDeclaration"]["correctiveEventIDs"] = Json::array({event.struck->by});
    }
    return whole;
}

Json document(const std::vector<Event>& events, const About& about) {
    Json list = Json::array();
    for (const auto& event : events)
        list.push_back(event_json(event, about.host));
    return {{"@context", our_context()},
            {"id", about.name},
            {"type", "EPCISDocument"},
            {"schemaVersion", "2.0"},
            {"creationDate", about.created.iso()},
            {"epcisBody", {{"eventList", std::move(list)}}}};
}

} // namespace temsao::epcis
