#include "office/lot_words.h"

namespace temsao::office {
namespace {

std::string part_words(const lots::Part& part, const LotBook& book, Lang lang) {
    return book.name_of(part.lot.product) + ", " + part.lot.lot +
           (part.amount ? " · " + lots::shown(*part.amount, lang) : "");
}

job::Json parts_json(const std::vector<lots::Part>& parts, const LotBook& book, Lang lang) {
    job::Json all = job::Json::array();
    for (const auto& part : parts) {
        auto one = lot_json(part.lot, book);
        one["amount"] = part.amount ? job::Json(lots::shown(*part.amount, lang)) : job::Json(nullptr);
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

Result<lots::Moment> now_of(const job::Surroundings& around) {
    return lots::read_moment(around.today.iso() + (around.time.empty() ? "" : " " + around.time));
}

job::Json lot_json(const lots::Lot& lot, const LotBook& book) {
    return {{"product", lot.product}, {"lot", lot.lot}, {"name", book.name_of(lot.product)}};
}

std::string title(const lots::Lot& lot, const LotBook& book) {
    return book.name_of(lot.product) + ", " + lot.lot;
}

job::Json shipped_json(const Whereabouts& where, const LotBook& book, Lang lang) {
    job::Json all = job::Json::array();
    for (const auto& [lot, party, paper, at, amount] : where.deliveries)
        all.push_back({{"to", book.name_of(party)},
                       {"code", party},
                       {"at", at.iso()},
                       {"amount", amount ? job::Json(lots::shown(*amount, lang)) : job::Json(nullptr)},
                       {"paper", paper}});
    return all;
}

std::string shipped_words(const Whereabouts& where, const LotBook& book, Lang lang) {
    std::string words;
    for (const auto& [lot, party, paper, at, amount] : where.deliveries)
        words += "      " + at.day().shown(lang) + (amount ? " · " + lots::shown(*amount, lang) : "") + " · " +
                 book.name_of(party) + "\n";
    return words;
}

std::string event_words(const lots::Event& event, const LotBook& book, Lang lang) {
    const auto iso = event.at.iso();
    std::string words = event.at.day().shown(lang) + (event.at.is_day ? "      " : " " + iso.substr(11, 5)) + "  " +
                        say({"lot_kind." + std::string(name(event.kind)), {}}, lang) + "  [" +
                        lots::short_id(event.id) + "]";
    if (event.struck) words += "  " + say({"lot.struck_mark", {}}, lang);
    words += "\n";
    const auto line = [&](const char* what, const std::string& text) {
        if (!text.empty()) words += "      " + say({what, {text}}, lang) + "\n";
    };
    for (const auto& part : event.inputs)
        line("lot.line_from", part_words(part, book, lang));
    for (const auto& part : event.outputs)
        line("lot.line_lot", part_words(part, book, lang));
    if (event.passed) line("lot.line_result", say({*event.passed ? "lot.passed" : "lot.failed", {}}, lang));
    if (!event.party.empty())
        line(event.kind == lots::Kind::ship ? "lot.line_to" : "lot.line_party", book.name_of(event.party));
    if (!event.place.empty()) line("lot.line_place", book.name_of(event.place));
    for (const auto& [what, text] : {std::pair("lot.line_process", &event.process),
                                     {"lot.line_report", &event.report},
                                     {"lot.line_paper", &event.paper},
                                     {"lot.line_reason", &event.reason},
                                     {"lot.line_note", &event.note}})
        line(what, *text);
    if (event.made) line("lot.line_made", event.made->iso());
    if (event.expires) line("lot.line_expires", event.expires->iso());
    return words;
}

job::Json lot_event_json(const lots::Event& event, const LotBook& book, Lang lang) {
    job::Json json{{"id", event.id},
                   {"kind", name(event.kind)},
                   {"at", event.at.iso()},
                   {"is_day", event.at.is_day},
                   {"recorded", lots::moment_at(event.recorded).iso()},
                   {"inputs", parts_json(event.inputs, book, lang)},
                   {"outputs", parts_json(event.outputs, book, lang)}};
    for (const auto& [member, code] : {std::pair("place", &event.place), {"party", &event.party}})
        if (!code->empty()) json[member] = {{"code", *code}, {"name", book.name_of(*code)}};
    for (const auto& [member, text] : {std::pair("item", &event.item),
                                       {"process", &event.process},
                                       {"report", &event.report},
                                       {"paper", &event.paper},
                                       {"run", &event.run},
                                       {"reason", &event.reason},
                                       {"note", &event.note}})
        if (!text->empty()) json[member] = *text;
    if (event.passed) json["passed"] = *event.passed;
    for (const auto& [member, day] :
         {std::pair("started", &event.started), {"made", &event.made}, {"expires", &event.expires}})
        if (*day) json[member] = (*day)->iso();
    if (event.struck)
        json["struck"] = {{"at", lots::moment_at(event.struck->at).iso()},
                          {"reason", name(event.struck->why)},
                          {"by", event.struck->by.empty() ? job::Json(nullptr) : job::Json(event.struck->by)}};
    return json;
}

} // namespace temsao::office
