#include "http/workers.h"

#include <algorithm>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace temsao::http {

Workers::Workers(const WorkersPlan& plan) : plan_(plan) {
    for (unsigned i = 0; i < plan_.threads; ++i)
        threads_.emplace_back([this, &own = own_.emplace_back()] { work(own); });
}

Workers::~Workers() {
    {
        const Lock lock(mutex_);
        ends_ = true;
        while (auto* idle = call_one())
            idle->wake.notify_one();
    }
    for (auto& thread : threads_)
        thread.join();
}

Workers::Thread* Workers::call_one() {
    if (idle_.empty()) return nullptr;
    auto* thread = idle_.back();
    idle_.pop_back();
    thread->is_called = true;
    return thread;
}

Workers::Told Workers::offer(const std::string& client, std::function<void()> task) {
    Thread* idle = nullptr;
    {
        const Lock lock(mutex_);
        const auto found = clients_.find(client);
        if (found != clients_.end() && found->second.tasks.size() >= plan_.most_of_one) return Told::client_has_enough;
        if (waiting_ >= plan_.most_waiting) return Told::full;
        auto& one = clients_[client];
        if (one.tasks.empty()) turns_.push_back(client);
        one.tasks.push_back(std::move(task));
        ++waiting_;
        idle = call_one();
    }
    if (idle) idle->wake.notify_one();
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

void Workers::work(Thread& own) {
    // On Linux each thread has a niceness of its own; what cannot be made nicer works as it is.
    if (plan_.niceness != 0)
        (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::syscall(SYS_gettid)), plan_.niceness);
    for (;;) {
        std::function<void()> task;
        std::optional<std::string> client;
        {
            Lock lock(mutex_);
            while (!(client = next_client()) && !(ends_ && waiting_ == 0)) {
                own.is_called = false;
                idle_.push_back(&own);
                while (!own.is_called)
                    lock.wait(own.wake);
            }
            if (!client) return;
            auto& one = clients_.at(*client);
            task = std::move(one.tasks.front());
            one.tasks.pop_front();
            ++one.running;
            --waiting_;
            if (!one.tasks.empty()) turns_.push_back(*client);
        }
        task();
        const Lock lock(mutex_);
        auto& one = clients_.at(*client);
        if (--one.running == 0 && one.tasks.empty()) clients_.erase(*client);
        // This thread takes the next task. At the end all look once more, since the last one that waits may be taken.
        while (auto* idle = ends_ ? call_one() : nullptr)
            idle->wake.notify_one();
    }
}

} // namespace temsao::http
