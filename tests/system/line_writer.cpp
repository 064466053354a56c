// Lines for a reader who reads, who stops reading, and who is gone.
#include "system/line_writer.h"

#include "catch.h"

#include <csignal>
#include <unistd.h>

using namespace temsao;

namespace {

std::string lost_words(std::size_t lines) {
    return "lost " + std::to_string(lines);
}

struct Pipe {
    int ends[2] = {-1, -1};

    Pipe() { REQUIRE(::pipe(ends) == 0); }

    ~Pipe() {
        close_writer();
        if (ends[0] >= 0) ::close(ends[0]);
    }

    void close_writer() {
        if (ends[1] >= 0) ::close(ends[1]);
        ends[1] = -1;
    }

    std::string read_some(std::size_t most) const {
        std::string text(most, '\0');
        const auto count = ::read(ends[0], text.data(), most);
        text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
        return text;
    }
};

// Lines "0", "1", … one after the other: how many there are, and how many a line says that were lost.
struct Read {
    std::size_t lines = 0, lost = 0;
    bool in_order = true;
};

Read read_lines(const std::string& text) {
    Read read;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = text.find('\n', start);
        const auto line = text.substr(start, end - start);
        if (line.starts_with("lost ")) {
            read.lost += std::stoul(line.substr(5));
        } else {
            if (line != std::to_string(read.lines + read.lost) + std::string(90, '.')) read.in_order = false;
            ++read.lines;
        }
        start = end + 1;
    }
    return read;
}

} // namespace

TEST_CASE("lines come in their order, from several threads whole, and all of them before the writer ends") {
    Pipe pipe;
    std::string text;
    std::thread reader([&] {
        for (auto part = pipe.read_some(1 << 16); !part.empty(); part = pipe.read_some(1 << 16))
            text += part;
    });
    {
        LineWriter lines(pipe.ends[1], lost_words);
        std::vector<std::thread> writers;
        for (const char name : {'a', 'b', 'c'})
            writers.emplace_back([&, name] {
                for (int i = 0; i < 500; ++i)
                    lines.tell(std::string(20, name));
            });
        for (auto& writer : writers)
            writer.join();
        lines.tell(std::string(100'000, 'd')); // longer than a pipe takes at once
    }
    pipe.close_writer();
    reader.join();
    REQUIRE(text.size() == 1500u * 21 + 100'001);
    for (std::size_t at = 0; at < 1500 * 21; at += 21)
        CHECK(text.substr(at, 21) == std::string(20, text[at]) + "\n");
}

TEST_CASE("who tells lines that nobody reads does not wait, and who reads again hears how many are gone") {
    constexpr std::size_t told = 120'000; // of 95 bytes: more than may wait
    Pipe pipe;
    std::string text;
    std::thread reader;
    {
        LineWriter lines(pipe.ends[1], lost_words);
        for (std::size_t i = 0; i < told; ++i)
            lines.tell(std::to_string(i) + std::string(90, '.'));
        reader = std::thread([&] {
            for (auto part = pipe.read_some(1 << 16); !part.empty(); part = pipe.read_some(1 << 16))
                text += part;
        });
    }
    pipe.close_writer();
    reader.join();
    const auto read = read_lines(text);
    CHECK(read.in_order);
    CHECK(read.lost > 0);
    CHECK(read.lines + read.lost == told);
}

TEST_CASE("a writer whose reader never reads, or is gone, ends all the same") {
    std::signal(SIGPIPE, SIG_IGN);
    Pipe stuck, gone;
    ::close(gone.ends[0]);
    gone.ends[0] = -1;
    for (const auto* pipe : {&stuck, &gone}) {
        LineWriter lines(pipe->ends[1], lost_words);
        for (int i = 0; i < 5000; ++i)
            lines.tell(std::string(90, '.'));
    }
    CHECK(stuck.read_some(1 << 16).size() > 60'000); // what the pipe held, in whole lines
}
