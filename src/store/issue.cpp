#include "store/issue.h"

#include "base/pieces.h"

#include <array>

namespace temsao::store {
namespace {

// Texts from outside are tidied before they come here; this holds even if one is not.
std::string line(std::string_view name, std::string_view value) {
    std::string text(name);
    text += ' ';
    for (const char c : value)
        text += c == '\n' ? ' ' : c;
    return text + "\n";
}

} // namespace

std::string_view name(SerialState state) {
    constexpr std::string_view names[] = {"reserved", "printed", "voided", "reissued", "sent", "unknown"};
    return names[static_cast<int>(state)];
}

std::string printed_entry(const Issue& issue, std::string_view serial) {
    return "temsao printed 1\n" + line("product", issue.product) + line("certificate", issue.certificate) +
           line("lot", issue.lot) + line("day", issue.day.iso()) + line("issue", std::to_string(issue.id)) +
           (issue.has_serials ? line("serial", serial) : line("labels", std::to_string(issue.labels)));
}

std::string voided_entry(std::string_view product, std::string_view serial, Date day, std::string_view reason) {
    return "temsao voided 1\n" + line("product", product) + line("serial", serial) + line("day", day.iso()) +
           line("reason", reason);
}

std::string reissued_entry(
    std::string_view product, std::string_view serial, Date day, std::string_view by, std::string_view reason) {
    return "temsao reissued 1\n" + line("product", product) + line("serial", serial) + line("day", day.iso()) +
           line("by", by) + (reason.empty() ? "" : line("reason", reason));
}

std::string declared_entry(
    std::string_view product, std::string_view certificate, std::string_view lot, Date day, std::int64_t quantity) {
    return "temsao declared 1\n" + line("product", product) + line("certificate", certificate) + line("lot", lot) +
           line("day", day.iso()) + line("quantity", std::to_string(quantity));
}

std::string
event_entry(std::string_view kind, std::string_view product, std::string_view lot, Date day, std::string_view id) {
    return "temsao event 1\n" + line("kind", kind) + line("product", product) + line("lot", lot) +
           line("day", day.iso()) + line("id", id);
}

std::string event_error_entry(std::string_view id, Date day, std::string_view by) {
    return "temsao event-error 1\n" + line("id", id) + line("day", day.iso()) + line("by", by.empty() ? "-" : by);
}

namespace {

std::string log_lines(std::string_view verifier, std::int64_t size, std::string_view root, Date day) {
    return line("log", verifier) + line("size", std::to_string(size)) + line("root", root) + line("day", day.iso());
}

} // namespace

std::string taken_entry(std::string_view verifier, std::int64_t size, std::string_view root, Date day) {
    return "temsao taken 1\n" + log_lines(verifier, size, root, day);
}

std::string permit_entry(std::string_view permit) {
    auto fields = split(permit, '\t');
    constexpr std::array<std::string_view, 6> names{"key", "from", "to", "products", "producer", "sealed-from"};
    std::string entry = "temsao permit 1\n";
    for (std::size_t i = 0; i + 1 < fields.size() && i < names.size(); ++i)
        entry += line(names[i], fields[i]);
    return entry + line("signature", fields.back());
}

std::string revocation_entry(std::string_view revocation) {
    constexpr std::array<std::string_view, 4> names{"kind", "what", "since", "reason"};
    const auto fields = split(revocation, '\t');
    std::string entry = "temsao revocation 1\n";
    for (std::size_t i = 0; i < fields.size() && i < names.size(); ++i)
        if (!fields[i].empty()) entry += line(names[i], fields[i]);
    return entry;
}

std::string continues_entry(std::string_view verifier, std::int64_t size, std::string_view root, Date day) {
    return "temsao continues 1\n" + log_lines(verifier, size, root, day);
}

ReadEntry read_entry(std::string_view text) {
    constexpr std::string_view before = "temsao ", after = " 1";
    ReadEntry entry;
    const auto head = next_piece(text, '\n');
    if (!head.starts_with(before) || !head.ends_with(after)) return entry;
    entry.kind = head.substr(before.size(), head.size() - before.size() - after.size());
    while (!text.empty()) {
        auto line = next_piece(text, '\n');
        const auto name = next_piece(line, ' ');
        entry.values.emplace_back(name, line);
    }
    return entry;
}

std::string ReadEntry::value(std::string_view name) const {
    for (const auto& [known, text] : values)
        if (known == name) return text;
    return {};
}

std::string own_serial(std::string_view serial, std::string_view product) {
    return std::string(serial) + "@" + std::string(product);
}

std::string_view shown_serial(std::string_view kept) {
    return kept.substr(0, kept.find('@'));
}

} // namespace temsao::store
