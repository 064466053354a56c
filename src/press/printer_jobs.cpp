// The jobs about printers: printer add, list, test, settle, remove.
#include "job/read_options.h"
#include "page/test_sheet.h"
#include "press/at_printer.h"
#include "press/jobs.h"
#include "press/printer_words.h"
#include "render/pdf.h"
#include "render/pwg.h"
#include "trace/serial.h"

#include <algorithm>
#include <array>

namespace temsao::press {
namespace {

constexpr int test_labels = 3;
constexpr std::array known_resolutions{203, 300, 600};

struct NewPrinterWish {
    std::string name;
    printers::Address address;
    std::optional<printers::Kind> kind;
    std::optional<int> dpi;
};

// Errors: printer.name, option.number, option.printer_kind, printer.dpi, those of parse_address.
Result<NewPrinterWish> read_new_printer_wish(const job::Request& request) {
    NewPrinterWish wish{request.text("name"), TRY(printers::parse_address(request.text("address"))), {}, {}};
    if (!is_printer_name(wish.name)) return error(Cause::usage, "printer.name", {wish.name});
    if (request.has("kind")) {
        if (wish.address.is_ipp()) return error(Cause::usage, "printer.kind_unused", {wish.address.text()});
        wish.kind = kind_named(request.text("kind"));
        if (!wish.kind || *wish.kind == printers::Kind::ipp)
            return error(Cause::usage, "option.printer_kind", {request.text("kind")});
    }
    if (request.has("dpi") && wish.address.is_ipp()) {
        wish.dpi = TRY(job::number_option(request, "dpi", 0, 72, 2400));
    } else if (request.has("dpi")) {
        wish.dpi = TRY(job::number_option(request, "dpi", 0, known_resolutions.front(), known_resolutions.back()));
        if (std::find(known_resolutions.begin(), known_resolutions.end(), *wish.dpi) == known_resolutions.end())
            return error(Cause::usage, "printer.resolution", {std::to_string(*wish.dpi)});
    }
    return wish;
}

// What a printer says when it is asked as one of its kind.
struct Said {
    printers::Kind kind;
    printers::Answers answers = printers::Answers::mute;
    std::optional<int> dpi;
    printers::Fingerprint certificate = {};
    printers::Pages pages = printers::Pages::pdf;
    bool may_scale = false; // an office printer that does not say that it prints without scaling
};

// Raster in the resolution that was asked for, else in the least one that is fine enough: a sheet of A4 at 600 dpi is a
// hundred megabytes to draw.
std::optional<int> raster_dpi(const printers::IppFacts& facts, std::optional<int> wanted) {
    constexpr int fine = 300;
    const auto& all = facts.raster_dpis;
    if (wanted && std::find(all.begin(), all.end(), *wanted) != all.end()) return wanted;
    const auto found = std::find_if(all.begin(), all.end(), [](int dpi) { return dpi >= fine; });
    return found == all.end() ? all.back() : *found;
}

// Errors: those of IppPrinter::open; printer.no_ipp {address} (Cause::io), printer.no_pages {name}, printer.no_jobs
// {name} (Cause::refused).
Result<Said> ask_by_ipp(const NewPrinterWish& wish, const printers::Address& address) {
    auto printer = TRY(printers::IppPrinter::open(address, "", printers::ipp_pace));
    const auto facts = printer.facts();
    if (!facts) return error(Cause::io, "printer.no_ipp", {address.text()});
    const auto pages = facts->best_pages();
    if (!pages) return error(Cause::refused, "printer.no_pages", {wish.name});
    if (!facts->makes_jobs) return error(Cause::refused, "printer.no_jobs", {wish.name});
    return Said{printers::Kind::ipp,
                facts->is_queue ? printers::Answers::mute : printers::Answers::counts,
                *pages == printers::Pages::pdf ? facts->dpi : raster_dpi(*facts, wish.dpi),
                printer.certificate(),
                *pages,
                !facts->never_scales};
}

Result<Said> ask(const printers::Address& address, printers::Kind kind) {
    auto printer = TRY(printers::Printer::open(kind, address, printers::Pace()));
    const auto dpi = printer.dpi();
    return Said{kind, printer.answers(), dpi};
}

// Asks as the kind that is given, or that the address tells; else as one kind after the other, until one is answered.
Result<Said> find_out(const NewPrinterWish& wish, const printers::Address& address) {
    if (address.is_ipp()) return ask_by_ipp(wish, address);
    if (wish.kind) return ask(address, *wish.kind);
    for (const auto kind : {printers::Kind::zebra, printers::Kind::tsc}) {
        const auto said = TRY(ask(address, kind));
        if (said.answers != printers::Answers::mute) return said;
    }
    return error(Cause::usage, "printer.kind_needed", {wish.name});
}

std::string answers_words(printers::Kind kind, printers::Answers answers, Lang lang) {
    if (kind == printers::Kind::ipp)
        return say({answers == printers::Answers::counts ? "printer.counts_pages" : "printer.counts_nothing", {}},
                   lang);
    constexpr std::array ids{"printer.counts", "printer.tells_busy", "printer.is_mute"};
    return say({ids[static_cast<std::size_t>(answers)], {}}, lang);
}

job::Json to_json(const std::string& name_of_printer, const KnownPrinter& printer) {
    const auto& connection = printer.connection;
    return {{"name", name_of_printer},
            {"address", connection ? job::Json(connection->address.text()) : job::Json(nullptr)},
            {"kind", connection ? job::Json(name(connection->kind)) : job::Json(nullptr)},
            {"answers", connection ? job::Json(name(connection->answers)) : job::Json(nullptr)},
            {"dpi", printer.dpi}};
}

// The printer's own lettering is good enough here; a test label has neither badge nor code.
std::vector<HeldPrinter::TestLoad> test_label_loads(printers::Kind kind) {
    std::vector<HeldPrinter::TestLoad> loads;
    for (int number = 1; number <= test_labels; ++number) {
        const auto text = "Tem Sao " + std::to_string(number) + "/" + std::to_string(test_labels);
        loads.push_back({kind == printers::Kind::zebra
                             ? "^XA^FO30,30^A0N,40,40^FD" + text + "^FS^PQ1\n^XZ\n"
                             : "CLS\r\nTEXT 30,30,\"3\",0,1,1,\"" + text + "\"\r\nPRINT 1,1\r\n"});
    }
    return loads;
}

// An office printer prints the sheet that shows how far it is off, which is then measured: does it scale?
Result<std::vector<HeldPrinter::TestLoad>> test_sheet_loads(const std::string& name_of_printer,
                                                            const KnownPrinter& printer,
                                                            SizeMm loaded,
                                                            const job::Surroundings& around) {
    const auto fonts = TRY(render::FontBook::open(around.share / "fonts"));
    const page::TestSheet sheet(loaded);
    const auto command = "temsao stock calibrate --printer " + name_of_printer + " --measured \"" +
                         (sheet.is_small() ? "a c" : "a b c d e") + "\"";
    const auto drawing = std::make_shared<const label::Drawing>(sheet.draw(command, *fonts));
    const std::vector<page::Page> pages(test_labels, page::Page{loaded, {{drawing, {}, {}}}});
    if (printer.connection->pages == printers::Pages::pdf) {
        auto pdf = TRY(render::write_pdf(pages, {.title = drawing->title, .created = around.today}, *fonts));
        return std::vector<HeldPrinter::TestLoad>{{std::move(pdf), test_labels}};
    }
    const bool is_grey = printer.connection->pages == printers::Pages::grey_raster;
    const auto type = is_grey ? render::PwgType::sgray_8 : render::PwgType::srgb_8;
    auto raster = TRY(render::write_pwg(pages, Resolution::from_dpi(printer.dpi), *fonts, type));
    return std::vector<HeldPrinter::TestLoad>{{std::move(raster), test_labels}};
}

// "ready", a trouble, or that it does not answer.
std::string state_words(const Connection& connection, std::optional<printers::State>& state, Lang lang) {
    auto printer = printers::AnyPrinter::open(connection.kind, connection.address, connection.certificate);
    if (!printer) return say(printer.error().what, lang);
    state = printer->state();
    if (!state) return say({"printer.says_nothing", {}}, lang);
    if (state->trouble != printers::Trouble::none) return trouble_words(state->trouble, lang);
    return say({state->is_busy ? "printer.is_busy" : "printer.is_ready", {}}, lang);
}

} // namespace

Result<job::Report> add_printer(const job::Request& request, const job::Surroundings& around) {
    const auto wish = TRY(read_new_printer_wish(request));
    const auto address = TRY(printers::resolve(wish.address));
    const auto said = TRY(find_out(wish, address));
    if (said.dpi && wish.dpi && said.dpi != wish.dpi)
        return error(
            Cause::usage, "printer.says_dpi", {wish.name, std::to_string(*said.dpi), std::to_string(*wish.dpi)});
    const auto dpi = said.dpi ? said.dpi : wish.dpi;
    if (!dpi) return error(Cause::usage, "printer.dpi_needed", {wish.name});
    KnownPrinter added;
    TRY(change_printer(around, wish.name, [&](KnownPrinter& printer) -> Outcome {
        printer.dpi = *dpi;
        printer.connection = Connection{address, said.kind, said.answers, said.certificate, said.pages};
        added = printer;
        return done;
    }));
    job::Report report;
    report.words = say({"printer.added", {wish.name, address.text(), std::to_string(*dpi)}}, around.lang) + " " +
                   answers_words(said.kind, said.answers, around.lang) + "\n" +
                   say({"printer.now_test", {wish.name}}, around.lang) + "\n";
    if (!said.certificate.empty())
        report.words += say({"printer.certificate_taken", {said.certificate}}, around.lang) + "\n";
    if (said.may_scale) report.remarks.push_back(say({"printer.may_scale", {wish.name}}, around.lang));
    report.json = to_json(wish.name, added);
    return report;
}

Result<job::Report> list_printers(const job::Request&, const job::Surroundings& around) {
    job::Report report;
    auto all = job::Json::array();
    for (const auto& [name_of_printer, printer] : TRY(known_printers(around))) {
        auto json = to_json(name_of_printer, printer);
        std::optional<printers::State> state;
        const auto words = printer.connection ? state_words(*printer.connection, state, around.lang)
                                              : say({"printer.only_measured", {}}, around.lang);
        report.words += job::padded(name_of_printer, 16) +
                        job::padded(printer.connection ? printer.connection->address.text() : "", 24) + words + "\n";
        json["answered"] = state.has_value();
        json["trouble"] =
            state && state->trouble != printers::Trouble::none ? job::Json(name(state->trouble)) : job::Json(nullptr);
        all.push_back(std::move(json));
    }
    if (all.empty()) report.words = say({"printer.list_empty", {}}, around.lang) + "\n";
    report.json = {{"printers", std::move(all)}};
    return report;
}

Result<job::Report> test_printer(const job::Request& request, const job::Surroundings& around) {
    const auto& name_of_printer = request.text("name");
    auto held = TRY(HeldPrinter::take(around, name_of_printer, ""));
    const auto known = TRY(find_connected(around, name_of_printer));
    const auto kind = known.connection->kind;
    const auto said = TRY(held.try_out([&](SizeMm loaded) -> Result<std::vector<HeldPrinter::TestLoad>> {
        if (kind == printers::Kind::ipp) return test_sheet_loads(name_of_printer, known, loaded, around);
        return test_label_loads(kind);
    }));
    KnownPrinter tested;
    TRY(change_printer(around, name_of_printer, [&](KnownPrinter& printer) -> Outcome {
        if (printer.connection) printer.connection->answers = said.answers;
        tested = printer;
        return done;
    }));
    job::Report report;
    report.words = say({"printer.tested", {name_of_printer, std::to_string(said.fed.printed)}}, around.lang) + " " +
                   answers_words(kind, said.answers, around.lang) + "\n";
    if (said.fed.trouble != printers::Trouble::none)
        report.words += trouble_words(said.fed.trouble, around.lang) + "\n";
    report.exit_status = said.fed.trouble == printers::Trouble::none && said.fed.all_sent ? 0 : 1;
    report.json = to_json(name_of_printer, tested);
    report.json["printed"] = said.fed.printed;
    report.json["unknown"] = said.fed.unknown;
    report.json["trouble"] =
        said.fed.trouble == printers::Trouble::none ? job::Json(nullptr) : job::Json(name(said.fed.trouble));
    return report;
}

Result<job::Report> settle_printer(const job::Request& request, const job::Surroundings& around) {
    if (request.has("last-good") == request.has("none-good")) return error(Cause::usage, "print.last_or_none");
    LastGood last;
    if (request.has("last-good")) last = TRY(trace::read_serial(request.text("last-good")));
    const auto day = TRY(job::date_option(request, "date", around.today));
    const auto& name_of_printer = request.text("name");
    TRY(find_printer(around, name_of_printer));
    const auto settled = TRY(settle_labels(around, name_of_printer, last, day));
    job::Report report;
    report.words =
        say({"print.settled", {std::to_string(settled.printed), std::to_string(settled.voided)}}, around.lang) + "\n";
    if (settled.left > 0)
        report.words +=
            say({"print.still_unknown", {std::to_string(settled.left), name_of_printer}}, around.lang) + "\n";
    report.json = {{"printer", name_of_printer},
                   {"printed", settled.printed},
                   {"voided", settled.voided},
                   {"unknown", settled.left}};
    return report;
}

Result<job::Report> remove_printer(const job::Request& request, const job::Surroundings& around) {
    const auto& name_of_printer = request.text("name");
    TRY(forget_printer(around, name_of_printer));
    job::Report report;
    report.words = say({"printer.removed", {name_of_printer}}, around.lang) + "\n";
    report.json = {{"name", name_of_printer}};
    return report;
}

} // namespace temsao::press
