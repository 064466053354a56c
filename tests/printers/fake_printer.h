#pragma once
// A label printer for tests, on a loopback address of its own: it takes ZPL or TSPL, prints one label after another,
// tells what it was asked, and breaks as it is told to. It knows for certain what lies on its roll.
#include "printers/printer.h"

#include <atomic>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace temsao::test {

class FakePrinter {
public:
    enum class Break {
        none,
        reset,         // the connection is reset; what it holds is printed on
        power,         // off and on: what it holds is lost, the count stays
        power_uncount, // the same, and the count is lost too
        gone,          // off for good
        silent,        // prints on and answers nothing
        paper_out,     // after this label; goes on when somebody loads paper, which nobody does here
    };

    struct Plan {
        printers::Kind kind = printers::Kind::zebra;
        bool counts = true, answers = true;
        Break how = Break::none;
        std::int64_t at_label = -1; // breaks once so many labels lie on the roll
        std::int64_t at_byte = -1;  // or so many bytes of labels have come
        std::chrono::microseconds a_label{500};
        std::int64_t odometer = 1000; // of its life so far
        bool is_seen_busy = false;    // a label comes out only after somebody was told that the printer is busy
    };

    explicit FakePrinter(const Plan& plan);
    ~FakePrinter();

    const printers::Address& address() const { return address_; }

    // How often each label lies on the roll, by the number after "label " in its commands. Stop first.
    const std::map<int, int>& roll() const { return roll_; }

    void stop();

private:
    void serve();
    void take(std::string_view bytes);
    bool take_one();
    void tick();
    void break_now();
    void answer(std::string_view text);

    Plan plan_;
    printers::Address address_;
    int listener_ = -1, client_ = -1;
    std::atomic<bool> is_stopped_ = false;
    std::thread thread_;

    std::string heard_;
    std::deque<int> held_;
    std::map<int, int> roll_;
    std::int64_t label_bytes_ = 0, odometer_ = 0, printed_ = 0;
    bool is_off_ = false, is_silent_ = false, is_out_of_paper_ = false, is_uncounted_ = false, has_broken_ = false,
         has_said_busy_ = false;
    std::chrono::steady_clock::time_point next_label_;
};

// The commands for a label that the fake knows by its number.
std::string fake_label(printers::Kind kind, int number);

} // namespace temsao::test
