#pragma once
// Workers: threads that take tasks from a bounded queue. Clients take turns, so that one with many tasks does not keep
// another waiting; none may fill the queue alone, or all threads where there are several. What does not fit is refused
// at once, so that clients get an answer instead of waiting; accepted tasks are always finished.
#include "base/thread_annotations.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace temsao::http {

struct WorkersPlan {
    unsigned threads = 1;
    std::size_t most_waiting = 1;
    std::size_t most_of_one = 1; // tasks of one client that wait
    // As of nice(1), also of the programs that the tasks run. Not 0: the tasks are large, and what each has freed goes
    // back to the system when it ends.
    int niceness = 0;
};

class Workers {
public:
    explicit Workers(const WorkersPlan& plan);
    ~Workers();    // finishes the waiting tasks
    void finish(); // likewise, before the end; call offer() no more. One thread.
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    enum class Told { taken, client_has_enough, full };
    Told offer(const std::string& client, std::function<void()> task); // any thread
    std::size_t waiting() const;

private:
    struct Client {
        std::deque<std::function<void()>> tasks;
        unsigned running = 0;
    };

    void work();
    // The client whose turn it is, taken out of the queue; empty when no client may have another thread.
    std::optional<std::string> next_client() REQUIRES(mutex_);

    const WorkersPlan plan_;
    mutable Mutex mutex_;
    std::condition_variable wake_;
    std::map<std::string, Client> clients_ GUARDED_BY(mutex_); // those with tasks
    std::deque<std::string> turns_ GUARDED_BY(mutex_);         // those with waiting tasks, each once
    std::size_t waiting_ GUARDED_BY(mutex_) = 0;
    bool ends_ GUARDED_BY(mutex_) = false;
    std::vector<std::thread> threads_;
};

} // namespace temsao::http
