#include "system/separate_program.h"

#include "system/memory_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temsao {
namespace {

constexpr int not_found = 127; // as shells say it

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}

    ~Descriptor() { close(); }

    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int number() const { return number_; }

    void close() {
        if (number_ >= 0) ::close(number_);
        number_ = -1;
    }

private:
    int number_;
};

// As execvpe wants them: the words stay where they are.
std::vector<char*> pointers(const std::vector<std::string>& words) {
    std::vector<char*> all;
    for (const auto& word : words)
        all.push_back(const_cast<char*>(word.c_str()));
    return all;
}

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

// Waits until the program has ended, which may be after it closed its way out; false when the clock ran out.
bool wait_for_end(pid_t child, int& status, std::chrono::steady_clock::time_point end) {
    for (int pause_ms = 1;; pause_ms = std::min(2 * pause_ms, 20)) {
        const auto ended = ::waitpid(child, &status, WNOHANG);
        if (ended == child || (ended < 0 && errno != EINTR)) return true;
        if (std::chrono::steady_clock::now() >= end) return false;
        ::poll(nullptr, 0, pause_ms);
    }
}

void limit(int what, rlim_t most) {
    const rlimit limits{most, most};
    ::setrlimit(static_cast<__rlimit_resource_t>(what), &limits);
}

// Only async-signal-safe calls: other threads may hold any lock.
[[noreturn]] void become(char* const* words,
                         char* const* environment,
                         const char* folder,
                         int input,
                         int output,
                         int written,
                         const ProgramLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.seconds));
    limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_CORE, 0);
    if (!limits.may_write) {
        limit(RLIMIT_FSIZE, written >= 0 ? limits.output_bytes : 0);
        ::signal(SIGXFSZ, SIG_IGN); // a write fails then; without this the program would be killed
    }
    if (limits.descriptors > 0) limit(RLIMIT_NOFILE, limits.descriptors);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(input >= 0 ? input : nothing, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    if (written == output_descriptor) ::fcntl(written, F_SETFD, 0); // not closed by exec
    if (written >= 0 && written != output_descriptor) ::dup2(written, output_descriptor);
    ::dup2(nothing, STDERR_FILENO);
    if (*folder == '\0' || ::chdir(folder) == 0) ::execvpe(words[0], words, environment);
    ::_exit(not_found);
}

} // namespace

ProgramRun run_program(const std::vector<std::string>& words,
                       const ProgramLimits& limits,
                       std::string_view input,
                       const ProgramSurroundings& surroundings) {
    auto arguments = pointers(words), environment = pointers(surroundings.environment);
    if (surroundings.inherits)
        for (char** known = environ; *known != nullptr; ++known)
            environment.push_back(*known);
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    MemoryFile in; // given to the child as its standard input, seekable
    const MemoryFile written;
    int pipe_ends[2];
    if (!in.fill(input) || !written.is_open() || ::pipe2(pipe_ends, O_CLOEXEC) != 0) return {};
    const Descriptor from(pipe_ends[0]);
    Descriptor to(pipe_ends[1]);
    const int clock = limits.clock_seconds > 0 ? limits.clock_seconds : 2 * limits.seconds;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(clock);
    const pid_t child = ::fork();
    if (child < 0) return {};
    if (child == 0)
        become(arguments.data(),
               environment.data(),
               surroundings.folder.c_str(),
               input.empty() ? -1 : in.number(),
               to.number(),
               limits.seeks_in_output ? written.number() : -1,
               limits);
    ::setpgid(child, child); // whichever of the two comes first
    to.close();

    ProgramRun result;
    std::array<char, 1 << 16> part;
    while (result.output.size() <= limits.output_bytes) {
        result.in_time = wait_for(from.number(), end);
        if (!result.in_time) break;
        const auto count = ::read(from.number(), part.data(), part.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        result.output.append(part.data(), static_cast<std::size_t>(count));
    }
    const bool too_much = result.output.size() > limits.output_bytes;
    int status = 0;
    if (!too_much && result.in_time) result.in_time = wait_for_end(child, status, end);
    ::kill(-child, SIGKILL); // itself, if it goes on, and what it may have started
    if (too_much || !result.in_time)
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
    if (WIFSIGNALED(status) && !too_much && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU))
        result.in_time = false;
    if (limits.seeks_in_output) result.output = written.content(limits.output_bytes);
    result.status = WIFEXITED(status) && !too_much ? WEXITSTATUS(status) : -1;
    result.started = result.status != not_found;
    return result;
}

} // namespace temsao
