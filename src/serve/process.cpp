#include "serve/process.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace temsao::serve {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts)
        all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

void limit(int what, rlim_t most) {
    const rlimit limits{most, most};
    setrlimit(static_cast<__rlimit_resource_t>(what), &limits);
}

// Between fork and exec in a process of many threads: only what is safe in a signal handler.
[[noreturn]] void become(const char* program,
                         char* const* arguments,
                         char* const* environment,
                         const char* folder,
                         int output,
                         const ProcessLimits& limits) {
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    limit(RLIMIT_AS, limits.memory_bytes);
    limit(RLIMIT_CPU, limits.seconds * 2); // of all its threads
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    const int nothing = open("/dev/null", O_RDWR);
    dup2(nothing, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(nothing, STDERR_FILENO);
    if (chdir(folder) == 0) execve(program, arguments, environment);
    _exit(127);
}

} // namespace

std::optional<ProcessEnd> run_process(const std::filesystem::path& program,
                                      const std::vector<std::string>& arguments,
                                      const std::filesystem::path& folder,
                                      const std::vector<std::string>& environment,
                                      const ProcessLimits& limits) {
    std::vector<std::string> words{program.string()}, variables = environment;
    words.insert(words.end(), arguments.begin(), arguments.end());
    const auto argument_pointers = pointers(words), variable_pointers = pointers(variables);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return {};
    const auto child = fork();
    if (child == 0)
        become(program.c_str(), argument_pointers.data(), variable_pointers.data(), folder.c_str(), ends[1], limits);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        return {};
    }
    setpgid(child, child);
    ProcessEnd end;
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
    bool is_whole = false;
    for (char block[64 * 1024];;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        pollfd waiting{ends[0], POLLIN, 0};
        if (left <= 0 || (poll(&waiting, 1, static_cast<int>(left)) == 0)) break;
        const auto count = read(ends[0], block, sizeof block);
        if (count < 0 && errno == EINTR) continue;
        is_whole = count == 0;
        if (count <= 0 || end.output.size() + static_cast<std::size_t>(count) > limits.output_bytes) break;
        end.output.append(block, static_cast<std::size_t>(count));
    }
    close(ends[0]);
    int status = 0;
    if (!is_whole) kill(-child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    kill(-child, SIGKILL); // what it may have started
    end.exit_status = is_whole && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return end;
}

} // namespace temsao::serve
