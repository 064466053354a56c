#pragma once
// Replies of an IPP printer, byte by byte (RFC 8010 section 3), for tests.
#include <cstdint>
#include <string>

namespace temsao::test {

class IppReply {
public:
    explicit IppReply(int status = 0, std::int32_t request = 7)
        : bytes_(std::string("\x02\x00", 2) + two(status) + four(request)) {}

    IppReply& group(int tag) {
        bytes_ += static_cast<char>(tag);
        return *this;
    }

    IppReply& value(int tag, const std::string& name, const std::string& bytes) {
        bytes_ += static_cast<char>(tag);
        bytes_ += two(static_cast<int>(name.size())) + name + two(static_cast<int>(bytes.size())) + bytes;
        return *this;
    }

    IppReply& number(int tag, const std::string& name, std::int32_t number) { return value(tag, name, four(number)); }

    IppReply& keyword(const std::string& name, const std::string& text) { return value(0x44, name, text); }

    IppReply& open(const std::string& name) { return value(0x34, name, ""); }

    IppReply& member(const std::string& name) { return value(0x4A, "", name); }

    IppReply& close() { return value(0x37, "", ""); }

    std::string end() const { return bytes_ + '\x03'; }

    static std::string two(int number) {
        return {static_cast<char>(number >> 8 & 255), static_cast<char>(number & 255)};
    }

    static std::string four(std::int32_t number) { return two(number >> 16) + two(number & 0xFFFF); }

private:
    std::string bytes_;
};

} // namespace temsao::test
