#include "verify/judge.h"

#include "base/text.h"
#include "catalog/rules.h"

#include <algorithm>

namespace temsao::verify {
namespace {

using catalog::Status;

class Judge {
public:
    Judge(const Claim& claim, const catalog::ListIndex* list, const trace::KnownHosts& hosts, Date today)
        : claim_(claim),
          list_(list),
          hosts_(hosts),
          today_(today) {}

    Verdict run() {
        if (!claim_.code) return without_code();
        verdict_.findings = claim_.syntax;
        for (auto& finding : trace::host_findings(claim_.text, hosts_))
            verdict_.findings.push_back(std::move(finding));
        note(Axis::signature, claim_.code->signature ? "SIG_NOT_CHECKED" : "SIG_ABSENT", Severity::info);
        if (!list_) {
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

    // Texts that set out to be a trace code and break a rule are told which; others are simply something else.
    Verdict without_code() {
        const bool tried =
            claim_.text.find("/01/") != std::string::npos || claim_.text.find("/sp/") != std::string::npos;
        if (tried) {
            verdict_.findings = claim_.syntax;
            return finish(Word::inconclusive);
        }
        note(Axis::syntax, "NOT_A_TRACE_CODE", Severity::info);
        verdict_.word = Word::inconclusive;
        return std::move(verdict_);
    }

    void compare_with_list() {
        const int age = today_.days_since(list_->header().as_of);
        stale_ = age > fresh_days;
        if (stale_)
            note(Axis::list, "LIST_STALE", Severity::check, {list_->header().as_of.vietnamese(), std::to_string(age)});
        const auto* product = list_->find(claim_.code->key());
        if (!product) return not_listed();
        verdict_.product = product;
        verdict_.certificate = &catalog::certificate_on(*product, today_);
        compare_certificate();
        compare_print();
        compare_dates();
    }

    // The name on the label is no proof, but it says where to look.
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
        if (claim_.code->gtin) {
            const auto neighbours = list_->same_company(*claim_.code->gtin);
            if (!neighbours.empty())
                return note(Axis::list,
                            "PRODUCT_NOT_LISTED",
                            Severity::check,
                            {claim_.code->key(), neighbours.front()->producer, neighbours.front()->name});
        }
        note(Axis::list, "NOT_LISTED", Severity::check, {claim_.code->key()});
    }

    void compare_certificate() {
        const auto& certificate = *verdict_.certificate;
        const auto decision = certificate.decision + " (" + certificate.issued.vietnamese() + ")";
        if (certificate.status == Status::revoked)
            return note(Axis::certificate, "CERT_REVOKED", Severity::invalid, {decision, certificate.ended_by});
        if (certificate.status == Status::delisted)
            return note(Axis::certificate, "DELISTED", Severity::invalid, {decision, certificate.ended_by});
        if (today_ < certificate.issued) return note(Axis::certificate, "NOT_YET_VALID", Severity::invalid, {decision});
        if (catalog::is_borderline(certificate, today_)) {
            note(Axis::certificate,
                 "CERT_BORDERLINE",
                 Severity::check,
                 {decision, certificate.valid_to.vietnamese()},
                 "148/QĐ-TTg, 36 tháng");
        } else if (certificate.valid_to < today_) {
            // An old list cannot know of a renewal since: then it asks, it does not accuse.
            note(Axis::certificate,
                 "CERT_EXPIRED",
                 stale_ ? Severity::check : Severity::invalid,
                 {decision, certificate.valid_to.vietnamese()},
                 "148/QĐ-TTg, 36 tháng");
            if (claim_.code->made && *claim_.code->made <= certificate.valid_to)
                note(Axis::certificate, "MADE_BEFORE_END", Severity::info, {claim_.code->made->vietnamese()});
        }
        if (auto odd = catalog::check_issuer(certificate)) verdict_.findings.push_back(std::move(*odd));
    }

    void compare_print() {
        const int certified = verdict_.certificate->stars;
        if (claim_.stars_seen && *claim_.stars_seen != certified) {
            const bool over = *claim_.stars_seen > certified;
            note(Axis::label,
                 "STAR_MISMATCH",
                 over && !stale_ ? Severity::invalid : Severity::check,
                 {std::to_string(*claim_.stars_seen), std::to_string(certified)},
                 "1162/QĐ-VPĐP-OCOP");
        }
        if (claim_.producer_seen && !catalog::same_producer(*claim_.producer_seen, verdict_.product->producer))
            note(Axis::label,
                 "PRODUCER_MISMATCH",
                 Severity::invalid,
                 {*claim_.producer_seen, verdict_.product->producer});
        if (claim_.name_seen && match_key(*claim_.name_seen) != match_key(verdict_.product->name))
            note(Axis::label, "NAME_MISMATCH", Severity::check, {*claim_.name_seen, verdict_.product->name});
    }

    void compare_dates() {
        const auto& code = *claim_.code;
        if (code.made && *code.made > today_)
            note(Axis::label, "MADE_IN_FUTURE", Severity::check, {code.made->vietnamese()});
        if (code.expires && *code.expires < today_)
            note(Axis::label, "GOODS_EXPIRED", Severity::check, {code.expires->vietnamese()});
        if (code.made && code.expires && *code.expires <= *code.made)
            note(Axis::label, "DATE_MISMATCH", Severity::check, {code.made->vietnamese(), code.expires->vietnamese()});
    }

    Verdict finish(Word otherwise) {
        verdict_.word = otherwise;
        std::stable_sort(verdict_.findings.begin(), verdict_.findings.end(), [](const Finding& a, const Finding& b) {
            return a.severity > b.severity;
        });
        if (!verdict_.findings.empty()) {
            if (verdict_.findings.front().severity == Severity::invalid)
                verdict_.word = Word::invalid;
            else if (verdict_.findings.front().severity == Severity::check)
                verdict_.word = Word::check;
        }
        if (verdict_.word == Word::valid && verdict_.certificate)
            verdict_.findings.insert(verdict_.findings.begin(),
                                     {Axis::list,
                                      "OK",
                                      Severity::info,
                                      {verdict_.certificate->decision, verdict_.certificate->valid_to.vietnamese()},
                                      ""});
        return std::move(verdict_);
    }

    const Claim& claim_;
    const catalog::ListIndex* list_;
    const trace::KnownHosts& hosts_;
    Date today_;
    bool stale_ = false;
    Verdict verdict_;
};

} // namespace

Claim claim_of(std::string_view text) {
    auto parsed = trace::parse(text);
    Claim claim;
    claim.text = text;
    claim.code = std::move(parsed.code);
    claim.syntax = std::move(parsed.findings);
    return claim;
}

std::string_view name(Word word) {
    constexpr std::string_view names[] = {"valid", "inconclusive", "check", "invalid"};
    return names[static_cast<int>(word)];
}

Verdict judge(const Claim& claim, const catalog::ListIndex* list, const trace::KnownHosts& hosts, Date today) {
    return Judge(claim, list, hosts, today).run();
}

} // namespace temsao::verify
