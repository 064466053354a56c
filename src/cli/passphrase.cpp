#include "cli/passphrase.h"

#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace temsao::cli {
namespace {

constexpr std::size_t longest = 1000;

volatile std::sig_atomic_t silent_terminal = -1;
termios as_it_was{};

// The terminal, typing unseen as long as this lives.
class SilentTerminal {
public:
    SilentTerminal() : terminal_(open("/dev/tty", O_RDWR | O_CLOEXEC)) {
        if (terminal_ < 0 || tcgetattr(terminal_, &as_it_was) != 0) return;
        auto silent = as_it_was;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        is_silent_ = tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
        if (is_silent_) silent_terminal = terminal_;
    }

    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    ~SilentTerminal() {
        show_typing_again();
        if (terminal_ >= 0) close(terminal_);
    }

    std::optional<std::string> ask(const std::string& words) const {
        if (!is_silent_ || write(terminal_, words.data(), words.size()) < 0) return {};
        std::string line;
        char c = 0;
        while (read(terminal_, &c, 1) == 1 && line.size() < longest) {
            if (c == '\n') {
                const auto shown = write(terminal_, "\n", 1);
                return shown == 1 ? std::optional(line) : std::nullopt;
            }
            line += c;
        }
        return {};
    }

private:
    int terminal_;
    bool is_silent_ = false;
};

} // namespace

std::optional<std::string> ask_passphrase(const std::string& words, const std::string& again) {
    const SilentTerminal terminal;
    auto secret = terminal.ask(words);
    if (!secret || again.empty()) return secret;
    return terminal.ask(again) == secret ? secret : std::nullopt;
}

void show_typing_again() {
    const int terminal = silent_terminal;
    if (terminal < 0) return;
    silent_terminal = -1;
    tcsetattr(terminal, TCSAFLUSH, &as_it_was);
}

} // namespace temsao::cli
