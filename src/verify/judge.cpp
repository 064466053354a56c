#include "verify/judge.h"

#include "base/text.h"
#include "catalog/print_remarks.h"
#include "catalog/rules.h"
#include "catalog/standing.h"
#include "trace/bundle.h"
#include "verify/printed.h"

#include <algorithm>

namespace temsao::verify {
namespace {

using catalog::Status;

class Judge {
public:
    Judge(const Claim& claim, const Grounds& grounds, Date today)
        : claim_(claim),
          list_(grounds.list),
          keys_(grounds.keys),
          hosts_(grounds.hosts),
          lots_(grounds.lots),
          revoked_here_(grounds.revoked_here),
          today_(today) {}

    Verdict run() {
        if (!is_trace_code()) return something_else();
        verdict_.findings = claim_.syntax;
        if (!claim_.code) return finish(Word::inconclusive);
        for (auto& finding : trace::host_findings(claim_.text, hosts_))
            verdict_.findings.push_back(std::move(finding));
        stale_ = list_ && today_.days_since(list_->header().as_of) > fresh_days;
        is_clock_doubtful_ = list_ && today_ < list_->header().as_of;
        check_signature();
        check_revoked_goods();
        compare_ean13();
        if (!list_) {
            verdict_.has_no_list = true;
            note(Axis::list, "NO_LIST", Severity::info);
            return finish(Word::inconclusive);
        }
        compare_with_list();
        return finish(Word::valid);
    }

private:
    void
    note(Axis axis, std::string code, Severity severity, std::vector<std::string> facts = {}, std::string rule = "") {
        verdict_.findings.push_back({axis, std::move(code), severity, std::move(facts), std::move(rule)});
    }

    // On our own host an address with a trace code's path is one, even when it breaks a rule: then the rule is named.
    // On another's host only what any GS1 reader takes for the number of goods: a shop's link may have a folder 01 or
    // sp too. A slash at the end does not belong to a code; our resolver overlooks it.
    bool is_trace_code() const {
        if (trace::is_on_known_host(claim_.text, hosts_)) return claim_.code || trace::has_code_path(claim_.text);
        // A GTIN of fewer than 14 digits is against the standard (GS1-DL-13), and may be any shop's number.
        return claim_.code && claim_.code->gtin && !claim_.has_end_slash && !claim_.is_unpadded;
    }

    Verdict something_else() {
        verdict_.is_trace_code = false;
        note(Axis::syntax, "NOT_A_TRACE_CODE", Severity::info);
        verdict_.word = Word::inconclusive;
        return std::move(verdict_);
    }

    void check_signature() {
        if (claim_.code->signature && !keys_) {
            verdict_.signature.reset();
            return note(Axis::signature, "SIG_NOT_CHECKED", Severity::info);
        }
        static const trace::KeyRing none;
        const auto text = claim_.has_end_slash ? trace::without_end_slash(claim_.text) : claim_.text;
        auto report = trace::check_signature(text, *claim_.code, keys_ ? *keys_ : none, today_);
        verdict_.signature = report.state;
        // A newer list may have a wider certificate for the key, or may have revoked it: then the old one asks.
        if (stale_ && report.is_out_of_scope) report.finding.severity = Severity::check;
        verdict_.findings.push_back(std::move(report.finding));
        if (const auto* permit = report.certificate)
            ask_about("REVOKED_HERE.key",
                      trace::show_key_id(permit->key.id()),
                      revoked_by(revoked_here_, trace::Revoked::key, permit->key.base64()));
        if (report.state == trace::SignatureState::ok && list_)
            if (auto old = trace::check_age(list_->header().as_of, today_, fresh_days))
                verdict_.findings.push_back(std::move(*old));
    }

    // An old list never accuses: what it says may have changed since.
    Severity accusation() const { return stale_ ? Severity::check : Severity::invalid; }

    // Null unless it is in force on the day.
    const trace::Revocation* revoked_by(const trace::KeyRing* by, trace::Revoked kind, const std::string& what) const {
        const auto* revocation = by ? by->revoked(kind, what) : nullptr;
        return revocation && revocation->from <= today_ ? revocation : nullptr;
    }

