#include "http/workers.h"

#include "system/memory.h"

#include <algorithm>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace temsao::http {

Workers::Workers(const WorkersPlan& plan) : plan_(plan) {
    for (unsigned i = 0; i < plan_.threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    finish();
}

void Workers::finish() {
    {
        const Lock lock(mutex_);
        ends_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        if (thread.joinable()) thread.join();
}

Workers::Told Workers::offer(const std::string& client, std::function<void()> task) {
    {
        const Lock lock(mutex_);
        const auto found = clients_.find(client);
        if (found != clients_.end() && found->second.tasks.size() >= plan_.most_of_one) return Told::client_has_enough;
        if (waiting_ >= plan_.most_waiting) return Told::full;
        auto& one = clients_[client];
        if (one.tasks.empty()) turns_.push_back(client);
        one.tasks.push_back(std::move(task));
        ++waiting_;
    }
    wake_.notify_one();
    return Told::taken;
}

std::size_t Workers::waiting() const {
    const Lock lock(mutex_);
    return waiting_;
}

std::optional<std::string> Workers::next_client() {
    const auto most_running = std::max(1U, plan_.threads - 1);
    for (auto next = turns_.begin(); next != turns_.end(); ++next) {
        if (clients_.at(*next).running >= most_running) continue;
        auto client = std::move(*next);
        turns_.erase(next);
        return client;
    }
    return {};
}

void Workers::work() {
    // On Linux each thread has a niceness of its own; what cannot be made nicer works as it is.
    if (plan_.niceness != 0)
        (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), plan_.niceness);
    for (;;) {
        std::function<void()> task;
        std::optional<std::string> client;
        {
            Lock lock(mutex_);
            while (!(client = next_client()) && !(ends_ && waiting_ == 0))
                lock.wait(wake_);
            if (!client) return;
            auto& one = clients_.at(*client);
            task = std::move(one.tasks.front());
            one.tasks.pop_front();
            ++one.running;
            --waiting_;
            if (!one.tasks.empty()) turns_.push_back(*client);
        }
        task();
        task = nullptr; // with all that it held
        if (plan_.niceness != 0) return_freed_memory();
        bool others_may_go_on = false; // a client that had its threads may have the next, or all is done
        {
            const Lock lock(mutex_);
            auto& one = clients_.at(*client);
            if (--one.running == 0 && one.tasks.empty()) clients_.erase(*client);
            others_may_go_on = waiting_ > 0 || ends_;
        }
        if (others_may_go_on) wake_.notify_all();
    }
}

} // namespace temsao::http
