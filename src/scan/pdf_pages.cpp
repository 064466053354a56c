// PDF pages through poppler's programs. poppler is GPL, so it runs as separate processes, never linked; no shell, and
// limits on time, memory and output.
#include "base/file.h"
#include "scan/photo.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temsao::scan {
namespace {

constexpr int most_pages = 2000;
constexpr rlim_t seconds_a_page = 30;
constexpr rlim_t most_memory = 2ull << 30;
constexpr const char* dots_per_inch = "300";

struct Run {
    bool started = false;
    int status = -1;
    std::string output;
};

// Runs `words` and takes what it prints, up to `limit` bytes.
Run run(std::vector<std::string> words, std::size_t limit) {
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    int pipe_ends[2];
    if (::pipe2(pipe_ends, O_CLOEXEC) != 0) return {};
    const pid_t child = ::fork();
    if (child == 0) { // only async-signal-safe calls from here
        const rlimit time{seconds_a_page, seconds_a_page}, memory{most_memory, most_memory}, files{0, 0};
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
        const auto count = ::read(pipe_ends[0], part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        result.output.append(part.data(), static_cast<std::size_t>(count));
    }
    ::close(pipe_ends[0]);
    if (child > 0) {
        if (result.output.size() > limit) ::kill(child, SIGKILL);
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
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

} // namespace

Outcome each_pdf_page(const std::filesystem::path& file, const std::function<void(int page, const Photo&)>& each) {
    const auto name = file.string();
    const auto path = std::filesystem::absolute(file).string(); // never taken for an option
    const auto facts = run({"pdfinfo", path}, 1 << 16);
    if (!facts.started) return error(Cause::io, "pdf.no_poppler", {name});
    const int pages = count_pages(facts.output);
    if (facts.status != 0 || pages < 1) return error(Cause::data, "pdf.broken", {name});
    if (pages > most_pages)
        return error(Cause::data, "pdf.too_many_pages", {name, std::to_string(pages), std::to_string(most_pages)});
    for (int page = 1; page <= pages; ++page) {
        const auto number = std::to_string(page);
        const auto picture =
            run({"pdftoppm", "-f", number, "-l", number, "-r", dots_per_inch, "-gray", "-png", path}, most_photo_bytes);
        if (picture.status != 0) return error(Cause::data, "pdf.broken", {name});
        const auto photo = decode_photo(picture.output, name);
        if (!photo) return photo.error();
        each(page, *photo);
    }
    return done;
}

} // namespace temsao::scan
