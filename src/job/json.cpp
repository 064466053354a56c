#include "job/json.h"

#include "base/check.h"

namespace temsao::job {

namespace {

void write(JsonText& out, const Json& json) {
    switch (json.type()) {
    case Json::value_t::object:
        out.open('{');
        for (const auto& [name, value] : json.get_ref<const Json::object_t&>()) {
            out.key(name);
            write(out, value);
        }
        out.close('}');
        return;
    case Json::value_t::array:
        out.open('[');
        for (const auto& value : json)
            write(out, value);
        out.close(']');
        return;
    case Json::value_t::string: out.text(json.get_ref<const std::string&>()); return;
    case Json::value_t::boolean: out.truth(json.get<bool>()); return;
    case Json::value_t::number_integer: out.number(json.get<std::int64_t>()); return;
    case Json::value_t::number_unsigned: out.number(json.get<std::uint64_t>()); return;
    case Json::value_t::number_float: out.number(json.get<double>()); return;
    case Json::value_t::null: out.null(); return;
    case Json::value_t::binary:
    case Json::value_t::discarded: break;
    }
    check_failed("a value of JSON", __FILE__, __LINE__);
}

} // namespace

std::string dump(const Json& json, Obeyed obeyed) {
    std::string text;
    JsonText out(text, obeyed);
    write(out, json);
    text += '\n';
    return text;
}

Json read_own(std::string_view text) {
    return Json::parse(text);
}

namespace {

// Walks over a text without building anything, and stops at the first limit that it passes.
class LimitWalk : public nlohmann::json_sax<Json> {
public:
    explicit LimitWalk(const JsonLimits& limits) : limits_(limits) {}

    const std::optional<Error>& error() const { return error_; }

    bool null() override { return value(); }

    bool boolean(bool) override { return value(); }

    bool number_integer(number_integer_t) override { return value(); }

    bool number_unsigned(number_unsigned_t) override { return value(); }

    bool number_float(number_float_t, const string_t&) override { return value(); }

    bool string(string_t&) override { return value(); }

    bool binary(binary_t&) override { return value(); }

    bool start_object(std::size_t) override { return open(); }

    bool start_array(std::size_t) override { return open(); }

    bool end_object() override { return close(); }

    bool end_array() override { return close(); }

    bool key(string_t&) override {
        return ++members_.back() <= limits_.members || over("json.members", limits_.members);
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false; // no limit: the text is not JSON
    }

private:
    bool over(const char* limit, std::size_t most) {
        error_ = temsao::error(Cause::data, limit, {std::to_string(most)});
        return false;
    }

    bool value() { return ++values_ <= limits_.values || over("json.values", limits_.values); }

    bool open() {
        members_.push_back(0);
        const auto deepest = static_cast<std::size_t>(limits_.depth);
        return members_.size() <= deepest ? value() : over("json.depth", deepest);
    }

    bool close() {
        members_.pop_back();
        return true;
    }

    const JsonLimits& limits_;
    std::vector<std::size_t> members_; // seen so far of each object that is open; of an array always 0
    std::size_t values_ = 0;
    std::optional<Error> error_;
};

// Empty when the text is not JSON.
template <class Document>
Result<std::optional<Document>> read_within(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return error(Cause::data, "json.bytes", {std::to_string(limits.bytes)});
    LimitWalk walk(limits);
    if (Json::sax_parse(text, &walk)) return std::optional<Document>(Document::parse(text, nullptr, false));
    if (walk.error()) return *walk.error();
    return std::optional<Document>();
}

template <class Document>
Result<Document> read_or_refuse(std::string_view text, const JsonLimits& limits) {
    auto document = TRY(read_within<Document>(text, limits));
    if (!document) return error(Cause::data, "json.form");
    return *std::move(document);
}

} // namespace

Result<Json> read_json(std::string_view text, const JsonLimits& limits) {
    return read_or_refuse<Json>(text, limits);
}

Result<std::optional<Json>> read_json_if_any(std::string_view text, const JsonLimits& limits) {
    return read_within<Json>(text, limits);
}

Json read_object(std::string_view text) {
    auto json = read_json(text);
    return json && json->is_object() ? *std::move(json) : Json::object();
}

Result<nlohmann::json> read_sorted_json(std::string_view text, const JsonLimits& limits) {
    return read_or_refuse<nlohmann::json>(text, limits);
}

Json to_json(const Finding& finding, Lang lang) {
    Json json{{"axis", name(finding.axis)},
              {"code", finding.code},
              {"severity", name(finding.severity)},
              {"message", say(finding.message(), lang)},
              {"rule", finding.rule}};
    if (finding.where) json["span"] = {{"start", finding.where->start}, {"length", finding.where->length}};
    return json;
}

std::string error_json(const Error& why, Lang lang) {
    constexpr std::string_view causes[] = {"usage", "data", "missing", "refused", "internal", "io"};
    return dump(
        {{"error",
          {{"cause", causes[static_cast<int>(why.cause)]}, {"id", why.what.id}, {"message", say(why.what, lang)}}}});
}

} // namespace temsao::job
