#pragma once
// LineWriter: lines for a file descriptor, such as a log, written by a thread of its own. Who tells a line never waits
// for who reads them: a pipe that nobody empties stops nothing.
#include "base/thread_annotations.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <thread>

namespace temsao {

class LineWriter {
public:
    static constexpr std::size_t most_bytes = 4 << 20; // that wait to be written

    // `lost`: the words of a line, without its end, that stands for so many lines that found no room. The descriptor
    // stays open as long as this lives.
    LineWriter(int file, std::function<std::string(std::size_t lines)> lost);
    ~LineWriter(); // writes what waits, as long as it is taken: two seconds at most
    LineWriter(const LineWriter&) = delete;
    LineWriter& operator=(const LineWriter&) = delete;

    // Adds the line with its end. Any thread; never waits for the reader.
    void tell(std::string_view line);

private:
    using Clock = std::chrono::steady_clock;

    void work();
    bool write(std::string_view lines);
    bool is_time_over() const;

    int file_;
    std::function<std::string(std::size_t)> lost_words_;
    mutable Mutex mutex_;
    std::condition_variable wake_;
    std::string waiting_ GUARDED_BY(mutex_);
    std::size_t lost_ GUARDED_BY(mutex_) = 0;
    bool ends_ GUARDED_BY(mutex_) = false;
    Clock::time_point end_ GUARDED_BY(mutex_);
    std::thread thread_; // last: it uses all of the above
};

} // namespace temsao
