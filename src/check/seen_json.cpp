#include "check/seen_json.h"

#include "base/coding.h"
#include "check/verdict_json.h"

#include <cmath>

namespace temsao::check {
namespace {

constexpr double most_number = 1e9;
constexpr std::size_t most_words = 2000; // as scan/print_words.h reads at most

// Reads the members of an object. What is missing or of another kind is remembered; nothing is thrown.
class Members {
public:
    explicit Members(const job::Json& json) : json_(json), is_good_(json.is_object()) {}

    bool is_good() const { return is_good_; }

    bool has(const char* name) const { return json_.is_object() && json_.contains(name); }

    // Null where the member is missing: is_good() then fails, whatever type was asked for.
    const job::Json& at(const char* name) const {
        static const job::Json null;
        const auto found = json_.find(name);
        return found == json_.end() ? null : *found;
    }

    std::string word(const char* name) {
        const auto& value = at(name);
        return need(value.is_string()) ? value.get<std::string>() : std::string();
    }

    std::string bytes(const char* name) {
        auto decoded = from_base64(word(name));
        return need(decoded.has_value()) ? *std::move(decoded) : std::string();
    }

    bool yes(const char* name) {
        const auto& value = at(name);
        return need(value.is_boolean()) && value.get<bool>();
    }

    double number(const char* name) { return number(at(name)); }

    double number(const job::Json& value) {
        return need(value.is_number() && std::abs(value.get<double>()) <= most_number) ? value.get<double>() : 0;
    }

    int whole(const char* name) {
        const auto& value = at(name);
        return need(value.is_number_integer()) ? static_cast<int>(number(value)) : 0;
    }

    std::array<photo::Point, 4> corners(const char* name) {
        std::array<photo::Point, 4> corners;
        const auto& values = at(name);
        if (!need(values.is_array() && values.size() == corners.size())) return corners;
        for (std::size_t i = 0; i < corners.size(); ++i)
            if (need(values[i].is_array() && values[i].size() == 2))
                corners[i] = {number(values[i][0]), number(values[i][1])};
        return corners;
    }

    bool need(bool holds) {
        is_good_ = is_good_ && holds;
        return holds;
    }

private:
    const job::Json& json_;
    bool is_good_;
};

job::Json to_json(const stars::Badge& badge) {
    job::Json json{{"confidence", badge.confidence},
                   {"seen", badge.is_seen},
                   {"odd_form", badge.is_odd_form},
                   {"odd_colour", badge.is_odd_colour}};
    if (badge.stars) json["stars"] = *badge.stars;
    return json;
}

std::optional<stars::Badge> read_badge(const job::Json& json) {
    Members badge(json);
    stars::Badge read;
    read.confidence = badge.number("confidence");
    read.is_seen = badge.yes("seen");
    read.is_odd_form = badge.yes("odd_form");
    read.is_odd_colour = badge.yes("odd_colour");
    if (badge.has("stars")) read.stars = badge.whole("stars");
    return badge.is_good() ? std::optional(read) : std::nullopt;
}

std::optional<photo::Ean13> read_ean13(const job::Json& json) {
    Members ean13(json);
    photo::Ean13 read{ean13.word("text"), ean13.corners("corners")};
    return ean13.is_good() ? std::optional(std::move(read)) : std::nullopt;
}

// [text, confidence, first x, first y, last x, last y]
std::optional<photo::PrintedWord> read_word(const job::Json& json) {
    if (!json.is_array() || json.size() != 6 || !json[0].is_string()) return {};
    for (std::size_t i = 1; i < 6; ++i)
        if (!json[i].is_number()) return {};
    return photo::PrintedWord{from_base64(json[0].get<std::string>()).value_or(""),
                              json[1].get<double>(),
                              {json[2].get<double>(), json[3].get<double>()},
                              {json[4].get<double>(), json[5].get<double>()}};
}

photo::Reading read_reading(Members& seen) {
    photo::Reading reading;
    reading.bytes = seen.bytes("bytes");
    reading.text = seen.bytes("text");
    reading.kind = seen.word("kind");
    reading.corners = seen.corners("corners");
    reading.version = seen.whole("version");
    reading.ec_level = seen.word("ec_level");
    reading.step = seen.word("step");
    reading.mirrored = seen.yes("mirrored");
    reading.inverted = seen.yes("inverted");
    if (seen.has("mask")) reading.mask = seen.whole("mask");
    if (seen.has("uec")) reading.unused_error_correction = seen.number("uec");
    if (seen.has("ean13")) {
        reading.ean13 = read_ean13(seen.at("ean13"));
        seen.need(reading.ean13.has_value());
    }
    return reading;
}

} // namespace

job::Json seen_json(const CheckedLabel& label) {
    const auto& reading = label.reading;
    job::Json json{{"bytes", base64(reading.bytes)},
                   {"text", base64(reading.text)},
                   {"kind", reading.kind},
                   {"corners", to_json(reading.corners)},
                   {"version", reading.version},
                   {"ec_level", reading.ec_level},
                   {"step", reading.step},
                   {"mirrored", reading.mirrored},
                   {"inverted", reading.inverted}};
    if (!label.crop_png.empty()) json["crop_png"] = base64(label.crop_png);
    if (reading.mask) json["mask"] = *reading.mask;
    if (reading.unused_error_correction) json["uec"] = *reading.unused_error_correction;
    if (reading.ean13) json["ean13"] = to_json(*reading.ean13);
    for (const auto& word : label.claim.printed)
        json["print"].push_back(
            {base64(word.text), word.confidence, word.first.x, word.first.y, word.last.x, word.last.y});
    if (label.badge) json["badge"] = to_json(*label.badge);
    return json;
}

std::optional<CheckedLabel> read_seen(const job::Json& json) {
    Members seen(json);
    if (!seen.is_good()) return {};
    CheckedLabel label;
    label.reading = read_reading(seen);
    if (seen.has("crop_png")) label.crop_png = seen.bytes("crop_png");
    label.claim = verify::claim_of(label.reading.text);
    if (seen.has("badge")) {
        label.badge = read_badge(seen.at("badge"));
        seen.need(label.badge.has_value());
    }
    note_stars(label);
    note_ean13(label);
    if (seen.has("print")) {
        const auto& words = seen.at("print");
        if (!seen.need(words.is_array() && words.size() <= most_words)) return {};
        for (const auto& one : words) {
            auto word = read_word(one);
            if (seen.need(word.has_value())) label.claim.printed.push_back(*std::move(word));
        }
    }
    return seen.is_good() ? std::optional(std::move(label)) : std::nullopt;
}

} // namespace temsao::check
