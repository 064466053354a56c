#include "bench/sightings.h"

#include "base/pieces.h"
#include "base/text.h"
#include "bench/check_facts.h"
#include "bench/jobs.h"
#include "job/read_options.h"
#include "store/sightings.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::bench {
namespace {

using store::Sighting;
constexpr std::size_t longest_line = 16384; // bytes, of a file of checks

job::Json to_json(const Sighting& s) {
    return {{"product", s.product},
            {"lot", s.lot},
            {"serial", s.serial},
            {"day", s.day.iso()},
            {"place", s.place},
            {"inspector", s.inspector},
            {"verdict", s.verdict},
            {"code", s.code},
            {"time", s.time}};
}

bool is_time(std::string_view text) {
    return text.size() == 5 && text[2] == ':' && is_only_digits(text.substr(0, 2)) && is_only_digits(text.substr(3)) &&
           text.substr(0, 2) < "24" && text.substr(3) < "60";
}

} // namespace

std::optional<Sighting> read_check(std::string_view line) {
    if (line.size() > longest_line) return {};
    const auto json = job::read_json(line);
    // Earlier versions wrote no time.
    if (!json || !json->is_object() || json->size() != (json->contains("time") ? 9U : 8U)) return {};
    const auto day = json->find("day");
    const auto date = day != json->end() && day->is_string() ? Date::parse_iso(day->get<std::string>())
                                                             : error(Cause::data, "checks.form");
    if (!date) return {};
    Sighting s{
        .product = {}, .lot = {}, .serial = {}, .day = *date, .place = {}, .inspector = {}, .verdict = {}, .code = {}};
    if (const auto time = json->find("time"); time != json->end()) {
        if (!time->is_string()) return {};
        s.time = time->get<std::string>();
        if (!s.time.empty() && !is_time(s.time)) return {};
    }
    for (const auto& [field, target, most] : {std::tuple("product", &s.product, longest_name),
                                              std::tuple("lot", &s.lot, longest_name),
                                              std::tuple("serial", &s.serial, longest_name),
                                              std::tuple("place", &s.place, longest_name),
                                              std::tuple("inspector", &s.inspector, longest_name),
                                              std::tuple("verdict", &s.verdict, longest_name),
                                              std::tuple("code", &s.code, longest_code)}) {
        const auto found = json->find(field);
        if (found == json->end() || !found->is_string()) return {};
        *target = found->get<std::string>();
        if (target->size() > most || make_showable(*target) != *target || target->find('\n') != target->npos) return {};
    }
    if (tidy(s.place) != s.place || tidy(s.inspector) != s.inspector) return {};
    return s;
}

std::string write_check(const Sighting& check) {
    return job::dump(to_json(check));
}

namespace {

std::string lines_of(const std::vector<Sighting>& sightings) {
    std::string text;
    for (const auto& sighting : sightings)
        text += write_check(sighting);
    return text;
}

// The log has every label that was printed here: where it has labels of this product and lot with serials, one that is
// not among them is a question.
Outcome compare_serial(store::Ledger& ledger, const trace::TraceCode& code, verify::Verdict& verdict) {
    const auto ours = ledger.find(code.serial, code.key());
    if (!ours && ours.error().cause != Cause::missing) {
        if (ours.error().cause == Cause::io) return ours.error();
        return done;
    }
    if (ours && ours->row.leaf) verify::note_printed(verdict);
    if (ours && store::is_ended(ours->row.state)) {
        verify::note_withdrawn(verdict, code.serial);
    } else if (!(ours && ours->row.leaf) && TRY(ledger.prints_serials_of(code.key(), code.lot))) {
        verify::note_not_printed(verdict, code.serial);
    }
    return done;
}

} // namespace

Outcome compare_sightings(store::Ledger& ledger, const verify::Seen& now, check::CheckedRun& run) {
    for (auto& file : run.files) {
        for (auto& label : file.labels) {
            const auto* code = check::trace_code_of(label);
            if (!code || code->serial.empty()) continue;
            const auto before = TRY(ledger.sightings().of(code->key(), code->serial));
            std::vector<verify::Seen> earlier;
            for (const auto& sighting : before)
                earlier.push_back({sighting.place, sighting.day, sighting.time, sighting.inspector});
            verify::compare_history(label.verdict, label.claim, earlier, now);
            TRY(compare_serial(ledger, *code, label.verdict));
        }
        file.word = check::deciding_word(file.labels);
    }
    return done;
}

Outcome compare_and_record(const SightingWish& wish, const std::filesystem::path& home, check::CheckedRun& run) {
    auto ledger =
        TRY(wish.record ? store::Ledger::open(home, wish.store) : store::Ledger::open_to_read(home, wish.store));
    TRY(compare_sightings(ledger, {wish.place, run.date, wish.time, wish.inspector}, run));
    if (!wish.record) return done;
    std::vector<Sighting> seen;
    for (const auto& file : run.files)
        for (const auto& label : file.labels)
            if (const auto* code = check::trace_code_of(label))
                seen.push_back({.product = code->key(),
                                .lot = code->lot,
                                .serial = code->serial,
                                .day = run.date,
                                .place = wish.place,
                                .inspector = wish.inspector,
                                .verdict = std::string(verify::name(label.verdict.word)),
                                .code = make_showable(label.claim.text),
                                .time = wish.time});
    const auto recorded = ledger.sightings().record(seen);
    return recorded ? Outcome(done) : recorded.error();
}

Result<job::Report> show_checks(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
    auto all = TRY(ledger.sightings().all());
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.day > b.day; });
    job::Report report;
    job::Json checks = job::Json::array();
    for (const auto& s : all) {
        report.words += job::padded(s.day.shown(around.lang) + (s.time.empty() ? "" : " " + s.time), 19) +
                        job::padded(s.product, 16) + job::padded(s.serial.empty() ? s.lot : s.serial, 12) +
                        job::padded(s.verdict, 14) + s.place + (s.inspector.empty() ? "" : " · " + s.inspector) + "\n";
        checks.push_back(to_json(s));
    }
    report.words += say({"checks.summary", {std::to_string(all.size())}}, around.lang) + "\n";
    report.json = {{"checks", checks}};
    return report;
}

Result<job::Report> export_checks(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open_to_read(around.home, request.text("store")));
    const auto all = TRY(ledger.sightings().all());
    TRY(write_file(request.text("file"), lines_of(all)));
    job::Report report;
    report.words = say({"checks.exported", {std::to_string(all.size()), request.text("file")}}, around.lang) + "\n";
    report.json = {{"file", request.text("file")}, {"checks", all.size()}};
    return report;
}

job::Json to_json(const store::Sightings::Recorded& recorded) {
    return {{"added", recorded.added}, {"checks", recorded.all}};
}

Result<job::Report> merge_checks(const job::Request& request, const job::Surroundings& around) {
    auto ledger = TRY(store::Ledger::open(around.home, request.text("store")));
    std::vector<Sighting> read;
    for (const auto& name : request.options.at("file")) {
        const auto text = TRY(read_file(name, store::largest_sightings_file));
        std::size_t number = 0;
        for (std::string_view rest = text; !rest.empty();) {
            const auto line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            ++number;
            auto sighting = read_check(line);
            if (!sighting) return error(Cause::data, "checks.form", {name, std::to_string(number)});
            read.push_back(*std::move(sighting));
        }
    }
    const auto recorded = TRY(ledger.sightings().record(read));
    job::Report report;
    report.words =
        say({"checks.merged", {std::to_string(recorded.added), std::to_string(recorded.all)}}, around.lang) + "\n";
    report.json = to_json(recorded);
    return report;
}

} // namespace temsao::bench