    // What the office took back.
    const trace::Revocation* revoked(trace::Revoked kind, const std::string& what) const {
        return revoked_by(keys_, kind, what);
    }

    void ask_about(const char* sentence, const std::string& shown, const trace::Revocation* revoked_here) {
        if (!revoked_here) return;
        note(Axis::history,
             "REVOKED_HERE",
             Severity::check,
             {shown, revoked_here->from.vietnamese(), revoked_here->reason});
        verdict_.findings.back().sentence = sentence;
    }

    void check_revoked_goods() {
        const auto& code = *claim_.code;
        const auto tell = [&](const char* finding, const trace::Revocation& why) {
            note(Axis::list, finding, accusation(), {why.what, why.from.vietnamese(), why.reason});
        };
        const auto lot = code.key() + "/" + code.lot, serial = code.key() + "/" + code.serial;
        if (const auto* why = revoked(trace::Revoked::lot, lot)) tell("LOT_REVOKED", *why);
        if (const auto* why = revoked(trace::Revoked::serial, serial)) tell("SERIAL_REVOKED", *why);
        ask_about("REVOKED_HERE.lot", code.lot, revoked_by(revoked_here_, trace::Revoked::lot, lot));
        ask_about("REVOKED_HERE.serial", code.serial, revoked_by(revoked_here_, trace::Revoked::serial, serial));
    }

    // GS1 requires both to name the same item. Not compared: numbers that a shop gives itself (GS1 prefixes 02, 04,
    // 20-29: restricted circulation), books, serials and coupons (97-99), all from memory of the GS1 General
    // Specifications; and an outer pack's number (first digit 1-8) with the number of its content. The finding only
    // asks: the bars may belong to another pack.
    void compare_ean13() {
        if (!claim_.ean13_seen || !claim_.code->gtin) return;
        const auto bars = gs1::Gtin::parse(*claim_.ean13_seen);
        if (!bars) return;
        const auto prefix = claim_.ean13_seen->substr(0, 2);
        if (prefix == "02" || prefix == "04" || prefix.front() == '2' || prefix >= "97") return;
        const auto& code = *claim_.code->gtin;
        const bool packed = code.digits().front() >= '1' && code.digits().front() <= '8';
        const bool same = packed ? code.digits().substr(1, 12) == bars->digits().substr(1, 12) : code == *bars;
        if (!same)
            note(Axis::label,
                 "GTIN_MISMATCH",
                 Severity::check,
                 {code.shortest(), bars->shortest()},
                 "GS1 General Specifications");
    }

    void compare_with_list() {
        const auto as_of = list_->header().as_of;
        // Nobody knows a list before its day: the clock, or the day that was asked for, may be wrong.
        if (is_clock_doubtful_) note(Axis::list, "CLOCK_DOUBTFUL", Severity::check, {as_of.vietnamese()});
        if (stale_)
            note(Axis::list,
                 "LIST_STALE",
                 Severity::check,
                 {as_of.vietnamese(), std::to_string(today_.days_since(as_of))});
        const auto found = list_->find(claim_.code->key());
        check_seal_is_there(found);
        if (found.empty()) return not_listed();
        compare_dates();
        if (found.size() > 1) return several_products(found);
        verdict_.product = found.front();
        const auto standing =
            catalog::standing_on(*verdict_.product, today_, [&](const auto& one) { return revocation_of(one, keys_); });
        verdict_.certificate = standing.certificate;
        compare_certificate(standing);
        compare_print(standing);
        if (!lots_) return;
        compare_lot();
        compare_serial();
    }

    // Records that ended long ago do not even ask: what is missing in them may have been reported since.
    Severity question(Date records_end) const {
        return today_.days_since(records_end) > fresh_days ? Severity::info : Severity::check;
    }

