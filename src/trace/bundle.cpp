#include "trace/bundle.h"

#include "base/pieces.h"
#include "base/text.h"
#include "trace/deflate.h"
#include "trace/minisign.h"

#include <algorithm>
#include <array>

namespace temsao::trace {
namespace {

constexpr std::string_view family = "temsao bundle ";

// The second form has permits that say from which day on goods carry a seal; a program that knows the first form only
// must not go by such a bundle.
struct Form {
    std::string_view file_line, payload_line;
};

constexpr std::array<Form, 2> forms = {
    Form{"temsao bundle 1\n", "temsao payload 1\n"},
    Form{"temsao bundle 2\n", "temsao payload 2\n"},
};

const Form& form_for(const std::vector<KeyCertificate>& certificates) {
    const bool any_sealed = std::any_of(
        certificates.begin(), certificates.end(), [](const auto& one) { return one.sealed_from.has_value(); });
    return forms[any_sealed ? 1 : 0];
}

// The form that `text` begins with, by one of its two lines; null for another.
const Form* form_of(std::string_view text, std::string_view Form::*line) {
    for (const auto& form : forms)
        if (text.starts_with(form.*line)) return &form;
    return nullptr;
}

constexpr std::array<std::string_view, 3> section_names = {"list", "keys", "revoked"};

// The value of a line "name: value"; nothing when the line is another.
std::optional<std::string_view> field(std::string_view& text, std::string_view name) {
    const auto line = next_piece(text, '\n');
    if (!line.starts_with(name) || line.substr(name.size()).substr(0, 2) != ": ") return {};
    return line.substr(name.size() + 2);
}

std::optional<std::uint64_t> number(std::optional<std::string_view> digits) {
    if (!digits || digits->empty() || digits->size() > 15 || (digits->size() > 1 && digits->front() == '0')) return {};
    std::uint64_t value = 0;
    for (const char c : *digits) {
        if (c < '0' || c > '9') return {};
        value = value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return value;
}

Error too_large() {
    return error(Cause::data, "bundle.too_large", {std::to_string(largest_bundle >> 20)});
}

Error form() {
    return error(Cause::data, "bundle.form");
}

// Calls `read` with each line of a section; the first error, or none.
template <class Read>
std::optional<Error> each_line(std::string_view section, Read read) {
    while (!section.empty())
        if (auto wrong = read(next_piece(section, '\n'))) return wrong;
    return {};
}

Result<Bundle> read_payload(std::string_view payload, const PublicKey& root) {
    const auto* of = form_of(payload, &Form::payload_line);
    if (!of) return error(Cause::data, "bundle.version");
    payload.remove_prefix(of->payload_line.size());
    const auto sequence = number(field(payload, "sequence"));
    const auto as_of = Date::parse_iso(field(payload, "as-of").value_or(""));
    const auto province = field(payload, "province");
    if (!sequence || !as_of || !province) return form();
    Bundle bundle{{*sequence, *as_of}, std::string(*province), {}, {}, {}};
    std::array<std::size_t, 3> sizes{};
    std::size_t all = 0;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        const auto size = number(field(payload, section_names[i]));
        if (!size) return form();
        if (*size > largest_unpacked - all) return too_large();
        sizes[i] = *size;
        all += *size;
    }
    if (!next_piece(payload, '\n').empty()) return form();
    const auto sections = inflate(payload, all);
    if (!sections) return form();
    const std::string_view text = *sections;
    bundle.list = text.substr(0, sizes[0]);
    auto wrong = each_line(text.substr(sizes[0], sizes[1]), [&](std::string_view line) -> std::optional<Error> {
        auto certificate = TRY(read_certificate(line, root));
        bundle.certificates.push_back(std::move(certificate));
        return {};
    });
    if (wrong) return *wrong;
    wrong = each_line(text.substr(sizes[0] + sizes[1]), [&](std::string_view line) -> std::optional<Error> {
        auto revocation = TRY(read_revocation(line));
        bundle.revocations.push_back(std::move(revocation));
        return {};
    });
    if (wrong) return *wrong;
    return bundle;
}

} // namespace

Result<std::string> write_bundle(const Bundle& bundle, const SecretKey& root) {
    if (bundle.province != tidy(bundle.province) || bundle.province.size() > 200)
        return error(Cause::data, "bundle.province", {bundle.province});
    std::array<std::string, 3> sections = {bundle.list, "", ""};
    for (const auto& certificate : bundle.certificates) {
        auto line = write_certificate(certificate, root);
        if (!line) return line;
        sections[1] += *line + "\n";
    }
    for (const auto& revocation : bundle.revocations) {
        auto line = write_revocation(revocation);
        if (!line) return line;
        sections[2] += *line + "\n";
    }
    const auto& of = form_for(bundle.certificates);
    auto payload = std::string(of.payload_line) + "sequence: " + std::to_string(bundle.edition.sequence) +
                   "\nas-of: " + bundle.edition.as_of.iso() + "\nprovince: " + bundle.province + "\n";
    std::string all;
    for (std::size_t i = 0; i < sections.size(); ++i) {
        payload += std::string(section_names[i]) + ": " + std::to_string(sections[i].size()) + "\n";
        all += sections[i];
    }
    if (all.size() > largest_unpacked) return too_large();
    payload += "\n" + deflate(all);
    const auto signature = minisign(payload, root, "temsao bundle " + std::to_string(bundle.edition.sequence));
    auto file =
        std::string(of.file_line) + "signature: " + std::to_string(signature.size()) + "\n" + signature + payload;
    if (file.size() > largest_bundle) return too_large();
    return file;
}

std::optional<BundleParts> split_bundle(std::string_view file) {
    const auto* of = form_of(file, &Form::file_line);
    if (!of) return {};
    file.remove_prefix(of->file_line.size());
    const auto size = number(field(file, "signature"));
    if (!size || *size > std::min<std::size_t>(4096, file.size())) return {};
    return BundleParts{file.substr(0, *size), file.substr(*size)};
}

Result<Bundle> read_bundle(std::string_view file, const PublicKey& root) {
    if (file.size() > largest_bundle) return too_large();
    const auto parts = split_bundle(file);
    if (!parts)
        return file.starts_with(family) && !form_of(file, &Form::file_line) ? error(Cause::data, "bundle.version")
                                                                            : form();
    TRY(check_minisign(parts->payload, parts->signature, root));
    if (const auto* of = form_of(parts->payload, &Form::payload_line); of && of != form_of(file, &Form::file_line))
        return form();
    return read_payload(parts->payload, root);
}

Outcome check_newer(const Edition& next, const Edition& current) {
    if (next.sequence > current.sequence && next.as_of >= current.as_of) return done;
    return error(Cause::refused,
                 "bundle.rollback",
                 {std::to_string(next.sequence),
                  next.as_of.vietnamese(),
                  std::to_string(current.sequence),
                  current.as_of.vietnamese()});
}

std::optional<Finding> check_age(Date as_of, Date today, int days_allowed) {
    const int days = today.days_since(as_of);
    if (days <= days_allowed) return {};
    return Finding{
        Axis::signature, "SIG_BUNDLE_STALE", Severity::check, {as_of.vietnamese(), std::to_string(days)}, "", {}};
}

} // namespace temsao::trace
