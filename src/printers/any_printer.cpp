#include "printers/any_printer.h"

namespace temsao::printers {

Result<AnyPrinter> AnyPrinter::open(Kind kind, const Address& address, const Fingerprint& certificate) {
    if (kind == Kind::ipp) return Result<AnyPrinter>(AnyPrinter(TRY(IppPrinter::open(address, certificate, ipp_pace))));
    return Result<AnyPrinter>(AnyPrinter(TRY(Printer::open(kind, address, Pace()))));
}

std::optional<State> AnyPrinter::state() {
    return std::visit([](auto& printer) { return printer.state(); }, either_);
}

std::optional<IppFacts> AnyPrinter::facts() {
    auto* ipp = std::get_if<IppPrinter>(&either_);
    return ipp ? ipp->facts() : std::nullopt;
}

Answers AnyPrinter::answers() {
    if (auto* printer = std::get_if<Printer>(&either_)) return printer->answers();
    const auto said = facts();
    return said && !said->is_queue ? Answers::counts : Answers::mute;
}

Result<Fed> AnyPrinter::feed(Answers answers,
                             const IppPaper& paper,
                             std::span<const Load> loads,
                             const Books& books,
                             const std::function<bool()>& is_cancelled) {
    if (auto* printer = std::get_if<Printer>(&either_))
        return printers::feed(*printer, answers, loads, books, is_cancelled);
    return printers::feed(std::get<IppPrinter>(either_), answers, paper, loads, books, is_cancelled);
}

} // namespace temsao::printers