    void compare_lot() {
        const auto& code = *claim_.code;
        if (code.lot.empty()) return;
        const auto tell = [&](LotState state, const char* finding, Severity severity, std::vector<std::string> facts) {
            verdict_.lot_state = state;
            note(Axis::history, finding, severity, std::move(facts));
        };
        if (revoked(trace::Revoked::lot, code.key() + "/" + code.lot)) {
            verdict_.lot_state = LotState::recalled; // LOT_REVOKED tells it
            return;
        }
        const auto* reach = lots_->coverage_of(verdict_.product->producer);
        if (const auto records = lots_->of(code.key(), code.lot); !records.empty()) {
            tell(LotState::known, "LOT_KNOWN", Severity::info, {});
            return compare_expiry(records, reach ? question(reach->last) : Severity::info);
        }
        if (!reach) {
            if (lots_->any_coverage()) tell(LotState::no_records, "LOT_NO_RECORDS", Severity::info, {});
            return;
        }
        const auto made = claim_.made();
        if (made && reach->first <= *made && *made <= reach->last)
            return tell(LotState::not_reported, "LOT_NOT_REPORTED", question(reach->last), {reach->last.vietnamese()});
        tell(LotState::beyond, "LOT_BEYOND_RECORDS", Severity::info, {});
        if (!made)
            verdict_.findings.back().sentence = "LOT_BEYOND_RECORDS.no_day";
        else if (*made < reach->first)
            verdict_.findings.back().sentence = "LOT_BEYOND_RECORDS.before";
    }

    // A pack that was given a new date has another expiry than its lot. A label may say several days: one that was
    // reported is enough.
    void compare_expiry(std::span<const trace::LotRecord> records, Severity severity) {
        const auto shown = claim_.expires();
        std::optional<Date> reported;
        if (!shown) return;
        for (const auto& record : records) {
            if (!record.expires) continue;
            if (record.expires == shown) return;
            for (const auto& [ai, day] : claim_.code->other_ends)
                if (record.expires == day) return;
            if (!reported) reported = record.expires;
        }
        if (reported) note(Axis::history, "LOT_DATES_DIFFER", severity, {shown->vietnamese(), reported->vietnamese()});
    }

    // Only where labels of this lot (or labels without a lot, made on a day that the records reach) were printed with
    // serial numbers by a log that the office has: a producer may print elsewhere.
    void compare_serial() {
        const auto* serials = lots_->serials();
        const auto& code = *claim_.code;
        if (!serials || code.serial.empty() || revoked(trace::Revoked::serial, code.key() + "/" + code.serial)) return;
        const auto records = lots_->of(code.key(), code.lot);
        if (std::none_of(records.begin(), records.end(), [](const auto& record) { return record.has_serials; })) return;
        // Serials of goods that had expired were left out of the filter.
        const auto has_ended = [&](const std::optional<Date>& end) { return end && *end < serials->day(); };
        if (has_ended(claim_.expires()) ||
            std::any_of(records.begin(), records.end(), [&](const auto& record) { return has_ended(record.expires); }))
            return;
        if (code.lot.empty()) {
            const auto* reach = lots_->coverage_of(verdict_.product->producer);
            const auto made = claim_.made();
            if (!reach || !made || *made < reach->first || reach->last < *made) return;
        }
        if (!serials->may_hold(code.key(), code.serial)) note_unprinted(serials->day());
    }

    // More labels of a lot may be printed on any later day.
    void note_unprinted(Date day) {
        note(Axis::history, "SERIAL_NOT_PRINTED", question(day), {claim_.code->serial, day.vietnamese()});
        verdict_.findings.back().sentence = "SERIAL_NOT_PRINTED.by_list";
        verdict_.findings.back().asks_print_log = true;
    }

    // A permit may say that goods carry a seal from some day on; anybody can take a seal away.
    void check_seal_is_there(const std::vector<const catalog::Product*>& products) {
        if (!keys_ || claim_.code->signature) return;
        const auto since = keys_->sealed_from(claim_.code->key(), [&](std::string_view producer) {
            return std::any_of(products.begin(), products.end(), [&](const auto* product) {
                return catalog::same_producer(product->producer, producer);
            });
        });
        if (!since || claim_.made().value_or(today_) < *since) return;
        // Instead of the remark that there is none, all that was found on the signature of a code without one.
        std::erase_if(verdict_.findings, [](const Finding& finding) { return finding.axis == Axis::signature; });
        note(Axis::signature,
             "SEAL_MISSING",
             Severity::check,
             {products.empty() ? claim_.code->key() : producers_of(products), since->vietnamese()});
    }

