#include "trace/bundle.h"

#include "base/pieces.h"
#include "base/text.h"
#include "trace/deflate.h"
#include "trace/fields.h"
#include "trace/listing.h"
#include "trace/log_proof.h"
#include "trace/minisign.h"

#include <algorithm>
#include <array>

namespace temsao::trace {
namespace {

constexpr std::string_view family = "temsao bundle ";

// The second form has permits that say from which day on goods carry a seal, or records of lots, or both; a program
// that knows the first form only must not go by such a bundle. The third has a policy of witnesses.
struct Form {
    std::string_view file_line, payload_line;
};

constexpr std::array<Form, 3> forms = {
    Form{"temsao bundle 1\n", "temsao payload 1\n"},
    Form{"temsao bundle 2\n", "temsao payload 2\n"},
    Form{"temsao bundle 3\n", "temsao payload 3\n"},
};

bool has_records(const Bundle& bundle) {
    return bundle.records &&
           (!bundle.records->lots.empty() || !bundle.records->coverage.empty() || bundle.records->serials);
}

const Form& form_for(const Bundle& bundle) {
    const bool any_sealed = std::any_of(bundle.certificates.begin(), bundle.certificates.end(), [](const auto& one) {
        return one.sealed_from.has_value();
    });
    return forms[bundle.policy ? 2 : any_sealed || has_records(bundle) ? 1 : 0];
}

// The form that `text` begins with, by one of its two lines; null for another.
const Form* form_of(std::string_view text, std::string_view Form::*line) {
    for (const auto& form : forms)
        if (text.starts_with(form.*line)) return &form;
    return nullptr;
}

// The three about lots stand in the second form only, all or none; in the third stand all.
enum Section : std::size_t { list, keys, revoked, lots, coverage, serials, policy, all_sections };

constexpr std::size_t first_sections = 3, second_sections = 6;
constexpr std::array<std::string_view, all_sections> section_names = {
    "list", "keys", "revoked", "lots", "coverage", "serials", "policy"};

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

using Sizes = std::array<std::size_t, all_sections>;

// The lines with the sections' sizes and the empty line after them are taken off. `all`: the sum.
Outcome read_sizes(std::string_view& payload, const Form& of, Sizes& sizes, std::size_t& all) {
    for (std::size_t i = 0; i < all_sections; ++i) {
        if (i == first_sections && (&of == &forms[0] || (&of == &forms[1] && payload.starts_with('\n')))) break;
        if (i == second_sections && &of != &forms[2]) break;
        const auto size = number(field(payload, section_names[i]));
        if (!size) return form();
        if (*size > largest_unpacked - all) return too_large();
        sizes[i] = *size;
        all += *size;
    }
    if (!payload.starts_with('\n')) return form();
    payload.remove_prefix(1);
    return done;
}

// Error bundle.form.
Result<std::optional<LotRecords>>
read_records(std::string_view lot_lines, std::string_view coverage_lines, std::string_view filter) {
    if (lot_lines.empty() && coverage_lines.empty() && filter.empty()) return std::optional<LotRecords>();
    auto reported = read_lots(lot_lines);
    auto covered = read_coverage(coverage_lines);
    if (!reported || !covered) return form();
    LotRecords records{*std::move(reported), *std::move(covered)};
    if (!filter.empty()) {
        records.serials = SerialFilter::read(filter);
        if (!records.serials) return form();
    }
    return std::optional(std::move(records));
}

Outcome read_sections(std::string_view text, const Sizes& sizes, const PublicKey& root, Bundle& bundle) {
    std::array<std::string_view, all_sections> parts;
    for (std::size_t i = 0; i < all_sections; ++i) {
        parts[i] = text.substr(0, sizes[i]);
        text.remove_prefix(sizes[i]);
    }
    bundle.list = parts[list];
    auto wrong = each_line(parts[keys], [&](std::string_view line) -> std::optional<Error> {
        auto certificate = TRY(read_certificate(line, root));
        bundle.certificates.push_back(std::move(certificate));
        return {};
    });
    if (wrong) return *wrong;
    wrong = each_line(parts[revoked], [&](std::string_view line) -> std::optional<Error> {
        auto revocation = TRY(read_revocation(line));
        bundle.revocations.push_back(std::move(revocation));
        return {};
    });
    if (wrong) return *wrong;
    bundle.records = TRY(read_records(parts[lots], parts[coverage], parts[serials]));
    if (parts[policy].empty()) return done;
    bundle.policy = read_policy(parts[policy]);
    return bundle.policy ? Outcome(done) : form();
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
    Sizes sizes{};
    std::size_t all = 0;
    TRY(read_sizes(payload, *of, sizes, all));
    const auto sections = inflate(payload, all);
    if (!sections) return form();
    TRY(read_sections(*sections, sizes, root, bundle));
    const bool has_policy = bundle.policy && bundle.policy->log && bundle.policy->needed > 0;
    if (has_policy != (of == &forms[2])) return form();
    return bundle;
}

// All sections' bytes, in order; of records an empty text where there are none.
Result<std::array<std::string, all_sections>> write_sections(const Bundle& bundle, const SecretKey& root) {
    std::array<std::string, all_sections> sections;
    sections[list] = bundle.list;
    for (const auto& certificate : bundle.certificates)
        sections[keys] += TRY(write_certificate(certificate, root)) + "\n";
    for (const auto& revocation : bundle.revocations)
        sections[revoked] += TRY(write_revocation(revocation)) + "\n";
    if (bundle.policy) sections[policy] = write_policy(*bundle.policy);
    if (!has_records(bundle)) return sections;
    sections[lots] = TRY(write_lots(bundle.records->lots));
    sections[coverage] = TRY(write_coverage(bundle.records->coverage));
    if (bundle.records->serials) sections[serials] = bundle.records->serials->bytes();
    return sections;
}

Result<std::string> write_payload(const Bundle& bundle, const Form& of, const SecretKey& root) {
    if (bundle.province != tidy(bundle.province) || bundle.province.size() > 200)
        return error(Cause::data, "bundle.province", {bundle.province});
    const auto sections = TRY(write_sections(bundle, root));
    auto payload = std::string(of.payload_line) + "sequence: " + std::to_string(bundle.edition.sequence) +
                   "\nas-of: " + bundle.edition.as_of.iso() + "\nprovince: " + bundle.province + "\n";
    const auto count = bundle.policy ? all_sections : has_records(bundle) ? second_sections : first_sections;
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        payload += std::string(section_names[i]) + ": " + std::to_string(sections[i].size()) + "\n";
        all += sections[i];
    }
    if (all.size() > largest_unpacked) return too_large();
    return payload + "\n" + deflate(all);
}

} // namespace

