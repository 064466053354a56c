#include "app/job.h"

#include "app/jobs.h"
#include "base/text.h"
#include "gs1/gtin.h"

#include <charconv>

namespace temsao::app {

const std::string& Request::text(const std::string& name) const {
    static const std::string none;
    const auto found = options.find(name);
    return found == options.end() || found->second.empty() ? none : found->second.front();
}

Result<Report> run(const Request& request, const Surroundings& surroundings) {
    using Run = Result<Report> (*)(const Request&, const Surroundings&);
    static const std::map<std::string_view, Run> by_name = {
        {"list import", import_list},
        {"list show", show_list},
        {"list diff", diff_lists},
        {"list export", export_list},
        {"list revoke", revoke_certificate},
        {"label", print_labels},
        {"verify", verify_files},
        {"evidence check", check_evidence},
        {"grade", grade_scan},
        {"trace parse", parse_trace},
        {"trace make", make_trace},
        {"log show", show_log},
        {"log audit", audit_log},
        {"log prove", prove_log},
        {"log check", check_log_proof},
        {"log declare", declare_lot},
        {"log export", export_log},
        {"serial void", void_serial},
        {"serial reissue", reissue_serial},
        {"checks show", show_checks},
        {"checks export", export_checks},
        {"checks merge", merge_checks},
        {"key new", new_key},
        {"key list", list_keys},
        {"key certify", certify_key},
        {"key revoke", revoke_key},
        {"key withdraw", withdraw_certificate},
        {"publish", publish_bundle},
        {"trust add", add_bundle},
        {"trace check", check_texts},
        {"account add", add_account},
        {"account list", list_accounts},
        {"account remove", remove_account},
        {"template list", list_templates},
        {"template check", check_template},
        {"template preview", preview_template},
        {"stock list", list_stock},
        {"stock sheets", show_sheets},
        {"stock calibrate", calibrate_printer},
    };
    const auto found = by_name.find(request.job);
    if (found == by_name.end()) return error(Cause::usage, "job.unknown", {request.job});
    return found->second(request, surroundings);
}

Result<Date> date_option(const Request& request, const std::string& name, Date otherwise) {
    if (!request.has(name)) return otherwise;
    return Date::parse_iso(request.text(name));
}

Result<int> number_option(const Request& request, const std::string& name, int otherwise, int least, int most) {
    if (!request.has(name)) return otherwise;
    const auto& text = request.text(name);
    int value = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc{} || end != text.data() + text.size() || value < least || value > most)
        return error(Cause::usage, "option.number", {name, text, std::to_string(least), std::to_string(most)});
    return value;
}

std::string key_of(std::string_view text) {
    const auto gtin = gs1::Gtin::parse(text);
    return gtin ? gtin->digits() : std::string(text);
}

std::string padded(const std::string& text, std::size_t width) {
    const auto shown = count_characters(text);
    return shown < width ? text + std::string(width - shown, ' ') : text;
}

} // namespace temsao::app
