// PDF pages through poppler's programs. poppler is GPL, so it runs as separate processes, never linked; no shell, and
// limits on time, memory and output.
#include "base/file.h"
#include "scan/photo.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temsao::scan {
namespace {

constexpr int most_pages = 2000;
constexpr rlim_t most_memory = 2ull << 30;
constexpr double most_page_pixels = 40e6, dots_per_inch = 300; // A2 at 300 dpi

struct Run {
    bool started = false;
    bool in_time = true;
    int status = -1;
    std::string output;
};

// Waits until there is something to read, or the end; false when the clock ran out.
bool wait_for(int descriptor, std::chrono::steady_clock::time_point end) {
    while (true) {
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()).count();
        if (left <= 0) return false;
        pollfd what{descriptor, POLLIN, 0};
        const int ready = ::poll(&what, 1, static_cast<int>(left));
        if (ready > 0 || (ready < 0 && errno != EINTR)) return true;
    }
}

// Runs `words` and takes what it prints, up to `limit` bytes. A program that computes too long is ended by its own
// limit, one that only waits by the clock; and it ends with us, however we end.
Run run(std::vector<std::string> words, std::size_t limit, int seconds) {
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) return {};
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2 * seconds);
    const pid_t child = ::fork();
    if (child == 0) { // only async-signal-safe calls from here
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const auto most_seconds = static_cast<rlim_t>(seconds);
        const rlimit time{most_seconds, most_seconds}, memory{most_memory, most_memory}, files{0, 0};
        ::setrlimit(RLIMIT_CPU, &time);
        ::setrlimit(RLIMIT_AS, &memory);
        ::setrlimit(RLIMIT_FSIZE, &files);
        ::dup2(pipe_ends[1], STDOUT_FILENO);
        const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        ::dup2(nothing, STDIN_FILENO);
        ::dup2(nothing, STDERR_FILENO);
        ::execvp(arguments.front(), arguments.data());
        ::_exit(127);
    }
    ::close(pipe_ends[1]);
    Run result;
    std::array<char, 1 << 16> part;
    while (child > 0 && result.output.size() <= limit) {
        result.in_time = wait_for(pipe_ends[0], end);
        if (!result.in_time) break;
        const auto count = ::read(pipe_ends[0], part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        result.output.append(part.data(), static_cast<std::size_t>(count));
    }
    ::close(pipe_ends[0]);
    if (child > 0) {
        if (result.output.size() > limit || !result.in_time) ::kill(child, SIGKILL);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL && result.output.size() <= limit) result.in_time = false;
        result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        result.started = result.status != 127;
    }
    return result;
}

// "Pages:          12" of pdfinfo.
int count_pages(const std::string& words) {
    const auto at = words.find("Pages:");
    const auto digit = at == words.npos ? at : words.find_first_of("0123456789", at);
    int pages = 0;
    if (digit != words.npos) std::from_chars(words.data() + digit, words.data() + words.size(), pages);
    return pages;
}

// "Page    3 size: 595.276 x 841.89 pts (A4)": the finest resolution up to 300 dpi at which the page stays in limits.
std::string resolution_for(const std::string& words, int page) {
    char label[32];
    std::snprintf(label, sizeof label, "Page %4d size:", page);
    const auto at = words.find(label);
    double width = 0, height = 0;
    if (at == words.npos || std::sscanf(words.c_str() + at + std::strlen(label), "%lf x %lf", &width, &height) != 2)
        return "300";
    const double finest = 72 * std::sqrt(most_page_pixels / std::max(width * height, 1.0));
    return std::to_string(static_cast<int>(std::clamp(finest, 1.0, dots_per_inch)));
}

} // namespace

Outcome each_pdf_page(const std::filesystem::path& file,
                      const std::function<void(int page, const Photo&)>& each,
                      int seconds_a_page) {
    const auto name = file.string();
    const auto path = std::filesystem::absolute(file).string(); // never taken for an option
    const auto slow = [&] { return error(Cause::data, "pdf.too_slow", {name, std::to_string(seconds_a_page)}); };
    const auto facts = run({"pdfinfo", "-f", "1", "-l", std::to_string(most_pages), path}, 1 << 20, seconds_a_page);
    if (!facts.in_time) return slow();
    if (!facts.started) return error(Cause::io, "pdf.no_poppler", {name});
    const int pages = count_pages(facts.output);
    if (facts.status != 0 || pages < 1) return error(Cause::data, "pdf.broken", {name});
    if (pages > most_pages)
        return error(Cause::data, "pdf.too_many_pages", {name, std::to_string(pages), std::to_string(most_pages)});
    for (int page = 1; page <= pages; ++page) {
        const auto number = std::to_string(page);
        const auto resolution = resolution_for(facts.output, page);
        const auto picture = run({"pdftoppm", "-f", number, "-l", number, "-r", resolution, "-gray", "-png", path},
                                 most_photo_bytes,
                                 seconds_a_page);
        if (!picture.in_time) return slow();
        if (picture.status != 0) return error(Cause::data, "pdf.broken", {name});
        const auto photo = decode_photo(picture.output, name);
        if (!photo) return photo.error();
        each(page, *photo);
    }
    return done;
}

} // namespace temsao::scan
