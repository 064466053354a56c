#include "scan/separate_program.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temsao::scan {
namespace {

constexpr rlim_t most_memory = 2ull << 30;
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

// The input as a file without a name; -1 when there is no memory for it.
int file_in_memory(std::string_view bytes) {
    const int file = ::memfd_create("temsao", MFD_CLOEXEC);
    while (file >= 0 && !bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            ::close(file);
            return -1;
        }
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (file >= 0) ::lseek(file, 0, SEEK_SET);
    return file;
}

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

// Only async-signal-safe calls: other threads may hold any lock.
[[noreturn]] void become(char* const* words, char* const* environment, int input, int output, int seconds) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto most_seconds = static_cast<rlim_t>(seconds);
    const rlimit time{most_seconds, most_seconds}, memory{most_memory, most_memory}, files{0, 0}, core{0, 0};
    ::setrlimit(RLIMIT_CPU, &time);
    ::setrlimit(RLIMIT_AS, &memory);
    ::setrlimit(RLIMIT_FSIZE, &files);
    ::setrlimit(RLIMIT_CORE, &core);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(input >= 0 ? input : nothing, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    ::execvpe(words[0], words, environment);
    ::_exit(not_found);
}

} // namespace

ProgramRun run_program(const std::vector<std::string>& words,
                       const ProgramLimits& limits,
                       std::string_view input,
                       const std::vector<std::string>& more_environment) {
    auto arguments = pointers(words), environment = pointers(more_environment);
    for (char** known = environ; *known != nullptr; ++known)
        environment.push_back(*known);
    arguments.push_back(nullptr);
    environment.push_back(nullptr);
    const Descriptor in(input.empty() ? -1 : file_in_memory(input));
    int pipe_ends[2];
    if ((!input.empty() && in.number() < 0) || ::pipe2(pipe_ends, O_CLOEXEC) != 0) return {};
    const Descriptor from(pipe_ends[0]);
    Descriptor to(pipe_ends[1]);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(2 * limits.seconds);
    const pid_t child = ::fork();
    if (child < 0) return {};
    if (child == 0) become(arguments.data(), environment.data(), in.number(), to.number(), limits.seconds);
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
    if (too_much || !result.in_time) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFSIGNALED(status) && !too_much && (WTERMSIG(status) == SIGKILL || WTERMSIG(status) == SIGXCPU))
        result.in_time = false;
    result.status = WIFEXITED(status) && !too_much ? WEXITSTATUS(status) : -1;
    result.started = result.status != not_found;
    return result;
}

} // namespace temsao::scan