Result<std::string> write_bundle(const Bundle& bundle, const SecretKey& root, const EnterList& enter) {
    const auto& of = form_for(bundle);
    const auto payload = TRY(write_payload(bundle, of, root));
    Entered entered{bundle.proof, bundle.log};
    if (enter) entered = TRY(enter(list_entry(bundle.edition, payload)));
    const auto signature =
        minisign(payload, root, with_mark("temsao bundle " + std::to_string(bundle.edition.sequence), entered.mark));
    auto file = std::string(of.file_line) + "signature: " + std::to_string(signature.size()) + "\n";
    if (bundle.policy) file += "proof: " + std::to_string(entered.proof.size()) + "\n";
    file += signature + (bundle.policy ? entered.proof : "") + payload;
    if (file.size() > largest_bundle) return too_large();
    return file;
}

std::optional<BundleParts> split_bundle(std::string_view file) {
    const auto* of = form_of(file, &Form::file_line);
    if (!of) return {};
    file.remove_prefix(of->file_line.size());
    const auto size = number(field(file, "signature"));
    const auto proof = of == &forms[2] ? number(field(file, "proof")) : std::optional<std::uint64_t>(0);
    if (!size || *size > std::min<std::size_t>(4096, file.size())) return {};
    if (!proof || *proof > std::min<std::uint64_t>(largest_proof, file.size() - *size)) return {};
    return BundleParts{file.substr(0, *size), file.substr(*size, *proof), file.substr(*size + *proof)};
}

Result<Bundle> read_bundle(std::string_view file, const PublicKey& root) {
    if (file.size() > largest_bundle) return too_large();
    const auto parts = split_bundle(file);
    if (!parts)
        return file.starts_with(family) && !form_of(file, &Form::file_line) ? error(Cause::data, "bundle.version")
                                                                            : form();
    const auto comment = TRY(check_minisign(parts->payload, parts->signature, root));
    if (const auto* of = form_of(parts->payload, &Form::payload_line); of && of != form_of(file, &Form::file_line))
        return form();
    auto bundle = TRY(read_payload(parts->payload, root));
    bundle.log = mark_in(comment);
    if (!bundle.policy) return bundle;
    TRY(check_listing(parts->proof, list_entry(bundle.edition, parts->payload), *bundle.policy));
    bundle.proof = parts->proof;
    return bundle;
}

std::optional<LogMark> log_mark_of(std::string_view file, const PublicKey& root) {
    const auto parts = split_bundle(file);
    if (!parts) return {};
    const auto comment = check_minisign(parts->payload, parts->signature, root);
    return comment ? mark_in(*comment) : std::nullopt;
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
