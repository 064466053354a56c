#include "catalog/import.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/combine.h"
#include "catalog/contradictions.h"
#include "catalog/fact_columns.h"
#include "catalog/memo.h"
#include "catalog/read_cells.h"
#include "catalog/rows.h"
#include "catalog/rules.h"
#include "catalog/same_name.h"
#include "catalog/settle.h"
#include "catalog/status_words.h"
#include "catalog/written_day.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <unordered_map>

namespace temsao::catalog {
namespace {

// "nt", "-nt-", 〃: what the row above has. Nobody can tell once rows are sorted or one of them is refused.
bool is_ditto(std::string_view text) {
    constexpr std::size_t longest = 24;
    constexpr std::string_view starts = "-.\"'( nNdDaAsS\xE2\xC2"; // those of the signs, and of 〃 ” » as bytes
    if (text.empty() || text.size() > longest) return false;
    if (starts.find(text.front()) == starts.npos && !text.starts_with("〃")) return false;
    constexpr std::string_view signs[] = {"nt", "n.t", "nhu tren", "(nhu tren)", "ditto", "as above", "same as above"};
    const auto key = bare_key(text);
    const auto first = key.find_first_not_of("-.\"' "), last = key.find_last_not_of("-.\"' ");
    if (first == key.npos) return key.find('"') != key.npos; // bare_key makes the marks “ ” and » so
    const auto words = std::string_view(key).substr(first, last - first + 1);
    return words == "〃" || std::find(std::begin(signs), std::end(signs), words) != std::end(signs);
}

// "1. Gạo 2. Nếp", "- Mật ong - Phấn hoa": several products in one cell, which stood in lines.
bool is_list_of_names(std::string_view text) {
    if (text.starts_with("1.") || text.starts_with("1)") || text.starts_with("1/"))
        return text.find(" 2" + std::string(text.substr(1, 1))) != text.npos;
    for (const std::string_view sign : {"- ", "+ ", "* ", "• ", "– "})
        if (text.starts_with(sign)) return text.find(" " + std::string(sign), sign.size()) != text.npos;
    return false;
}

// The last day is 36 months after the decision, by either way of counting (is_borderline).
bool has_usual_term(const Certificate& certificate) {
    const int beyond = certificate.valid_to.days_since(computed_valid_to(certificate.issued));
    return beyond == 0 || beyond == -1;
}

// "36 tháng", "3 năm (kể từ ngày ký)": the term of every certificate (Decision 148/QĐ-TTg), counted as where the list
// gives no last day. Any other term is refused, since it may be that of another paper.
bool is_usual_term(std::string_view text) {
    auto key = bare_key(text);
    std::erase_if(key, [](char c) { return c == '(' || c == ')'; });
    constexpr std::string_view terms[] = {"36 thang", "3 nam", "03 nam", "ba nam", "36 months", "3 years"};
    constexpr std::string_view since[] = {"",
                                          "ke tu ngay ky",
                                          "ke tu ngay cap",
                                          "ke tu ngay ban hanh",
                                          "ke tu ngay cong nhan",
                                          "tu ngay ky",
                                          "tu ngay cap",
                                          "tu ngay cong nhan"};
    return std::any_of(std::begin(terms), std::end(terms), [&](std::string_view term) {
        return key.starts_with(term) &&
               std::find(std::begin(since), std::end(since), tidy(key.substr(term.size()))) != std::end(since);
    });
}

class Importer {
public:
    Importer(const Table& table, Columns columns, const std::vector<Product>& before, std::optional<Date> as_of)
        : table_(table),
          before_(before),
          as_of_(as_of),
          columns_(std::move(columns)),
          kinds_(table_, columns_) {}