    // The list gives this number to more than one product, so nothing can be said of the one on the label.
    void several_products(const std::vector<const catalog::Product*>& found) {
        note(Axis::list,
             "AMBIGUOUS",
             Severity::check,
             {claim_.code->key(), std::to_string(found.size()), catalog::names_of(found)});
    }

    // The name on the label is not a proof, but it says where to look.
    void named_like_listed() {
        const auto alike = list_->find_by_name(*claim_.name_seen);
        if (alike.empty()) return;
        std::string keys;
        for (const auto* product : alike)
            keys += (keys.empty() ? "" : ", ") + product->key + " (" + product->producer + ")";
        note(Axis::list, "AMBIGUOUS", Severity::check, {*claim_.name_seen, std::to_string(alike.size()), keys});
    }

    void not_listed() {
        if (claim_.name_seen) named_like_listed();
        if (claim_.code->gtin)
            if (const auto neighbours = list_->neighbours(*claim_.code->gtin); !neighbours.empty())
                return note(Axis::list,
                            "PRODUCT_NOT_LISTED",
                            Severity::check,
                            {claim_.code->key(), producers_of(neighbours), neighbours.front()->name});
        note(Axis::list, "NOT_LISTED", Severity::check, {claim_.code->key()});
    }

    static std::string producers_of(const std::vector<const catalog::Product*>& products) {
        constexpr std::size_t most_named = 3;
        std::vector<std::string> names;
        for (const auto* product : products)
            if (std::none_of(names.begin(), names.end(), [&](const auto& known) {
                    return catalog::same_producer(known, product->producer);
                }))
                names.push_back(product->producer);
        std::string text;
        for (std::size_t i = 0; i < std::min(names.size(), most_named); ++i)
            text += (i ? "; " : "") + names[i];
        return names.size() > most_named ? text + "; …" : text;
    }

    // Decision numbers start again each year at each office: one older than the certificate is another decision.
    const trace::Revocation* revocation_of(const catalog::Certificate& certificate, const trace::KeyRing* by) const {
        const auto* why = revoked_by(by, trace::Revoked::certificate, certificate.decision);
        return why && certificate.issued <= why->from ? why : nullptr;
    }

    void compare_certificate(const catalog::Standing& standing) {
        const auto& certificate = *standing.certificate;
        const auto decision = decision_words(certificate);
        const auto tell = [&](const char* code, Severity severity, std::string fact, std::string rule = "") {
            note(Axis::certificate, code, severity, {decision, std::move(fact)}, std::move(rule));
        };
        // Where another certificate still runs the list contradicts itself, and that is a question.
        const auto accuse = standing.still_runs ? Severity::check : accusation();
        if (standing.still_runs) tell("CERT_OTHER_RUNS", Severity::check, decision_words(*standing.still_runs));
        ask_about("REVOKED_HERE.decision", certificate.decision, revocation_of(certificate, revoked_here_));
        if (standing.status == Status::revoked) return compare_revocation(certificate, accuse);
        if (standing.status == Status::delisted) return tell("DELISTED", accuse, certificate.ended_by);
        if (standing.status == Status::superseded)
            return tell("CERT_SUPERSEDED", Severity::check, certificate.ended_by);
        if (standing.status == Status::unclear) tell("CERT_STATUS_UNCLEAR", Severity::check, certificate.ended_by);
        if (today_ < certificate.issued)
            return note(
                Axis::certificate, "NOT_YET_VALID", is_clock_doubtful_ ? Severity::check : accusation(), {decision});
        const auto last_day = certificate.valid_to.vietnamese();
        if (catalog::is_borderline(certificate, today_)) {
            tell("CERT_BORDERLINE", Severity::check, last_day, "148/QĐ-TTg, 36 tháng");
        } else if (certificate.valid_to < today_) {
            tell("CERT_EXPIRED", accuse, last_day, "148/QĐ-TTg, 36 tháng");
            if (const auto made = claim_.made(); made && *made <= certificate.valid_to)
                note(Axis::certificate, "MADE_BEFORE_END", Severity::info, {made->vietnamese()});
        }
        if (auto odd = catalog::check_issuer(certificate)) verdict_.findings.push_back(std::move(*odd));
    }

