#include "office/lot_book.h"

#include "base/pieces.h"
#include "base/text.h"
#include "catalog/find_product.h"
#include "catalog/same_name.h"
#include "epcis/document.h"
#include "job/read_options.h"
#include "lots/codes.h"
#include "store/lot_events.h"

#include <algorithm>
#include <set>

namespace temsao::office {
namespace {

using lots::Event;
using lots::Kind;
using lots::Lot;

// The words of the trade for each kind, as match_key() writes them.
const std::vector<std::pair<Kind, std::vector<std::string_view>>>& kind_words() {
    static const std::vector<std::pair<Kind, std::vector<std::string_view>>> all{
        {Kind::harvest, {"harvest", "thu hoạch", "thu hái", "đánh bắt"}},
        {Kind::receive, {"receive", "nhập", "nhập hàng", "thu mua", "mua"}},
        {Kind::transform, {"transform", "chế biến", "sơ chế", "sản xuất"}},
        {Kind::test, {"test", "kiểm nghiệm", "kiểm tra", "thử nghiệm"}},
        {Kind::pack, {"pack", "đóng gói", "đóng chai"}},
        {Kind::ship, {"ship", "giao", "giao hàng", "xuất", "xuất hàng", "bán"}},
        {Kind::recall, {"recall", "thu hồi"}},
    };
    return all;
}

Result<Kind> read_kind(const std::string& word) {
    const auto key = match_key(word);
    std::string known;
    for (const auto& [kind, words] : kind_words()) {
        if (std::find(words.begin(), words.end(), key) != words.end()) return kind;
        known += (known.empty() ? "" : ", ") + std::string(words[1]);
    }
    return error(Cause::usage, "lot.kind", {word, known});
}

Result<std::optional<Date>> read_day(const std::string& text) {
    if (text.empty()) return std::optional<Date>();
    return std::optional(TRY(Date::parse_typed(text)));
}

// A lot's name where none is given: the code's end and the day, as clerks write it.
std::string lot_of_day(const std::string& code, Date day) {
    return code.substr(code.size() > 4 ? code.size() - 4 : 0) + "-" + day.yymmdd();
}

} // namespace

std::vector<std::string> separate_uses(const std::vector<std::string>& texts) {
    std::vector<std::string> uses;
    for (std::string_view rest : texts)
        while (!rest.empty())
            if (auto use = tidy(next_piece(rest, ';')); !use.empty()) uses.push_back(std::move(use));
    return uses;
}

Result<LotBook> LotBook::open(store::Ledger& ledger, std::vector<catalog::Product> products, Wish wish) {
    LotBook book(ledger, std::move(wish));
    book.products_ = std::move(products);
    for (const auto& product : book.products_) {
        book.product_names_.emplace(product.key, product.name);
        book.producers_.emplace(product.key, product.producer);
    }
    book.names_ = TRY(ledger.lot_events().names());
    return Result<LotBook>(std::move(book));
}

Result<LotBook::Facts*> LotBook::facts_of(const Lot& lot) const {
    if (const auto found = facts_.find(lot); found != facts_.end()) return &found->second;
    auto facts = TRY(ledger_->lot_events().facts_of(lot));
    return &facts_.emplace(lot, std::move(facts)).first->second;
}

// What an event that holds says of one lot.
void LotBook::count(Facts& facts, const Lot& lot, const Event& event) {
    const auto use = [&](const lots::Part& part) {
        if (facts && part.lot == lot && part.amount) facts->used += part.amount->thousandths;
    };
    for (const auto& part : event.inputs)
        use(part);
    for (const auto& part : event.outputs) {
        if (event.kind == Kind::ship) use(part);
        if (!lots::begins_lots(event.kind) || part.lot != lot) continue;
        if (!facts) facts = store::LotEvents::LotFacts{.first = event.at.seconds, .unit = {}};
        facts->first = std::min(facts->first, event.at.seconds);
        if (!part.amount) continue;
        facts->unit = part.amount->unit;
        facts->made += part.amount->thousandths;
        facts->is_counted = true;
    }
}

Outcome LotBook::add(const Event& event) {
    if (event.struck) return done;
    for (const auto& lot : lots::lots_of(event))
        count(*TRY(facts_of(lot)), lot, event);
    return done;
}

// The ledger's figures have it; they are counted again without it.
Outcome LotBook::set_aside(const Event& event) {
    for (const auto& lot : lots::lots_of(event)) {
        auto& facts = facts_[lot];
        facts.reset();
        auto events = TRY(ledger_->lot_events().of(lot));
        std::erase_if(events, [&](const Event& one) { return one.id == event.id || one.struck; });
        // What begins the lot comes first, so that all its uses count.
        std::stable_partition(events.begin(), events.end(), [&](const Event& one) {
            return lots::begins_lots(one.kind) && std::any_of(one.outputs.begin(),
                                                              one.outputs.end(),
                                                              [&](const auto& part) { return part.lot == lot; });
        });
        for (const auto& one : events)
            count(facts, lot, one);
    }
    return done;
}

std::string LotBook::name_of(const std::string& code) const {
    if (const auto found = product_names_.find(code); found != product_names_.end()) return found->second;
    for (const auto* names : {&new_names_, &names_})
        if (const auto found = names->find(code); found != names->end()) return found->second;
    return code;
}

// A code is not a name, and one of digits alone would read as a number.
std::string LotBook::item_of(const std::string& code) const {
    auto name = name_of(code);
    return name == code ? std::string() : name;
}

std::string LotBook::producer() const {
    if (!wish_.producer.empty()) return wish_.producer;
    std::string only;
    for (const auto& product : products_) {
        if (!only.empty() && !catalog::same_producer(only, product.producer)) return {};
        only = product.producer;
    }
    return only;
}

bool LotBook::is_there_for_asker(const Lot& lot) const {
    if (wish_.only_of.empty()) return true;
    if (const auto found = producers_.find(lot.product); found != producers_.end())
        return catalog::same_producer(found->second, wish_.only_of);
    return lots::goods_code(catalog::producer_key(wish_.only_of), catalog::product_name_key(name_of(lot.product))) ==
           lot.product;
}

std::string LotBook::listed_producer_of(const Lot& lot) const {
    const auto found = producers_.find(lot.product);
    return found == producers_.end() ? "" : found->second;
}

std::string LotBook::producer_of(const Lot& lot) const {
    if (auto listed = listed_producer_of(lot); !listed.empty()) return listed;
    if (!lots::is_goods_code(lot.product)) return {};
    const auto item = catalog::product_name_key(name_of(lot.product));
    std::set<std::string_view> tried; // most producers have several products
    for (const auto& [key, producer] : producers_)
        if (tried.insert(producer).second && lots::goods_code(catalog::producer_key(producer), item) == lot.product)
            return producer;
    return {};
}

std::string LotBook::key_of_name(const std::string& item) {
    if (keys_of_products_.empty())
        for (const auto& product : products_)
            keys_of_products_.emplace(catalog::words_of_name(product.name), product.key);
    const auto found = keys_of_products_.find(catalog::words_of_name(item));
    return found == keys_of_products_.end() ? "" : found->second;
}

// A product of the list, a code as it is, or goods of the producer's own.
Result<std::string> LotBook::code_of_item(const std::string& item) {
    auto key = job::key_of(item);
    if (product_names_.contains(key)) return key;
    if (auto named = key_of_name(item); !named.empty()) return named;
    if (lots::is_goods_code(item) || gs1::Gtin::parse(item)) return key;
    const auto whose = producer();
    if (whose.empty()) return error(Cause::usage, "lot.whose", {item});
    auto code = lots::goods_code(catalog::producer_key(whose), catalog::product_name_key(item));
    if (!names_.contains(code)) new_names_[code] = tidy(item);
    return code;
}

std::string LotBook::code_of_name(const std::string& name) {
    if (name.empty() || lots::is_gln(name)) return name;
    auto code = lots::party_code(wish_.secret, catalog::producer_key(name));
    if (!names_.contains(code)) new_names_[code] = tidy(name);
    return code;
}

Result<Lot> LotBook::find(const std::string& typed) const {
    const auto slash = typed.rfind('/');
    if (slash == typed.npos) return find("", tidy(typed));
    return find(tidy(typed.substr(0, slash)), tidy(typed.substr(slash + 1)));
}

Result<Lot> LotBook::find(const std::string& item, const std::string& lot) const {
    if (lot.empty()) return find("", item);
    const auto key = job::key_of(item);
    std::set<Lot> known;
    for (auto& one : TRY(ledger_->lot_events().lots_named(lot)))
        known.insert(std::move(one));
    for (const auto& [one, facts] : facts_)
        if (facts && one.lot == lot) known.insert(one);
    std::vector<Lot> found;
    for (const auto& one : known)
        if (is_there_for_asker(one) &&
            (item.empty() || one.product == key || bare_key(name_of(one.product)) == bare_key(item)))
            found.push_back(one);
    if (found.size() == 1) return found.front();
    if (found.empty()) return error(Cause::missing, "lot.unknown", {item.empty() ? lot : item + "/" + lot});
    std::string which;
    for (const auto& one : found)
        which += (which.empty() ? "" : "; ") + name_of(one.product) + "/" + one.lot;
    return error(Cause::usage, "lot.several", {lot, which});
}

// "LOT=AMOUNT", "ITEM/LOT=AMOUNT", or a lot alone.
Result<lots::Part> LotBook::read_use(const std::string& text) const {
    const auto equal = text.find('=');
    const auto name = tidy(text.substr(0, equal));
    if (name.empty()) return error(Cause::usage, "lot.use", {text});
    lots::Part part{TRY(find(name)), {}};
    if (equal != text.npos) part.amount = TRY(lots::read_amount(text.substr(equal + 1)));
    return part;
}

// A lot is used after it began, in its own unit; more than there was of it is a question.
Outcome LotBook::check_use(const Event& event, const lots::Part& part, std::vector<Message>& doubts) const {
    const auto& facts = *TRY(facts_of(part.lot));
    if (!facts) return error(Cause::missing, "lot.unknown", {lots::in_full(part.lot)});
    const auto& known = *facts;
    // A day without its hour may be earlier in the day than what happened on it.
    const bool same_day = lots::moment_at(known.first).day() == event.at.day();
    const bool same_minute = known.first / 60 == event.at.seconds / 60; // people tell no seconds
    if (event.at.seconds < known.first && !same_minute && !(event.at.is_day && same_day))
        return error(Cause::data, "lot.before_it_was", {part.lot.lot, lots::moment_at(known.first).iso()});
    if (!part.amount || !known.is_counted) return done;
    if (part.amount->unit != known.unit)
        return error(Cause::data,
                     "lot.other_unit",
                     {part.lot.lot,
                      lots::shown({1000, part.amount->unit}, Lang::vi),
                      lots::shown({1000, known.unit}, Lang::vi)});
    const auto used = known.used + part.amount->thousandths;
    if (used > known.made)
        doubts.push_back({"lot.more_than_there_is",
                          {part.lot.lot,
                           lots::shown({used, known.unit}, Lang::vi),
                           lots::shown({known.made, known.unit}, Lang::vi)}});
    return done;
}

Result<LotEvent> LotBook::make(const LotEntry& entry) {
    LotEvent made{.event = {.kind = TRY(read_kind(entry.kind))}, .doubts = {}};
    auto& event = made.event;
    event.at = entry.at.empty() ? lots::moment_at(wish_.now) : TRY(lots::read_moment(entry.at));
    event.recorded = wish_.now;
    if (entry.item.empty())
        return error(Cause::usage, "lot.needs", {"lot_kind." + std::string(name(event.kind)), "lot_field.item"});
    const bool is_about_known = event.kind == Kind::test || event.kind == Kind::ship || event.kind == Kind::recall;
    lots::Part about;
    if (is_about_known) {
        about.lot = TRY(find(entry.item, entry.lot));
    } else {
        about.lot.product = TRY(code_of_item(entry.item));
        if (!is_there_for_asker(about.lot)) return error(Cause::missing, "list.no_product", {entry.item});
        about.lot.lot = entry.lot.empty() ? lot_of_day(about.lot.product, event.at.day()) : tidy(entry.lot);
    }
    if (!entry.amount.empty()) about.amount = TRY(lots::read_amount(entry.amount));
    event.outputs.push_back(about);
    for (const auto& use : entry.uses)
        event.inputs.push_back(TRY(read_use(use)));
    event.place = code_of_name(tidy(entry.place));
    event.party = code_of_name(tidy(entry.party));
    event.item = item_of(about.lot.product);
    for (const auto& [from, to] : {std::pair(&entry.process, &event.process),
                                   {&entry.report, &event.report},
                                   {&entry.paper, &event.paper},
                                   {&entry.run, &event.run},
                                   {&entry.reason, &event.reason},
                                   {&entry.note, &event.note}})
        *to = tidy(*from);
    event.started = TRY(read_day(entry.started));
    event.made = TRY(read_day(entry.made));
    event.expires = TRY(read_day(entry.expires));
    event.passed = entry.passed;
    TRY(lots::check(event, wish_.now));
    if (event.kind == Kind::recall && event.reason.empty()) // that of others may say it elsewhere
        return error(Cause::usage, "lot.needs", {"lot_kind.recall", "lot_field.reason"});
    for (const auto& part : event.inputs)
        TRY(check_use(event, part, made.doubts));
    if (is_about_known) TRY(check_use(event, about, made.doubts));
    if (event.kind == Kind::transform && event.inputs.size() == 1 && event.inputs.front().amount && about.amount &&
        event.inputs.front().amount->unit == about.amount->unit &&
        about.amount->thousandths > event.inputs.front().amount->thousandths / 10 * 11)
        made.doubts.push_back({"lot.more_out_than_in", {about.lot.lot}});
    event = sealed(std::move(event));
    return made;
}

Event LotBook::sealed(Event event, int again) const {
    event.salt = lots::salt_of(wish_.secret, event, again);
    event.id = epcis::id_of(event, wish_.host);
    return event;
}

Outcome LotBook::tell_from_struck(Event& event) const {
    for (int again = 1;; ++again) {
        const auto known = TRY(ledger_->lot_events().find(event.id));
        if (!known || !known->struck) return done;
        event = sealed(std::move(event), again);
    }
}

Result<Event> LotBook::make_recall(const Lot& lot, const std::string& reason, const std::string& note) const {
    Event event{.kind = Kind::recall, .at = lots::moment_at(wish_.now), .recorded = wish_.now};
    event.outputs.push_back({lot, {}});
    event.item = item_of(lot.product);
    event.reason = reason;
    event.note = note;
    TRY(lots::check(event, wish_.now));
    return sealed(std::move(event));
}

} // namespace temsao::office
