#include "system/line_writer.h"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <poll.h>
#include <unistd.h>

namespace temsao {
namespace {

constexpr auto patience_at_end = std::chrono::seconds(2);
constexpr int milliseconds_between_looks = 100; // at whether the end has come, while nobody reads

// The first of the lines, as many as a pipe takes in one piece (POSIX, write: PIPE_BUF), so that they are not mixed
// with the lines of another program. Of a longer line a part.
std::string_view first_piece(std::string_view lines) {
    if (lines.size() <= PIPE_BUF) return lines;
    const auto end = lines.rfind('\n', PIPE_BUF - 1);
    return lines.substr(0, end == lines.npos ? PIPE_BUF : end + 1);
}

} // namespace

LineWriter::LineWriter(int file, std::function<std::string(std::size_t lines)> lost)
    : file_(file),
      lost_words_(std::move(lost)),
      thread_([this] { work(); }) {}

LineWriter::~LineWriter() {
    {
        const Lock lock(mutex_);
        ends_ = true;
        end_ = Clock::now() + patience_at_end;
    }
    wake_.notify_one();
    thread_.join();
}

void LineWriter::tell(std::string_view line) {
    bool was_empty = false;
    {
        const Lock lock(mutex_);
        if (lost_ > 0 || waiting_.size() + line.size() + 1 > most_bytes) {
            ++lost_;
            return;
        }
        was_empty = waiting_.empty();
        waiting_.append(line) += '\n';
    }
    if (was_empty) wake_.notify_one();
}

// Takes all that waits, and how many lines found no room after it.
void LineWriter::work() {
    for (;;) {
        std::string lines;
        std::size_t lost = 0;
        {
            Lock lock(mutex_);
            while (waiting_.empty() && lost_ == 0 && !ends_)
                lock.wait(wake_);
            if (waiting_.empty() && lost_ == 0) return;
            lines.swap(waiting_);
            std::swap(lost, lost_);
        }
        if (lost > 0) lines += lost_words_(lost) + "\n";
        if (!write(lines)) return;
    }
}

// False when the time is over, or nobody can ever read on. Where the descriptor is ready it takes a piece, so that only
// looking waits; a full disk is tried again.
bool LineWriter::write(std::string_view lines) {
    while (!lines.empty() && !is_time_over()) {
        pollfd look{file_, POLLOUT, 0};
        if (::poll(&look, 1, milliseconds_between_looks) <= 0) continue;
        const auto piece = first_piece(lines);
        const auto written = ::write(file_, piece.data(), piece.size());
        if (written > 0)
            lines.remove_prefix(static_cast<std::size_t>(written));
        else if (errno == EPIPE || errno == EBADF)
            return false;
        else
            ::poll(nullptr, 0, milliseconds_between_looks);
    }
    return lines.empty();
}

bool LineWriter::is_time_over() const {
    const Lock lock(mutex_);
    return ends_ && Clock::now() >= end_;
}

} // namespace temsao
