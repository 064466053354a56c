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

// Builds the document while its text is read, and stops at the first limit that it passes. Of a member that stands
// twice in an object the last value counts, at the place of the first, as in the library's own reading.
template <class Document>
class LimitedReading : public nlohmann::json_sax<Document> {
public:
    explicit LimitedReading(const JsonLimits& limits) : limits_(limits) {}

    const std::optional<Error>& error() const { return error_; }

    Document document() && { return std::move(root_); }

    bool null() override { return value(nullptr); }

    bool boolean(bool truth) override { return value(truth); }

    bool number_integer(std::int64_t number) override { return value(number); }

    bool number_unsigned(std::uint64_t number) override { return value(number); }

    bool number_float(double number, const std::string&) override { return value(number); }

    bool string(std::string& text) override { return value(std::move(text)); }

    bool binary(typename Document::binary_t&) override { return false; } // JSON has none

    bool start_object(std::size_t) override { return open(Document::object()); }

    bool start_array(std::size_t) override { return open(Document::array()); }

    bool end_object() override { return close(); }

    bool end_array() override { return close(); }

    bool key(std::string& name) override {
        auto& object = open_.back();
        if (++object.members > limits_.members) return over("json.members", limits_.members);
        object.next_value = &(*object.document)[std::move(name)];
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false; // no limit: the text is not JSON
    }

private:
    struct Open { // an object or an array whose end was not read yet
        Document* document;
        std::size_t members = 0;        // of an object, read so far
        Document* next_value = nullptr; // of an object, where it belongs
    };

    bool over(const char* limit, std::size_t most) {
        error_ = temsao::error(Cause::data, limit, {std::to_string(most)});
        return false;
    }

    // Where the next value belongs. Nothing is added to what an open document stands in, so its place stays.
    Document& place() {
        if (open_.empty()) return root_;
        auto& within = open_.back();
        return within.next_value ? *within.next_value : within.document->emplace_back();
    }

    template <class Value>
    bool value(Value&& given) {
        if (++values_ > limits_.values) return over("json.values", limits_.values);
        place() = std::forward<Value>(given);
        return true;
    }

    bool open(Document empty) {
        const auto deepest = static_cast<std::size_t>(limits_.depth);
        if (open_.size() == deepest) return over("json.depth", deepest);
        if (++values_ > limits_.values) return over("json.values", limits_.values);
        auto& document = place() = std::move(empty);
        open_.push_back({&document});
        return true;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    const JsonLimits& limits_;
    Document root_;
    std::vector<Open> open_; // from the outermost
    std::size_t values_ = 0;
    std::optional<Error> error_;
};

// Empty when the text is not JSON.
template <class Document>
Result<std::optional<Document>> read_within(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes) return error(Cause::data, "json.bytes", {std::to_string(limits.bytes)});
    LimitedReading<Document> reading(limits);
    if (Document::sax_parse(text, &reading)) return std::optional<Document>(std::move(reading).document());
    if (reading.error()) return *reading.error();
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