    static std::string decision_words(const catalog::Certificate& certificate) {
        const auto day = "(" + certificate.issued.vietnamese() + ")";
        return certificate.decision.empty() ? day : certificate.decision + " " + day;
    }

    // By the list, else by the office's own revocation, which names a number only: where the list has several decisions
    // with that number it may mean another one.
    void compare_revocation(const catalog::Certificate& certificate, Severity accuse) {
        std::string why = certificate.ended_by;
        if (certificate.status != Status::revoked)
            if (const auto* revocation = revocation_of(certificate, keys_)) {
                why = revocation->reason.empty() ? revocation->from.vietnamese() : revocation->reason;
                if (list_->is_shared_decision(certificate.decision)) accuse = Severity::check;
            }
        note(Axis::certificate, "CERT_REVOKED", accuse, {decision_words(certificate), std::move(why)});
    }

    // Where the list says several numbers of stars of one day, only more than the most of them contradict it.
    void compare_stars(int shown, const catalog::Standing& standing) {
        const int certified = standing.certificate->stars;
        if (shown == certified) return;
        note(Axis::label,
             "STAR_MISMATCH",
             shown > std::max(certified, standing.most_stars) ? accusation() : Severity::check,
             {std::to_string(shown), std::to_string(certified)},
             "1162/QĐ-VPĐP-OCOP");
    }

    void compare_print(const catalog::Standing& standing) {
        if (claim_.stars_unsure)
            note(Axis::label, "STARS_UNSURE", Severity::info, {std::to_string(verdict_.certificate->stars)});
        if (claim_.badge_absent)
            note(Axis::label, "BADGE_ABSENT", Severity::info, {std::to_string(verdict_.certificate->stars)});
        if (claim_.badge_odd_form) note(Axis::label, "BADGE_ODD_FORM", Severity::check);
        if (claim_.badge_odd_colour) note(Axis::label, "BADGE_ODD_COLOUR", Severity::check);
        if (claim_.stars_seen) compare_stars(*claim_.stars_seen, standing);
        const bool sealed = verdict_.signature == trace::SignatureState::ok;
        if (sealed && claim_.stars_seen != claim_.seal->stars) compare_stars(claim_.seal->stars, standing);
        if (claim_.producer_seen && !catalog::same_producer(*claim_.producer_seen, verdict_.product->producer))
            note(Axis::label, "PRODUCER_MISMATCH", accusation(), {*claim_.producer_seen, verdict_.product->producer});
        if (claim_.name_seen && !catalog::same_product_name(*claim_.name_seen, verdict_.product->name))
            note(Axis::label, "NAME_MISMATCH", Severity::check, {*claim_.name_seen, verdict_.product->name});
        for (auto& finding : compare_printed(claim_, *verdict_.product))
            verdict_.findings.push_back(std::move(finding));
    }

    void compare_dates() {
        const auto made = claim_.made(), expires = claim_.expires();
        if (made && *made > today_) note(Axis::label, "MADE_IN_FUTURE", Severity::check, {made->vietnamese()});
        if (expires) compare_end(made, *expires, "HSD ", "GOODS_EXPIRED");
        for (const auto& [ai, day] : claim_.code->other_ends) {
            const bool is_sale = ai == "16";
            if (is_sale || day != expires)
                compare_end(made, day, "AI " + ai + " ", is_sale ? "SALE_ENDED" : "GOODS_EXPIRED");
        }
    }

