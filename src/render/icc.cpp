#include "render/icc.h"

#include "base/text.h"

#include <algorithm>
#include <string_view>

namespace temsao::render {
namespace {

constexpr std::size_t header_bytes = 128, tag_bytes = 12;
constexpr std::uint32_t most_tags = 200;
constexpr std::size_t longest_condition = 200;

// Numbers are big-endian; what lies beyond the end is 0.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

    std::string_view part(std::size_t from, std::size_t length) const {
        return from > bytes_.size() || length > bytes_.size() - from ? std::string_view() : bytes_.substr(from, length);
    }

    std::uint32_t number(std::size_t at, std::size_t length = 4) const {
        std::uint32_t value = 0;
        for (const char c : part(at, length))
            value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }

private:
    std::string_view bytes_;
};

// textDescriptionType of version 2: its ASCII part. multiLocalizedUnicodeType of version 4: its first text.
std::string text_of(std::string_view tag) {
    const Bytes bytes(tag);
    if (bytes.part(0, 4) == "desc") {
        const auto text = bytes.part(12, std::min<std::size_t>(bytes.number(8), longest_condition));
        return std::string(text.substr(0, text.find('\0')));
    }
    if (bytes.part(0, 4) != "mluc" || bytes.number(8) == 0) return {};
    return from_utf16(bytes.part(bytes.number(24), std::min<std::size_t>(bytes.number(20), longest_condition)), true);
}

std::string description(const Bytes& profile) {
    const auto tags = std::min(profile.number(header_bytes), most_tags);
    for (std::uint32_t i = 0; i < tags; ++i) {
        const auto at = header_bytes + 4 + i * tag_bytes;
        if (profile.part(at, 4) == "desc") return text_of(profile.part(profile.number(at + 4), profile.number(at + 8)));
    }
    return {};
}

} // namespace

Result<OutputProfile> read_output_profile(std::string bytes, const std::string& file) {
    const Bytes profile(bytes);
    const auto length = profile.number(0), version = profile.number(8, 1);
    if (profile.part(36, 4) != "acsp" || length < header_bytes + 4 || length > bytes.size() ||
        bytes.size() > most_profile_bytes || version < 2 || version > 4)
        return error(Cause::data, "icc.damaged", {file});
    const auto kind = profile.part(12, 4), space = profile.part(16, 4);
    if (kind != "prtr" || space != "CMYK")
        return error(Cause::data, "icc.not_for_press", {file, tidy(kind), tidy(space)});
    auto condition = tidy(description(profile));
    if (condition.empty()) return error(Cause::data, "icc.damaged", {file});
    bytes.resize(length); // some are padded
    return OutputProfile{std::move(condition), std::move(bytes)};
}

} // namespace temsao::render
