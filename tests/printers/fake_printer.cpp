#include "printers/fake_printer.h"

#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <unistd.h>

namespace temsao::test {
namespace {

// 127.x.y.z with the port of label printers: each fake has an address of its own.
std::string next_address() {
    static std::atomic<unsigned> next = static_cast<unsigned>(getpid()) * 64;
    const auto number = next++;
    return "127." + std::to_string(10 + (number >> 14) % 200) + "." + std::to_string((number >> 7) % 128) + "." +
           std::to_string(1 + number % 128);
}

} // namespace

std::string fake_label(printers::Kind kind, int number) {
    const auto name = "label " + std::to_string(number) + " ";
    // About as long as a small label.
    if (kind == printers::Kind::zebra) return "^XA^FX" + name + std::string(300, 'x') + "^FS^PQ1\n^XZ\n";
    return "CLS\r\nREM " + name + std::string(300, 'x') + "\r\nPRINT 1,1\r\n";
}

FakePrinter::FakePrinter(const Plan& plan) : plan_(plan), odometer_(plan.odometer) {
    for (int tries = 0; tries < 50; ++tries) {
        address_ = {next_address(), printers::first_port, {}};
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const int yes = 1, small = 4096;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_port = htons(static_cast<std::uint16_t>(address_.port));
        inet_pton(AF_INET, address_.host.c_str(), &where.sin_addr);
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0 && ::listen(listener_, 4) == 0) {
            thread_ = std::thread([this] { serve(); });
            return;
        }
        ::close(listener_);
    }
    throw std::runtime_error("no loopback address for a fake printer");
}

FakePrinter::~FakePrinter() {
    stop();
}

void FakePrinter::stop() {
    is_stopped_ = true;
    if (thread_.joinable()) thread_.join();
    for (auto* one : {&client_, &listener_})
        if (*one >= 0) ::close(std::exchange(*one, -1));
}

void FakePrinter::serve() {
    next_label_ = std::chrono::steady_clock::now() + plan_.a_label;
    while (!is_stopped_) {
        if (is_off_ && plan_.how == Break::gone && listener_ >= 0) ::close(std::exchange(listener_, -1));
        std::array<pollfd, 2> both{{{listener_, POLLIN, 0}, {client_, POLLIN, 0}}};
        ::poll(both.data(), 2, 1);
        tick();
        if ((both[0].revents & POLLIN) != 0 && listener_ >= 0) {
            const int fresh = ::accept(listener_, nullptr, nullptr);
            if (client_ >= 0) ::close(client_);
            client_ = fresh;
            heard_.clear(); // a command cut in two is not finished by another connection
        } else if ((both[1].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && client_ >= 0) {
            std::array<char, 700> piece{};
            const auto size = ::read(client_, piece.data(), piece.size());
            if (size <= 0)
                ::close(std::exchange(client_, -1));
            else
                take({piece.data(), static_cast<std::size_t>(size)});
        }
    }
}

void FakePrinter::take(std::string_view bytes) {
    heard_ += bytes;
    while (take_one() && client_ >= 0)
        tick();
}

void FakePrinter::answer(std::string_view text) {
    if (plan_.answers && !is_silent_ && client_ >= 0) (void)!::send(client_, text.data(), text.size(), MSG_NOSIGNAL);
}

// One command, if a whole one has come.
bool FakePrinter::take_one() {
    const bool is_zebra = plan_.kind == printers::Kind::zebra;
    const std::string_view all = heard_;
    const auto drop = [&](std::size_t size) { heard_.erase(0, size); };
    const auto begins = [&](std::string_view text) { return all.starts_with(text); };
    const bool is_busy = !held_.empty();
    if (begins("~HS\r\n") || begins("\x1b!?")) has_said_busy_ |= is_busy;
    if (all.empty()) return false;
    if (is_zebra && begins("~HS\r\n")) {
        drop(5);
        const std::string first = std::string("\x02") + "030," + (is_out_of_paper_ ? "1" : "0") + ",0,0480," +
                                  (is_busy ? "001" : "000") + ",0,0,0,000,0,0,0\x03\r\n";
        answer(first + "\x02" + "000,0,0,0,0,2,4,0,0000000" + (is_busy ? "1" : "0") + ",1,000\x03\r\n\x02" +
               "0000,0\x03\r\n");
        return true;
    }
    if (is_zebra && begins("~HI\r\n")) {
        drop(5);
        answer("\x02ZD421-203dpi ZPL,V93.21.07Z,8,8192KB\x03\r\n");
        return true;
    }
    if (is_zebra && begins("~JA\r\n")) {
        drop(5);
        held_.clear();
        return true;
    }
    if (is_zebra && begins("! U1 getvar")) {
        const auto end = all.find("\r\n");
        if (end == all.npos) return false;
        drop(end + 2);
        answer(plan_.counts && !is_uncounted_ ? "\"" + std::to_string(odometer_) + "\"" : "\"?\"");
        return true;
    }
    if (!is_zebra && begins("\x1b!?")) {
        drop(3);
        answer(std::string(1, static_cast<char>((is_busy ? 32 : 0) | (is_out_of_paper_ ? 4 : 0))));
        return true;
    }
    if (!is_zebra && begins("\x1b!.")) {
        drop(3);
        held_.clear();
        return true;
    }
    const std::string_view last = is_zebra ? "^XZ\n" : "PRINT 1,1\r\n";
    const auto end = all.find(last);
    const bool breaks = plan_.at_byte >= 0 && !has_broken_ &&
                        label_bytes_ + static_cast<std::int64_t>(std::min(end, all.size())) >= plan_.at_byte;
    if (breaks) {
        break_now();
        return false;
    }
    if (end == all.npos) return false;
    const auto name = all.find("label ");
    held_.push_back(std::stoi(std::string(all.substr(name + 6, 9))));
    label_bytes_ += static_cast<std::int64_t>(end + last.size());
    drop(end + last.size());
    return true;
}

// Time goes on: the next label that is due comes out.
void FakePrinter::tick() {
    const auto now = std::chrono::steady_clock::now();
    if (held_.empty()) next_label_ = now + plan_.a_label;
    while (!held_.empty() && !is_off_ && !is_out_of_paper_ && now >= next_label_ &&
           (has_said_busy_ || !plan_.is_seen_busy)) {
        has_said_busy_ = false;
        ++roll_[held_.front()];
        held_.pop_front();
        ++odometer_;
        ++printed_;
        next_label_ += plan_.a_label;
        if (printed_ == plan_.at_label && !has_broken_) break_now();
    }
}

void FakePrinter::break_now() {
    has_broken_ = true;
    const auto reset = [&] {
        const linger at_once{1, 0};
        if (client_ >= 0) setsockopt(client_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        if (client_ >= 0) ::close(std::exchange(client_, -1));
        heard_.clear();
    };
    switch (plan_.how) {
    case Break::none: break;
    case Break::reset: reset(); break;
    case Break::power_uncount: is_uncounted_ = true; [[fallthrough]];
    case Break::power:
        held_.clear();
        reset();
        break;
    case Break::gone:
        held_.clear();
        is_off_ = true;
        reset();
        break;
    case Break::silent: is_silent_ = true; break;
    case Break::paper_out: is_out_of_paper_ = true; break;
    }
}

} // namespace temsao::test