    void compare_end(const std::optional<Date>& made, Date end, const std::string& what, const char* passed) {
        if (end < today_) note(Axis::label, passed, Severity::check, {end.vietnamese()});
        if (made && end <= *made)
            note(Axis::label, "DATE_MISMATCH", Severity::check, {"NSX " + made->vietnamese(), what + end.vietnamese()});
    }

    Verdict finish(Word otherwise) {
        settle(verdict_, otherwise);
        return std::move(verdict_);
    }

    const Claim& claim_;
    const catalog::ListIndex* list_;
    const trace::KeyRing* keys_;
    const trace::KnownHosts& hosts_;
    const KnownLots* lots_;
    const trace::KeyRing* revoked_here_;
    Date today_;
    bool stale_ = false;
    bool is_clock_doubtful_ = false;
    Verdict verdict_;
};

} // namespace

Claim claim_of(std::string_view text) {
    text = trace::without_symbology(text);
    auto parsed = trace::parse(text);
    bool has_end_slash = false;
    if (!parsed.code) {
        // GS1 allows neither a user name before the host nor letters beyond ASCII in it; both are told as
        // HOST_SUSPICIOUS, which says more.
        const auto bare = trace::with_ascii_host(trace::without_user(text));
        if (auto again = bare != text ? trace::parse(bare) : trace::TraceReport(); again.code)
            parsed = std::move(again);
        const auto path = trace::without_end_slash(bare);
        if (auto again = !parsed.code && path != bare ? trace::parse(path) : trace::TraceReport();
            again.code && again.code->gtin) {
            parsed = std::move(again);
            has_end_slash = true;
        }
    }
    Claim claim;
    claim.has_end_slash = has_end_slash;
    claim.text = text;
    claim.code = std::move(parsed.code);
    if (claim.code && claim.code->signature) claim.seal = trace::parse_seal(*claim.code->signature);
    claim.syntax = std::move(parsed.findings);
    claim.is_unpadded = parsed.is_unpadded;
    return claim;
}

std::optional<Date> Claim::made() const {
    return code && code->made ? code->made : seal ? seal->made : std::nullopt;
}

std::optional<Date> Claim::expires() const {
    if (!code) return {};
    if (code->expires) return code->expires;
    for (const std::string_view ai : {"7003", "15"})
        for (const auto& end : code->other_ends)
            if (end.ai == ai) return end.day;
    return seal ? seal->expires : std::nullopt;
}

std::string_view name(Word word) {
    constexpr std::string_view names[] = {"valid", "inconclusive", "check", "invalid"};
    return names[static_cast<int>(word)];
}

std::optional<Word> word_named(std::string_view text) {
    const auto* const found =
        std::find_if(std::begin(every_word), std::end(every_word), [&](Word word) { return name(word) == text; });
    return found == std::end(every_word) ? std::nullopt : std::optional(*found);
}

Verdict judge(const Claim& claim, const Grounds& grounds, Date today) {
    return Judge(claim, grounds, today).run();
}

void settle(Verdict& verdict, Word otherwise) {
    auto& findings = verdict.findings;
    verdict.word = otherwise;
    std::stable_sort(
        findings.begin(), findings.end(), [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    if (!findings.empty()) {
        if (findings.front().severity == Severity::invalid)
            verdict.word = Word::invalid;
        else if (findings.front().severity == Severity::check)
            verdict.word = Word::check;
    }
    if (verdict.word == Word::valid && verdict.certificate)
        findings.insert(findings.begin(),
                        {Axis::list,
                         "OK",
                         Severity::info,
                         {verdict.certificate->decision, verdict.certificate->valid_to.vietnamese()},
                         ""});
}

Word deciding_word(const std::vector<const Verdict*>& verdicts) {
    const bool any_trace_code =
        std::any_of(verdicts.begin(), verdicts.end(), [](const Verdict* verdict) { return verdict->is_trace_code; });
    auto word = verdicts.empty() ? Word::inconclusive : Word::valid;
    for (const auto* verdict : verdicts)
        if (verdict->is_trace_code || !any_trace_code) word = std::max(word, verdict->word);
    return word;
}

} // namespace temsao::verify