    ImportReport run(const SettledRemarks& settled) {
        tell_columns();
        for (const auto& [row, finding] : settled)
            remark(row, finding);
        tell_star_columns();
        for (std::size_t row = 0; row < table_.rows.size(); ++row)
            read_row(row);
        tell_notes();
        tell_odd_terms();
        tell_lacking_statuses();
        tell_lapsed_in_force();
        tell_lacking_decisions();
        if (!table_.is_ours)
            for (auto& one : contradictions(table_, columns_, kinds_, rows_))
                report_.remarks.push_back(std::move(one));
        report_.rows_accepted = rows_.size();
        auto combined = combine(std::move(rows_), before_);
        report_.products = std::move(combined.products);
        report_.row_of = std::move(combined.row_of);
        count_refused_endings();
        std::move(combined.remarks.begin(), combined.remarks.end(), std::back_inserter(report_.remarks));
        std::stable_sort(
            report_.remarks.begin(), report_.remarks.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
        return std::move(report_);
    }

private:
    const std::string& text(std::size_t row, std::string_view meaning) const {
        static const std::string none;
        const auto found = columns_.place.find(meaning);
        if (found == columns_.place.end() || found->second >= table_.rows[row].size()) return none;
        return table_.rows[row][found->second].text;
    }

    void refuse(std::size_t row, std::string_view meaning, Message reason, std::string remedy) {
        const auto heading = columns_.heading.find(meaning);
        report_.refused.push_back({row + 1,
                                   heading == columns_.heading.end() ? "" : heading->second,
                                   text(row, meaning),
                                   std::move(reason),
                                   {std::move(remedy), {}},
                                   table_.rows[row]});
    }

    void remark(std::size_t row, Finding finding) { report_.remarks.push_back({row + 1, std::move(finding)}); }

    void tell_columns() {
        report_.rows_read = table_.rows.size();
        report_.columns = columns_.all;
        for (const auto& column : columns_.all) {
            if (report_.headings.size() <= column.column) report_.headings.resize(column.column + 1);
            report_.headings[column.column] = column.text;
            if (!column.meaning.empty() && table_.hidden_columns.contains(column.column))
                report_.hidden_columns.push_back(column.column);
        }
    }

    void tell_star_columns() {
        std::string names;
        for (const auto column : table_.star_columns)
            names += (names.empty() ? "" : ", ") + column_name(column);
        if (!names.empty())
            remark(columns_.header_row, {Axis::list, "STARS_BY_MARK", Severity::info, {std::move(names)}, ""});
    }

    // A row that is not a product is counted and told; the name of a group counts for the rows below it.
    bool is_no_product(std::size_t row) {
        const auto kind = kinds_.kind(row);
        if (kind == RowKind::product) return false;
        if (kind != RowKind::empty) report_.other_rows.push_back({row + 1, kind, kinds_.words(row)});
        ++report_.rows_by_kind[kind];
        if (kind != RowKind::group) return true;
        if (const auto group = read_group(kinds_.words(row)); group != Group::unknown) section_ = group;
        return true;
    }

    void read_row(std::size_t row) {
        if (is_no_product(row)) return;
        if (const auto fault = kinds_.fault(row)) return refuse(row, fault->meaning, fault->reason, fault->remedy);
        for (auto& finding : kinds_.remarks(row))
            remark(row, std::move(finding));
        for (const auto& [meaning, column] : columns_.place) {
            if (meaning == "number" || column >= table_.rows[row].size()) continue;
            if (const auto& said = table_.rows[row][column].text; is_ditto(said))
                return refuse(row, meaning, {"row.ditto", {cell_name(row, column), said}}, "row.ditto.remedy");
        }
        Product product{};
        product.name = text(row, "name");
        product.producer = text(row, "producer");
        product.address = text(row, "address");
        if (product.name.empty() || says_nothing(product.name))
            return refuse(row, "name", {"row.no_name", {}}, "row.no_name.remedy");
        name_key_ = product_name_key(product.name);
        if (name_key_.starts_with("ví dụ:")) // of the form to fill in (`list template`)
            return refuse(row, "name", {"row.example", {}}, "row.example.remedy");
        if (!has_letter(product.name))
            return refuse(row, "name", {"row.no_letter", {product.name}}, "row.no_name.remedy");
        if (is_list_of_names(product.name))
            return refuse(row, "name", {"row.many_names", {product.name}}, "row.many_names.remedy");
        if (product.producer.empty() || says_nothing(product.producer))
            return refuse(row, "producer", {"row.no_producer", {}}, "row.no_producer.remedy");
        if (!has_letter(product.producer))
            return refuse(row, "producer", {"row.no_letter", {product.producer}}, "row.no_producer.remedy");
        tell_words_of_producer(row, product);
        const auto& written_stars = text(row, "stars");
        const auto stars = stars_.of(written_stars, [&] { return read_stars(written_stars); });
        if (!stars) return refuse(row, "stars", {"row.stars", {text(row, "stars")}}, "row.stars.remedy");
        auto certificate = read_certificate(row, *stars);
        if (!certificate) return;
        const auto& group = text(row, "group");
        product.group = groups_.of(group, [&] { return read_group_of(row, group); });
        if (product.group == Group::unknown) product.group = section_;
        if (!read_key(row, product)) return;
        for (const auto& column : fact_columns)
            if (auto value = fact(row, column.name); !value.empty())
                product.facts.emplace(column.name, std::move(value));
        product.certificates.push_back(std::move(*certificate));
        rows_.push_back({row + 1, std::move(product), std::move(name_key_)});
    }

    // Each text that is not a group of the programme is told once.
    Group read_group_of(std::size_t row, const std::string& written) {
        const auto group = read_group(written);
        if (group == Group::unknown && !written.empty() && written != name(Group::unknown) && !says_nothing(written))
            remark(row, {Axis::list, "GROUP_UNKNOWN", Severity::info, {written}, ""});
        return group;
    }

    // A bare number takes the unit that its heading names: "Hạn sử dụng (tháng)", 24.
    std::string fact(std::size_t row, std::string_view name) const {
        auto value = text(row, name);
        if (value.empty() || !is_only_digits(value)) return value;
        const auto heading = columns_.heading.find(name);
        if (heading == columns_.heading.end()) return value;
        const auto words = bare_key(heading->second);
        for (const auto& [unit, written] :
             {std::pair("thang", "tháng"), {"month", "tháng"}, {"ngay", "ngày"}, {"day", "ngày"}})
            if (words.find(unit) != words.npos) return value + " " + written;
        return value;
    }

    std::optional<Certificate> read_certificate(std::size_t row, int stars) {
        const bool together = columns_.has("decision_and_date");
        const auto decision_column = together ? "decision_and_date" : "decision";
        const auto& decision_text = text(row, decision_column);
        const auto issued = read_issued(row, columns_.has("issued") ? "issued" : decision_column);
        if (!issued) return {};
        const auto decision = decisions_.of(decision_text, [&] { return read_decision(decision_text); });
        if (!decision && !decision_text.empty())
            remark(row, {Axis::list, "ROW_DECISION_FORM", Severity::info, {decision_text}, ""});
        if (decision && !tell_other_decisions(row, decision_text, *decision) && decision != decision_text &&
            !is_only_decision(decision_text))
            check_remark(row, "ROW_DECISION_WORDS", {text(row, "name"), decision_text, *decision});
        if (columns_.has("issued") && decision != decision_text) tell_other_day(row, decision_text, *issued);
        tell_odd_day(row, *issued);
        Certificate certificate{.stars = stars,
                                .score = {},
                                .decision = decision.value_or(decision_text),
                                .issuer = text(row, "issuer"),
                                .issued = *issued,
                                .valid_to = computed_valid_to(*issued),
                                .valid_to_computed = true,
                                .status = Status::valid,
                                .ended_by = {}};
        if (const auto& valid_to = text(row, "valid_to"); !valid_to.empty()) {
            const auto date = is_usual_term(valid_to) ? computed_valid_to(*issued) : read_date(valid_to);
            if (!date || *date <= *issued) {
                refuse(row, "valid_to", {date ? "row.valid_to" : "row.date", {valid_to}}, "row.date.remedy");
                return {};
            }
            certificate.valid_to = *date;
            certificate.valid_to_computed = is_usual_term(valid_to);
        }
        if (const auto& score = text(row, "score"); !score.empty()) {
            certificate.score = read_score(score);
            if (!certificate.score) remark(row, {Axis::list, "ROW_SCORE_FORM", Severity::info, {score}, ""});
        }
        read_ending(row, certificate);
        if (auto finding = check_score(certificate)) remark(row, *std::move(finding));
        const auto granted = certificate.issuer + "\n" + std::to_string(stars) + issued->iso();
        if (const auto& finding = issuers_.of(granted, [&] { return check_issuer(certificate); }))
            remark(row, *finding);
        return certificate;
    }

    // "ký ngày 15/10/2024", "2394/QĐ-UBND ngày 15/10/2024"; where the column of days has none, the day in the
    // decision's cell. Empty when the row was refused.
    std::optional<Date> read_issued(std::size_t row, std::string_view meaning) {
        const auto& written = text(row, meaning);
        if (written.empty()) {
            if (const auto day = signing_day(text(row, "decision"))) {
                remark(row,
                       {Axis::list,
                        "DECISION_DAY_TAKEN",
                        Severity::info,
                        {text(row, "name"), text(row, "decision"), day->vietnamese()},
                        ""});
                return day;
            }
            refuse(row, meaning, {"row.no_day", {}}, "row.date.remedy");
            return {};
        }
        if (const auto day = read_date(written)) return day;
        if (const auto day = signing_day(written)) return day;
        refuse(row, meaning, {"row.date", {written}}, "row.date.remedy");
        return {};
    }

    // "12/QĐ-UBND; 13/QĐ-UBND": the first counts, and a person is asked.
    bool tell_other_decisions(std::size_t row, std::string_view written, const std::string& first) {
        for (auto rest = written; !rest.empty();) {
            const auto word = next_piece(rest, ' ');
            const auto other = read_decision(word);
            if (!other || *other == first) continue;
            check_remark(row, "ROW_TWO_DECISIONS", {text(row, "name"), first, *other});
            return true;
        }
        return false;
    }

    // "12/QĐ-UBND ngày 20/11/2024" beside a column that says 15/10/2024: the column counts, and a person is asked.
    void tell_other_day(std::size_t row, std::string_view written, Date issued) {
        if (const auto day = signing_day(written); day && *day != issued)
            check_remark(row, "DECISION_DAY_DIFFERS", {text(row, "name"), std::string(written), issued.vietnamese()});
    }

    // A decision after the list's day, or from before there was such a programme.
    void tell_odd_day(std::size_t row, Date issued) {
        static const auto programme = *Date::from(2013, 1, 1); // Quảng Ninh's own; the country's is of 07/05/2018
        if (as_of_ && issued > *as_of_)
            check_remark(row, "ISSUED_AFTER_LIST", {text(row, "name"), issued.vietnamese(), as_of_->vietnamese()});
        else if (issued < programme)
            check_remark(row, "ISSUED_BEFORE_PROGRAMME", {text(row, "name"), issued.vietnamese()});
    }

    void check_remark(std::size_t row, const char* code, std::vector<std::string> facts) {
        remark(row, {Axis::list, code, Severity::check, std::move(facts), ""});
    }

    // A term of other than 36 months is asked about: a figure was mistyped, day and month are swapped, or a column has
    // slipped. Where most rows have such terms, they are told at once.
    void tell_odd_terms() {
        std::vector<const ListRow*> odd;
        std::size_t given = 0;
        for (const auto& row : rows_) {
            const auto& certificate = row.product.certificates.front();
            given += !certificate.valid_to_computed;
            if (!has_usual_term(certificate)) odd.push_back(&row);
        }
        if (odd.size() * 2 > given && odd.size() > 1)
            return check_remark(
                odd.front()->row - 1, "TERMS_DIFFER", {std::to_string(odd.size()), std::to_string(given)});
        for (const auto* row : odd) {
            const auto& certificate = row->product.certificates.front();
            check_remark(row->row - 1,
                         "TERM_DIFFERS",
                         {row->product.name, certificate.issued.vietnamese(), certificate.valid_to.vietnamese()});
        }
    }

    // Where the list writes that certificates are valid, a row without a status may have lost it.
    void tell_lacking_statuses() {
        std::vector<const ListRow*> lacking;
        std::size_t said_valid = 0;
        for (const auto& row : rows_) {
            const auto& words = text(row.row - 1, "status");
            const auto& certificate = row.product.certificates.front();
            if (words.empty() && certificate.status == Status::valid) lacking.push_back(&row);
            said_valid += !words.empty() && certificate.status == Status::valid;
        }
        if (lacking.size() >= said_valid) return;
        for (const auto* row : lacking)
            check_remark(row->row - 1, "STATUS_LACKING", {row->product.name});
    }

    // A row that says that its certificate is in force, with a last day before the list's: it was extended, or the
    // words were not renewed. Where most rows do, they are told at once. `list export` writes "valid" of all not ended.
    void tell_lapsed_in_force() {
        if (!as_of_ || table_.is_ours) return;
        std::vector<const ListRow*> lapsed;
        std::size_t said_valid = 0;
        for (const auto& row : rows_) {
            const auto& certificate = row.product.certificates.front();
            const auto& words = text(row.row - 1, "status");
            if (words.empty() || words == name(Status::valid) || certificate.status != Status::valid) continue;
            const auto& status = statuses_in_force_.of(words, [&] {
                const auto said = read_status(words);
                return said && said->status == Status::valid;
            });
            if (!status) continue;
            ++said_valid;
            if (certificate.valid_to < *as_of_) lapsed.push_back(&row);
        }
        if (lapsed.size() * 2 > said_valid && lapsed.size() > 1)
            return check_remark(lapsed.front()->row - 1,
                                "STATUSES_OF_LAPSED",
                                {std::to_string(lapsed.size()), std::to_string(said_valid)});
        for (const auto* row : lapsed)
            check_remark(row->row - 1,
                         "STATUS_OF_LAPSED",
                         {row->product.name,
                          text(row->row - 1, "status"),
                          row->product.certificates.front().valid_to.vietnamese()});
    }

    // "HTX Hương Khê (đã giải thể)", "HTX X, nay là Công ty Y": words about a producer make its name another one.
    void tell_words_of_producer(std::size_t row, const Product& product) {
        if (tells_fate_of(product.producer)) check_remark(row, "PRODUCER_WORDS", {product.name, product.producer});
    }

    bool tells_fate_of(const std::string& producer) {
        return producers_.of(producer, [&] { return speaks_of_producers_fate(producer); });
    }

    // Where the list has decisions, a row without one may have lost it.
    void tell_lacking_decisions() {
        std::vector<const ListRow*> lacking;
        for (const auto& row : rows_)
            if (row.product.certificates.front().decision.empty()) lacking.push_back(&row);
        if (lacking.size() * 2 > rows_.size() && !columns_.has("decision")) return; // the list gives days only
        if (lacking.size() * 2 > rows_.size() && lacking.size() > 1)
            return check_remark(lacking.front()->row - 1, "DECISIONS_LACKING", {std::to_string(lacking.size())});
        for (const auto* row : lacking)
            check_remark(row->row - 1, "DECISION_LACKING", {row->product.name});
    }

    // What the status column and the notes say of an end; the graver one counts.
    void read_ending(std::size_t row, Certificate& certificate) {
        const auto& notes = text(row, "notes");
        const Beside beside{certificate.decision, certificate.issued, as_of_, certificate.stars};
        const auto& words = text(row, "status");
        const auto around = "\n" + certificate.decision + "\n" + certificate.issued.iso() +
                            std::to_string(certificate.stars); // all of Beside that varies
        const auto& note = notes_.of(notes + around, [&] { return read_note(notes, beside); });
        const auto& status = statuses_.of(words + around, [&] { return read_status(words, beside); });
        // As `list export` writes it: the notes are the words that were not clear.
        const bool is_exported = status && status->status == Status::unclear && bare_key(status->ended_by) == "unclear";
        if (status) {
            certificate.status = status->status;
            certificate.ended_by = is_exported ? notes : status->ended_by;
            if (status->until) take_end_of_status(row, *status->until, certificate);
            // "Hết hạn" of a term that was over when the list was made: its last day says the same.
            if (status->is_over && as_of_ && certificate.valid_to < *as_of_) certificate.status = Status::valid;
        }
        if (!is_exported) ask_about_surroundings(row, certificate);
        if (certificate.status == Status::unclear && status && status->is_over)
            check_remark(row, "STATUS_OVER", {text(row, "name"), words, certificate.valid_to.vietnamese()});
        else if (certificate.status == Status::unclear)
            check_remark(row, "STATUS_UNCLEAR", {text(row, "name"), certificate.ended_by});
        if (!is_exported && note.said && graver(note.said->status, certificate.status)) {
            if (status) check_remark(row, "STATUS_AND_NOTE", {text(row, "name"), notes});
            certificate.status = note.said->status;
            certificate.ended_by = note.said->ended_by;
        } else if (certificate.status != Status::valid && certificate.ended_by.empty()) {
            certificate.ended_by = note.decision;
        }
        if (certificate.status != Status::valid) return;
        const bool ends_otherwise = note.until && *note.until != certificate.valid_to && !is_exported;
        if (note.lowers_stars)
            check_remark(row, "NOTE_LOWERS_STARS", {text(row, "name"), notes, std::to_string(certificate.stars)});
        else if (note.is_doubtful)
            check_remark(row, "NOTE_NOT_COUNTED", {text(row, "name"), notes});
        else if (note.tells_change || ends_otherwise)
            check_remark(row, "NOTE_OF_CHANGE", {text(row, "name"), notes});
        else if (!notes.empty() && !note.is_understood && !says_nothing(notes))
            notes_without_effect_.push_back(row);
    }

    // Words that nobody read, and that the list does not keep: how many rows have them, and the first of them.
    void tell_notes() {
        if (notes_without_effect_.empty()) return;
        const auto first = notes_without_effect_.front();
        remark(first,
               {Axis::list,
                "NOTES_NOT_KEPT",
                Severity::info,
                {std::to_string(notes_without_effect_.size()),
                 cell_name(first, columns_.place.at("notes")),
                 text(first, "notes")},
                ""});
    }

    // A row that was refused, and that says of a product of this list that its certificate has ended: the other rows
    // would leave it valid, so its status is not clear until the row is right.
    void count_refused_endings() {
        std::unordered_multimap<std::string, Product*> products; // by number, and by name and producer
        for (const auto& refused : report_.refused) {
            const auto row = refused.row - 1;
            const auto words = ending_in(row);
            if (words.empty()) continue;
            if (products.empty())
                for (auto& product : report_.products) {
                    products.emplace(product.key, &product);
                    products.emplace(name_and_producer(product.name, product.producer), &product);
                }
            std::set<Product*> meant;
            for (const auto& key : keys_of(row))
                for (auto [it, end] = products.equal_range(key); it != end; ++it)
                    meant.insert(it->second);
            for (auto* product : meant)
                if (take_refused_ending(*product, read_decision(text(row, "decision")), words))
                    check_remark(row, "REFUSED_ROW_ENDS", {product->name, words});
        }
    }

    // The words of the row, or above it, that speak of an end.
    std::string ending_in(std::size_t row) const {
        for (const auto* meaning : {"status", "notes"})
            if (speaks_of_ending(text(row, meaning))) return text(row, meaning);
        return kinds_.ending_above(row);
    }

    static std::string name_and_producer(const std::string& name, const std::string& producer) {
        return product_name_key(name) + "\n" + producer_key(producer);
    }

    std::vector<std::string> keys_of(std::size_t row) const {
        std::vector<std::string> keys = {name_and_producer(text(row, "name"), text(row, "producer")),
                                         text(row, "code")};
        auto digits = text(row, "gtin");
        std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
        if (const auto gtin = gs1::Gtin::parse(digits)) keys.push_back(gtin->digits());
        return keys;
    }

    // The certificate that the row names, else each that is valid.
    static bool
    take_refused_ending(Product& product, const std::optional<std::string>& decision, const std::string& words) {
        auto& all = product.certificates;
        const bool is_named =
            std::any_of(all.begin(), all.end(), [&](const Certificate& one) { return one.decision == decision; });
        bool has_taken = false;
        for (auto& one : all) {
            if (one.status != Status::valid || (is_named && one.decision != decision)) continue;
            one.status = Status::unclear;
            one.ended_by = words;
            has_taken = true;
        }
        return has_taken;
    }

    // "Còn hiệu lực đến 31/12/2027" is the last day where no column has one; where another day stands, it is not clear.
    void take_end_of_status(std::size_t row, Date until, Certificate& certificate) {
        if (certificate.valid_to == until) return;
        if (certificate.valid_to_computed && until > certificate.issued) {
            certificate.valid_to = until;
            certificate.valid_to_computed = false;
            return;
        }
        certificate.status = Status::unclear;
        certificate.ended_by = text(row, "status");
    }

    // A title, a group, the product's name or a column that we do not read speaks of an end: then the row is asked
    // about, unless it says itself that the certificate has ended.
    void ask_about_surroundings(std::size_t row, Certificate& certificate) {
        if (!graver(Status::unclear, certificate.status)) return;
        auto words = kinds_.ending_above(row);
        if (words.empty()) words = kinds_.ending_beside(row);
        if (words.empty() && is_name_of_ended(text(row, "name"), name_key_)) words = text(row, "name");
        const auto& decision = text(row, columns_.has("decision_and_date") ? "decision_and_date" : "decision");
        const auto& producer = text(row, "producer");
        const auto ended = [&](const std::string& said) {
            return ended_.of(said, [&] { return speaks_of_ending(said); });
        };
        if (words.empty() && ended(decision)) words = decision;
        if (words.empty() && !tells_fate_of(producer) && ended(producer)) words = producer;
        if (words.empty()) return;
        certificate.status = Status::unclear;
        certificate.ended_by = words;
    }

    // "Mật ong (đã thu hồi)"; looked for first as it is cheaper, since few names have these words.
    static bool is_name_of_ended(const std::string& name, std::string_view key) {
        constexpr std::string_view words[] = {
            "thu hồi", "hiệu lực", "đình chỉ", "khỏi danh sách", "revoked", "delisted"};
        return std::any_of(std::begin(words), std::end(words), [&](auto one) { return key.find(one) != key.npos; }) &&
               speaks_of_ending(name);
    }

    bool read_key(std::size_t row, Product& product) {
        auto digits = text(row, "gtin");
        std::erase_if(digits, [](char c) { return c == ' ' || c == '-'; });
        if (!digits.empty()) {
            const auto gtin = gs1::Gtin::parse(digits);
            if (!gtin) {
                refuse(row, "gtin", gtin.error().what, "row.gtin.remedy");
                return false;
            }
            if (!gtin->is_restricted()) {
                product.gtin = *gtin;
                product.key = gtin->digits();
                return true;
            }
            remark(row, {Axis::list, "GTIN_RESTRICTED", Severity::check, {digits, product.name}, ""});
        }
        product.key = text(row, "code");
        const bool right = product.key.size() >= 3 && product.key.size() <= 20 &&
                           std::all_of(product.key.begin(), product.key.end(), [](char c) {
                               return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
                           });
        if (!product.key.empty() && !right) {
            refuse(row, "code", {"row.code", {product.key}}, "row.code.remedy");
            return false;
        }
        return true;
    }

    const Table& table_;
    const std::vector<Product>& before_;
    std::optional<Date> as_of_;
    Columns columns_;
    Rows kinds_;
    Group section_ = Group::unknown;
    ImportReport report_;
    std::vector<ListRow> rows_;
    std::string name_key_;                          // of the row that is being read
    std::vector<std::size_t> notes_without_effect_; // rows
    Memo<std::optional<int>> stars_;
    Memo<Group> groups_;
    Memo<std::optional<std::string>> decisions_;
    Memo<std::optional<Finding>> issuers_; // by issuer, stars and day
    Memo<bool> ended_;                     // by the words of a decision's or a producer's cell
    Memo<bool> producers_;                 // whose cell says more than the name
    Memo<SaidNote> notes_;
    Memo<std::optional<SaidStatus>> statuses_;
    Memo<bool> statuses_in_force_; // by the words of the status alone
};

// Facts of columns.missing, and the sheets of the workbook.
std::vector<std::string> with_sheets(std::vector<std::string> facts, const Table& table) {
    std::string others;
    for (const auto& one : table.other_sheets)
        others += (others.empty() ? "“" : ", “") + one.name + "”";
    facts.push_back(table.sheet);
    facts.push_back(std::move(others));
    return facts;
}

} // namespace

Result<ImportReport> import_table(Table table,
                                  std::string_view file_name,
                                  const std::vector<Product>& before,
                                  const HeadingMap& map,
                                  std::optional<Date> as_of) {
    auto found = find_columns(table, file_name, map);
    if (!found) {
        const auto& why = found.error();
        if (table.other_sheets.empty() || !lacks_columns(table, map)) return why;
        return error(Cause::data, "columns.missing_on_sheet", with_sheets(why.what.facts, table));
    }
    auto columns = *std::move(found);
    auto settled = settle_cells(table, columns);
    auto report = Importer(table, std::move(columns), before, as_of).run(settled);
    if (report.products.empty() && report.refused.empty())
        return error(Cause::data, "import.empty", {std::string(file_name)});
    report.read_by = std::move(table.read_by);
    report.sheet = std::move(table.sheet);
    report.other_sheets = std::move(table.other_sheets);
    report.mended = std::move(table.mended);
    return report;
}

std::string internal_code(std::string_view name, std::string_view producer) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no 0 1 I O
    std::uint64_t hash = 14695981039346656037ull;
    for (const char c : match_key(name) + "\n" + match_key(producer)) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ull;
    }
    std::string code = "P";
    for (int i = 0; i < 8; ++i, hash >>= 5)
        code += alphabet[(hash ^ hash >> 40) & 31];
    return code;
}

} // namespace temsao::catalog
