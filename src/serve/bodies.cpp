#include "serve/bodies.h"

#include "base/check.h"

#include <algorithm>

namespace temsao::serve {
namespace {

using app::Kind;
using job::Json;

constexpr std::size_t most_lengths = 5; // of a test sheet

const app::Option& option_of(const JobBody& body, const Member& member) {
    const auto* option = app::find_option(body.job, member.option.empty() ? member.name : member.option);
    ENSURE(option); // every member is an option of the job
    return *option;
}

// The value as the command line would have it; nothing for another type.
std::optional<std::string> option_text(Kind kind, const Json& value) {
    switch (kind) {
    case Kind::flag:
        if (!value.is_boolean()) return {};
        return value.get<bool>() ? "yes" : "";
    case Kind::number:
        if (!value.is_number_integer()) return {};
        return value.dump();
    case Kind::amount:
        if (value.is_number_integer()) return value.dump();
        break;
    case Kind::lengths: {
        if (!value.is_array() || value.size() > most_lengths) return {};
        std::string all;
        for (const auto& length : value) {
            if (!length.is_number()) return {};
            all += (all.empty() ? "" : " ") + length.dump();
        }
        return all;
    }
    default: break;
    }
    if (!value.is_string()) return {};
    return value.get<std::string>();
}

bool may_be(const app::Option& option, const std::string& text) {
    const auto choices = app::choices_of(option);
    return option.kind != Kind::choice || std::find(choices.begin(), choices.end(), text) != choices.end();
}

} // namespace

const std::vector<JobBody>& job_bodies() {
    using enum app::Need;
    static const std::vector<JobBody> table = {
        {"LabelWish",
         "label",
         {{"product", required},
          {"template"},
          {"lot"},
          {"made"},
          {"expires"},
          {"dpi"},
          {"goods"},
          {"face"},
          {"quantity-height"}}},
        {"RunWish",
         "label",
         {{"product", required},
          {"template"},
          {"lot"},
          {"made"},
          {"expires"},
          {"dpi"},
          {"goods"},
          {"face"},
          {"quantity-height"},
          {"count"},
          {"stock"},
          {"start"},
          {"format"},
          {"spares"},
          {"printer"},
          {"serials"},
          {"serial"},
          {"use"}}},
        {"LotEntry",
         "lot add",
         {{"kind", required},
          {"item", required},
          {"lot"},
          {"amount"},
          {"at"},
          {"use"},
          {"from"},
          {"to"},
          {"place"},
          {"process"},
          {"started"},
          {"passed"},
          {"failed"},
          {"report"},
          {"paper"},
          {"made"},
          {"expires"},
          {"note"},
          {"instead-of"}}},
        {"RecallWish", "lot recall", {{"reason", required}, {"spare"}, {"spare-reason"}}},
        {"LiftWish", "lot recall", {{"reason", required}}},
        {"Revocation", "list revoke", {{"product", required, "key"}, {"decision", required}, {"date"}}},
        {"PublishWish", "publish", {{"passphrase", required, "passphrase-file"}, {"province"}, {"fewer"}}},
        {"Reason", "serial void", {{"reason"}}}, // and serial reissue, whose option is the same
        {"PrinterMeasures", "stock calibrate", {{"measured", required}, {"stock"}, {"dpi"}}},
    };
    return table;
}

Json schema_of(Kind kind) {
    switch (kind) {
    case Kind::flag: return {{"type", "boolean"}};
    case Kind::number: return {{"type", "integer"}};
    case Kind::amount: return {{"type", {"string", "integer"}}};
    case Kind::lengths: return {{"type", "array"}, {"items", {{"type", "number"}}}, {"maxItems", most_lengths}};
    case Kind::date: return {{"type", "string"}, {"format", "date"}};
    case Kind::text:
    case Kind::choice:
    case Kind::file: break;
    case Kind::texts:
    case Kind::files: return {{"type", "array"}, {"items", {{"type", "string"}}}};
    }
    return {{"type", "string"}};
}

Json schema_of(const JobBody& body) {
    Json properties = Json::object(), required = Json::array();
    for (const auto& member : body.members) {
        const auto& option = option_of(body, member);
        // One product, one text: a body is about one thing, where a command takes several.
        const auto is_many = option.kind == Kind::texts || option.kind == Kind::files;
        auto schema = schema_of(is_many ? Kind::text : option.kind);
        if (option.kind != Kind::file) schema["description"] = option.en;
        if (option.kind == Kind::choice) schema["enum"] = app::choices_of(option);
        properties[std::string(member.name)] = schema;
        if (member.need == app::Need::required) required.push_back(member.name);
    }
    return {{"type", "object"}, {"required", required}, {"properties", properties}, {"additionalProperties", false}};
}

Result<job::Request> read_body(std::string_view schema, const Json& body) {
    const auto& bodies = job_bodies();
    const auto known =
        std::find_if(bodies.begin(), bodies.end(), [&](const auto& one) { return one.schema == schema; });
    ENSURE(known != bodies.end());
    const auto& members = known->members;
    const auto wrong = [](std::string_view name) { return error(Cause::usage, "request.member", {std::string(name)}); };
    for (const auto& [name, value] : body.items())
        if (std::none_of(members.begin(), members.end(), [&, &of = name](const auto& one) { return one.name == of; }))
            return wrong(name);
    job::Request request{.job = std::string(known->job), .options = {}};
    for (const auto& member : members) {
        const auto found = body.find(std::string(member.name));
        const auto is_absent = found == body.end() || found->is_null();
        if (is_absent && member.need == app::Need::required) return wrong(member.name);
        if (is_absent) continue;
        const auto& option = option_of(*known, member);
        const auto text = option_text(option.kind, *found);
        if (!text || (!text->empty() && !may_be(option, *text))) return wrong(member.name);
        if (option.kind == Kind::file) continue;
        if (text->empty() && member.need == app::Need::required) return wrong(member.name);
        if (!text->empty()) request.options[std::string(option.name)] = {*text};
    }
    return request;
}

} // namespace temsao::serve
