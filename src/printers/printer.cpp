#include "printers/printer.h"

#include <algorithm>
#include <thread>

namespace temsao::printers {
namespace {

constexpr auto ask_state = "~HS\r\n", ask_dpi = "~HI\r\n", drop_all = "~JA\r\n";
constexpr auto ask_count = "! U1 getvar \"odometer.total_label_count\"\r\n";
constexpr std::string_view tsc_ask_state("\x1b!?", 3), tsc_drop_all("\x1b!.", 3);

auto has_ends(std::ptrdiff_t wanted) {
    return [wanted](std::string_view heard) { return std::count(heard.begin(), heard.end(), '\x03') >= wanted; };
}

} // namespace

Result<Printer> Printer::open(Kind kind, const Address& address, const Pace& pace) {
    auto link = TRY(Link::open(address, pace.connect));
    return Result<Printer>(Printer(kind, address, pace, std::move(link)));
}

bool Printer::send(std::string_view commands) {
    constexpr std::size_t piece = 4096;
    const auto pause = std::chrono::microseconds(1'000'000 * piece / pace_.bytes_a_second);
    while (commands.size() > piece) {
        if (!link_.send(commands.substr(0, piece), pace_.stall)) return false;
        commands.remove_prefix(piece);
        std::this_thread::sleep_for(pause);
    }
    return link_.send(commands, pace_.stall);
}

std::string Printer::ask(std::string_view question, const std::function<bool(std::string_view)>& is_whole) {
    link_.forget();
    if (!link_.send(question, pace_.answer)) return {};
    return link_.hear(pace_.answer, is_whole);
}

std::optional<State> Printer::state() {
    if (kind_ == Kind::zebra) return read_zebra_state(ask(ask_state, has_ends(3)));
    return read_tsc_state(ask(tsc_ask_state, [](std::string_view heard) { return !heard.empty(); }));
}

std::optional<std::int64_t> Printer::count() {
    if (kind_ != Kind::zebra) return {};
    const auto is_whole = [](std::string_view heard) { return std::count(heard.begin(), heard.end(), '"') >= 2; };
    return read_zebra_count(ask(ask_count, is_whole));
}

std::optional<int> Printer::dpi() {
    return kind_ == Kind::zebra ? read_zebra_dpi(ask(ask_dpi, has_ends(1))) : std::nullopt;
}

Answers Printer::answers() {
    return count() ? Answers::counts : state() ? Answers::busy : Answers::mute;
}

bool Printer::clear() {
    if (!link_.send(kind_ == Kind::zebra ? std::string_view(drop_all) : tsc_drop_all, pace_.answer)) return false;
    const auto end = std::chrono::steady_clock::now() + pace_.stall;
    while (std::chrono::steady_clock::now() < end && !is_gone()) {
        if (const auto now = state(); now && !now->is_busy) return true;
        std::this_thread::sleep_for(pace_.between);
    }
    return false;
}

bool Printer::open_again() {
    auto link = Link::open(address_, pace_.connect);
    if (!link) return false;
    link_ = *std::move(link);
    return true;
}

} // namespace temsao::printers
