#include "http/workers.h"

namespace temsao::http {

Workers::Workers(unsigned threads, std::size_t most_waiting) : most_waiting_(most_waiting) {
    for (unsigned i = 0; i < threads; ++i)
        threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
    {
        const Lock lock(mutex_);
        ends_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_)
        thread.join();
}

bool Workers::offer(std::function<void()> task) {
    {
        const Lock lock(mutex_);
        if (tasks_.size() >= most_waiting_) return false;
        tasks_.push_back(std::move(task));
    }
    wake_.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    const Lock lock(mutex_);
    return tasks_.size();
}

void Workers::work() {
    for (;;) {
        std::function<void()> task;
        {
            Lock lock(mutex_);
            while (!ends_ && tasks_.empty())
                lock.wait(wake_);
            if (tasks_.empty()) return;
            task = std::move(tasks_.front());
            tasks_.pop_front();
        }
        task();
    }
}

} // namespace temsao::http
