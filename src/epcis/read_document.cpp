// EPCIS documents of others, and our own that come back.
#include "base/text.h"
#include "epcis/context.h"
#include "epcis/document.h"
#include "epcis/uri.h"
#include "lots/codes.h"

#include <algorithm>
#include <map>
#include <set>

namespace temsao::epcis {
namespace {

using job::Json;
using lots::Event;
using lots::Kind;

std::string text_of(const Json& json, const char* member) {
    const auto found = json.is_object() ? json.find(member) : json.end();
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// "https://ref.gs1.org/cbv/BizStep-receiving" and "urn:epcglobal:cbv:bizstep:receiving" are "receiving".
std::string bare_word(const std::string& text) {
    const auto end = text.find_last_of("-:");
    return text.find(':') == text.npos || end == text.npos ? text : text.substr(end + 1);
}

// Which of our kinds a type, an action and a step are; empty: none.
std::optional<Kind> kind_of(const Json& json) {
    const auto type = text_of(json, "type"), action = text_of(json, "action");
    const auto step = bare_word(text_of(json, "bizStep")), disposition = bare_word(text_of(json, "disposition"));
    if (type == "TransformationEvent") return disposition == "active" ? Kind::pack : Kind::transform;
    if (type != "ObjectEvent") return {};
    static const std::map<std::string, Kind> steps{{"commissioning", Kind::harvest},
                                                   {"receiving", Kind::receive},
                                                   {"accepting", Kind::receive},
                                                   {"inspecting", Kind::test},
                                                   {"sampling", Kind::test},
                                                   {"shipping", Kind::ship},
                                                   {"departing", Kind::ship}};
    if (step == "holding") return disposition == "recalled" ? std::optional(Kind::recall) : std::nullopt;
    const auto found = steps.find(step);
    if (found == steps.end() || action == "DELETE") return {};
    return found->second;
}

// Takes an event's members one by one; what nobody took is left over.
class EventReader {
public:
    EventReader(const Json& json, const Prefixes& prefixes, std::string_view host)
        : json_(json),
          prefixes_(prefixes),
          host_(host) {
        for (const auto& [name, value] : json.items())
            left_.insert(name);
    }

    Result<Event> read() {
        for (const auto* known :
             {"type", "action", "bizStep", "disposition", "eventTimeZoneOffset", "@context", "eventID"})
            left_.erase(known);
        const auto kind = kind_of(json_);
        if (!kind)
            return error(Cause::data, "epcis.kind", {text_of(json_, "type"), bare_word(text_of(json_, "bizStep"))});
        Event event{.kind = *kind, .at = TRY(moment("eventTime"))};
        if (json_.contains("recordTime")) event.recorded = TRY(moment("recordTime")).seconds;
        event.inputs = TRY(parts("inputQuantityList"));
        event.outputs = TRY(parts(json_.contains("outputQuantityList") ? "outputQuantityList" : "quantityList"));
        if (event.kind == Kind::test) event.passed = bare_word(text_of(json_, "disposition")) != "non_conformant";
        event.report = paper_of(take("certificationInfo"), host_);
        event.place = code("readPoint", "id");
        if (const auto location = code("bizLocation", "id"); event.place.empty()) event.place = location;
        event.party = partner();
        event.paper = paper();
        TRY(read_dates(event));
        for (const auto& [member, target] : {std::pair("item", &event.item),
                                             {"process", &event.process},
                                             {"run", &event.run},
                                             {"reason", &event.reason},
                                             {"note", &event.note},
                                             {"salt", &event.salt}})
            *target = ours(member);
        if (auto written = ours("paper"); event.paper.empty()) event.paper = std::move(written);
        event.at.is_day = ours("precision") == "day";
        for (const auto& [member, day] :
             {std::pair("started", &event.started), {"made", &event.made}, {"expires", &event.expires}})
            if (const auto told = ours(member); !told.empty()) *day = TRY(Date::parse_iso(told));
        (void)ours("step");
        TRY(read_error(event));
        return event;
    }

    const std::set<std::string>& left() const { return left_; }

private:
    std::string take(const std::string& member) {
        left_.erase(member);
        return text_of(json_, member.c_str());
    }

    // A member of our own vocabulary, whatever its prefix is in this document.
    std::string ours(const std::string& member) {
        for (const auto& [prefix, address] : prefixes_) {
            auto name = prefix;
            name.append(":").append(member);
            if (address == our_prefixes().at("temsao") && json_.contains(name)) return take(name);
        }
        return {};
    }

    Result<lots::Moment> moment(const char* member) {
        const auto text = take(member);
        auto read = TRY(lots::read_moment(text));
        if (read.is_day) return error(Cause::data, "epcis.time", {member, make_showable(text)}); // it names no zone
        return read;
    }

    Result<std::vector<lots::Part>> parts(const char* member) {
        std::vector<lots::Part> all;
        const auto list = json_.find(member);
        if (list == json_.end()) return all;
        left_.erase(member);
        if (!list->is_array()) return error(Cause::data, "epcis.member", {member});
        for (const auto& one : *list) {
            const auto lot = lot_of(text_of(one, "epcClass"));
            if (!lot) return error(Cause::data, "epcis.lot", {make_showable(text_of(one, "epcClass"))});
            lots::Part part{*lot, {}};
            if (const auto number = one.find("quantity"); number != one.end()) {
                if (!number->is_number()) return error(Cause::data, "epcis.member", {member});
                part.amount = TRY(lots::amount_of(number->dump(), text_of(one, "uom")));
            }
            all.push_back(std::move(part));
        }
        return all;
    }

    std::string code(const char* member, const char* inner) {
        const auto found = json_.find(member);
        if (found == json_.end()) return {};
        auto known = code_of(text_of(*found, inner));
        if (!known) return {};
        left_.erase(member);
        return *known;
    }

    // Whose hands it came from, or went to; a place that is named beside is left over.
    std::string partner() {
        for (const auto& [member, inner] : {std::pair("sourceList", "source"), {"destinationList", "destination"}}) {
            const auto list = json_.find(member);
            if (list == json_.end() || !list->is_array()) continue;
            for (const auto& one : *list) {
                const auto known = code_of(text_of(one, inner));
                if (!known || bare_word(text_of(one, "type")) == "location") continue;
                if (list->size() == 1) left_.erase(member);
                return *known;
            }
        }
        return {};
    }

    std::string paper() {
        const auto list = json_.find("bizTransactionList");
        if (list == json_.end() || !list->is_array() || list->size() != 1) return {};
        left_.erase("bizTransactionList");
        return paper_of(text_of(list->front(), "bizTransaction"), host_);
    }

    Outcome read_dates(Event& event) {
        const auto found = json_.find("ilmd");
        if (found == json_.end() || !found->is_object()) return done;
        std::size_t known = 0;
        for (const auto& [name, value] : found->items()) {
            const bool is_made = name.ends_with(":productionDate");
            if (!is_made && !name.ends_with(":expirationDate")) continue;
            if (!value.is_string()) return error(Cause::data, "epcis.member", {name});
            (is_made ? event.made : event.expires) = TRY(Date::parse_iso(value.get<std::string>().substr(0, 10)));
            ++known;
        }
        if (known == found->size()) left_.erase("ilmd");
        return done;
    }

    Outcome read_error(Event& event) {
        const auto found = json_.find("errorDeclaration");
        if (found == json_.end()) return done;
        left_.erase("errorDeclaration");
        const auto at = lots::read_moment(text_of(*found, "declarationTime"));
        if (!at) return error(Cause::data, "epcis.member", {"errorDeclaration"});
        lots::Struck struck{.at = at->seconds};
        if (bare_word(text_of(*found, "reason")) == "incorrect_data") struck.why = lots::Wrong::incorrect_data;
        const auto by = found->find("correctiveEventIDs");
        if (by != found->end() && by->is_array() && !by->empty() && by->front().is_string())
            struck.by = by->front().get<std::string>();
        event.struck = struck;
        return done;
    }

    const Json& json_;
    const Prefixes& prefixes_;
    std::string_view host_;
    std::set<std::string> left_; // members that nobody took
};

// The list of events, in a document or alone.
const Json* list_in(const Json& json) {
    const auto body = json.find("epcisBody");
    const auto& holder = body != json.end() ? *body : json;
    if (!holder.is_object()) return nullptr;
    const auto list = holder.find("eventList");
    return list != holder.end() && list->is_array() ? &*list : nullptr;
}

// The event as it came, with the meaning of its words; id and record time are kept beside it.
std::string kept_whole(Json event, const Prefixes& prefixes) {
    for (const auto* member : {"@context", "eventID", "recordTime"})
        event.erase(member);
    if (auto context = own_context(event, prefixes); !context.empty()) event["@context"] = std::move(context);
    return event.dump();
}

struct Reading {
    const Prefixes& prefixes; // of the document
    std::string_view host;
    std::int64_t now;
};

Result<Event> take(const Json& json, const Reading& reading, std::vector<Message>& remarks) {
    if (!json.is_object()) return error(Cause::data, "epcis.form", {});
    const auto& [of_document, host, now] = reading;
    const auto context = json.find("@context");
    const auto own = context != json.end() ? prefixes_of(*context) : Prefixes();
    auto in_force = own; // what the event itself declares comes first
    in_force.insert(of_document.begin(), of_document.end());
    // One of a document that declared fewer prefixes than ours has its id by those alone that it brought along.
    const auto given = text_of(json, "eventID");
    const bool has_hash = given.starts_with("ni:");
    auto id = event_id(json, in_force);
    const bool is_by_own = has_hash && given != id && given == event_id(json, own);
    if (is_by_own) id = given;
    const auto& prefixes = is_by_own ? own : in_force;
    EventReader reader(json, prefixes, host);
    auto event = TRY(reader.read());
    if (has_hash && given != id) return error(Cause::data, "epcis.altered", {given});
    if (!given.empty() && !has_hash) remarks.push_back({"epcis.other_id", {make_showable(given), id}});
    event.id = id;
    if (event.recorded == 0) event.recorded = now;
    for (const auto& member : reader.left())
        remarks.push_back({"epcis.left_out", {make_showable(member)}});
    TRY(lots::check(event, now));
    if (id_of(event, host) != event.id) event.original = kept_whole(json, prefixes);
    return event;
}

} // namespace

Result<ReadDocument> read_document(std::string_view text, std::string_view host, std::int64_t now) {
    const auto json = TRY(job::read_json(text, {.bytes = largest_document, .values = 20'000'000}));
    if (!json.is_object()) return error(Cause::data, "epcis.form", {});
    const auto version = text_of(json, "schemaVersion");
    if (!version.empty() && version != "2.0") return error(Cause::data, "epcis.version", {make_showable(version)});
    const auto* list = list_in(json);
    if (!list) return error(Cause::data, "epcis.form", {});
    if (list->size() > most_events) return error(Cause::data, "epcis.too_many", {std::to_string(most_events)});
    const auto context = json.find("@context");
    const auto prefixes = context != json.end() ? prefixes_of(*context) : Prefixes();
    ReadDocument read;
    std::size_t number = 0;
    for (const auto& one : *list) {
        ++number;
        std::vector<Message> remarks;
        auto event = take(one, {prefixes, host, now}, remarks);
        if (!event) {
            read.refused.push_back({number, event.error().what});
            continue;
        }
        for (auto& remark : remarks)
            read.remarks.push_back({number, std::move(remark)});
        read.events.push_back(*std::move(event));
    }
    return read;
}

} // namespace temsao::epcis
