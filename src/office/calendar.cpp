#include "office/calendar.h"

#include "base/message.h"

#include <algorithm>

namespace temsao::office {
namespace {

constexpr std::size_t longest_line = 75; // octets, RFC 5545, 3.1

std::string digits_of(Date day) {
    auto text = day.iso();
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    return text;
}

// RFC 5545, 3.3.11
std::string escaped(std::string_view text) {
    std::string all;
    for (const char c : text) {
        if (c == '\\' || c == ';' || c == ',') all += '\\';
        all += c == '\n' ? std::string("\\n") : std::string(1, c);
    }
    return all;
}

// A line, cut into pieces between characters, each further one behind a blank.
void put_line(std::string& to, std::string line) {
    while (line.size() > longest_line) {
        auto end = longest_line;
        while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
            --end; // the middle of a character
        to.append(line, 0, end).append("\r\n");
        line.replace(0, end, " ");
    }
    to.append(line).append("\r\n");
}

} // namespace

std::string calendar_of_ends(const catalog::ProductList& list, Date day, Lang lang) {
    std::string text;
    for (const auto* line : {"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Tem Sao//temsao//VI", "CALSCALE:GREGORIAN"})
        put_line(text, line);
    for (const auto& product : list.products) {
        const auto& certificate = catalog::certificate_on(product, day);
        put_line(text, "BEGIN:VEVENT");
        put_line(text, "UID:" + product.key + "-" + digits_of(certificate.issued) + "@temsao");
        put_line(text, "DTSTAMP:" + digits_of(list.header.as_of) + "T000000Z");
        put_line(text, "DTSTART;VALUE=DATE:" + digits_of(certificate.valid_to));
        put_line(text, "DTEND;VALUE=DATE:" + digits_of(certificate.valid_to.plus_days(1)));
        put_line(text, "SUMMARY:" + escaped(say({"calendar.ends", {product.name}}, lang)));
        put_line(
            text,
            "DESCRIPTION:" +
                escaped(say({"calendar.details",
                             {product.producer, std::to_string(certificate.stars), certificate.decision, product.key}},
                            lang)));
        put_line(text, "TRANSP:TRANSPARENT");
        for (const auto* line : {"BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P30D"})
            put_line(text, line);
        put_line(text, "DESCRIPTION:" + escaped(say({"calendar.ends", {product.name}}, lang)));
        for (const auto* line : {"END:VALARM", "END:VEVENT"})
            put_line(text, line);
    }
    put_line(text, "END:VCALENDAR");
    return text;
}

} // namespace temsao::office
