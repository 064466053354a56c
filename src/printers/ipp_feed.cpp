#include "printers/ipp_feed.h"

#include <algorithm>
#include <thread>

namespace temsao::printers {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int patient_stalls = 10; // so long other people's jobs are waited for, and a job that tells no count

// A printer that is asked again and again. It is silent when it gave no answer for so long that two questions in a row
// would have been answered.
class Asking {
public:
    explicit Asking(const Pace& pace) : pace_(pace), heard_(Clock::now()), moved_(heard_) {}

    void heard() { heard_ = Clock::now(); }

    void moved() { moved_ = Clock::now(); }

    bool is_silent() const { return Clock::now() - heard_ > 2 * pace_.answer; }

    bool stands_still(int stalls = 1) const { return Clock::now() - moved_ > stalls * pace_.stall; }

    void pause() const { std::this_thread::sleep_for(pace_.between); }

private:
    Pace pace_;
    Clock::time_point heard_, moved_;
};

// What is known of one job; each answer about it is taken once.
class Followed {
public:
    Followed(std::int64_t pages, Trouble standing_warning) : pages_(pages), standing_(standing_warning) {}

    void take(const IppJob& job) {
        has_moved_ |= step_ != job.step;
        step_ = job.step;
        is_doubtful_ |= job.is_doubtful;
        if (!job.impressions) return;
        const auto count = *job.impressions;
        is_nonsense_ |= count < count_ || count > pages_;
        has_moved_ |= count != count_;
        count_ = count;
    }

    void take(const IppState& state) {
        warned_ |= state.warning != Trouble::none || state.state.trouble != Trouble::none;
        if (trouble_ != Trouble::none) return;
        trouble_ = state.state.trouble;
        // A tray that was empty before is not the one that the pages come from; one that becomes empty now may be.
        if (trouble_ == Trouble::none && state.warning != standing_) trouble_ = state.warning;
    }

    void take(Trouble trouble) {
        if (trouble_ == Trouble::none) trouble_ = trouble;
    }

    bool has_ended() const { return step_ >= JobStep::canceled; }

    bool is_complete() const { return step_ == JobStep::completed && count_ == pages_; }

    bool has_moved() { return std::exchange(has_moved_, false); }

    JobStep step() const { return step_; }

    Trouble trouble() const { return trouble_; }

    std::int64_t count() const { return count_; }

    // Of the pages, from the first one on. `is_heard`: the printer told to the end how it is.
    std::int64_t printed(bool is_heard) const {
        if (is_nonsense_) return 0;
        const bool is_clean = is_heard && !warned_ && !is_doubtful_ && trouble_ == Trouble::none;
        return is_complete() && is_clean ? pages_ : std::max<std::int64_t>(count_ - 1, 0);
    }

private:
    std::int64_t pages_, count_ = 0;
    Trouble standing_, trouble_ = Trouble::none;
    JobStep step_ = JobStep::waits;
    bool is_nonsense_ = false, is_doubtful_ = false, warned_ = false, has_moved_ = false;
};

class IppFeeding {
public:
    IppFeeding(IppPrinter& printer,
               Answers answers,
               const IppPaper& paper,
               const Books& books,
               const std::function<bool()>& is_cancelled)
        : printer_(printer),
          answers_(answers),
          paper_(paper),
          books_(books),
          is_cancelled_(is_cancelled) {}

    bool is_over() const { return fed_.trouble != Trouble::none || fed_.is_silent || is_cancelled(); }

    Outcome one_job(const Load& load) {
        const auto job = make_job();
        if (!job) return done;
        if (is_cancelled()) {
            printer_.cancel(*job);
            return done;
        }
        TRY(books_.sent(next_, next_ + load.labels));
        Followed followed(load.labels, standing_warning_);
        const bool went_out = printer_.send_document(*job, paper_.pages, load.commands);
        const bool is_heard = follow(*job, followed, went_out);
        fed_.is_silent = !is_heard || !went_out;
        fed_.trouble = followed.trouble();
        const bool ends_early = !followed.has_ended() || followed.step() != JobStep::completed;
        // A mute printer completes its jobs without a count.
        if (!fed_.is_silent && fed_.trouble == Trouble::none && !is_cancelled() &&
            (ends_early || (answers_ != Answers::mute && !followed.is_complete())))
            fed_.trouble = followed.step() == JobStep::canceled  ? Trouble::canceled
                           : followed.step() == JobStep::aborted ? Trouble::refused
                                                                 : Trouble::other;
        return settle(answers_ == Answers::mute ? 0 : followed.printed(!fed_.is_silent), load.labels);
    }

    Fed end(bool all_sent) {
        fed_.all_sent = all_sent;
        return fed_;
    }

private:
    bool is_cancelled() const { return is_cancelled_ && is_cancelled_(); }

    // A job without pages, once the printer is free; nothing: `fed_` says why, or it was cancelled.
    std::optional<std::int32_t> make_job() {
        Asking asking(printer_.pace());
        for (;; asking.pause()) {
            if (is_cancelled()) return {};
            const auto state = printer_.ipp_state();
            if (state) asking.heard();
            if (state && state->state.trouble != Trouble::none) {
                fed_.trouble = state->state.trouble;
                return {};
            }
            if (state && !state->state.is_busy) {
                standing_warning_ = state->warning;
                const auto created = printer_.create_job(paper_.size, paper_.refuses_others);
                if (created && created->created == Created::yes) return created->id;
                if (created && created->created == Created::refused) fed_.trouble = Trouble::refused;
                if (!created) fed_.is_silent = true; // asked again it might make a second job
            }
            fed_.is_silent |= asking.is_silent();
            if (asking.stands_still(patient_stalls)) fed_.trouble = Trouble::other;
            if (fed_.is_silent || fed_.trouble != Trouble::none) return {};
        }
    }

    // Until the job has ended, went wrong, or is not wanted any longer, and is then cancelled. False: the printer does
    // not answer.
    bool follow(std::int32_t job, Followed& followed, bool went_out) {
        Asking asking(printer_.pace());
        while (went_out && !followed.has_ended() && followed.trouble() == Trouble::none && !is_cancelled()) {
            if (!look(job, followed, asking)) {
                printer_.cancel(job); // it may hear and not answer
                return false;
            }
            // While it waits, the printer does something for others; a mute one tells of no page.
            const bool is_patient = answers_ == Answers::mute || followed.step() == JobStep::waits;
            if (asking.stands_still(is_patient ? patient_stalls : 1)) followed.take(Trouble::other);
            if (!followed.has_ended()) asking.pause();
        }
        if (!followed.has_ended()) printer_.cancel(job); // whether it was heard shows below
        return count_again(job, followed);
    }

    // False: silent for too long.
    bool look(std::int32_t id, Followed& followed, Asking& asking) {
        const auto job = printer_.job(id);
        if (job) followed.take(*job);
        // Asked after the job: what went wrong before it ended is told.
        const auto state = printer_.ipp_state();
        if (state) followed.take(*state);
        if (job && state) asking.heard();
        if (job && job->step == JobStep::stopped) followed.take(Trouble::other);
        if (followed.has_moved()) asking.moved();
        return !asking.is_silent();
    }

    // Of a job that has ended, or was cancelled, until its count stays. Some printers count late, so a completed job is
    // given a while; a cancelled one need not end while its printer stands still. False: silent for too long.
    bool count_again(std::int32_t id, Followed& followed) {
        constexpr Patience brief{1000};
        Asking asking(printer_.pace());
        const auto begun = Clock::now();
        const auto patience =
            followed.trouble() == Trouble::none ? printer_.pace().answer : std::min(brief, printer_.pace().answer);
        for (std::optional<std::int64_t> before; !asking.is_silent(); asking.pause()) {
            const auto job = printer_.job(id);
            const auto state = job ? printer_.ipp_state() : std::nullopt;
            if (!job || !state) continue;
            asking.heard();
            followed.take(*job);
            if (followed.trouble() == Trouble::none) followed.take(*state);
            const bool is_told = followed.has_ended() && (followed.step() != JobStep::completed ||
                                                          followed.is_complete() || answers_ == Answers::mute);
            if (before == followed.count() && (is_told || Clock::now() - begun > patience)) return true;
            before = followed.count();
        }
        return false;
    }

    Outcome settle(std::int64_t printed, std::int64_t pages) {
        const auto end = next_ + pages, good = next_ + printed;
        if (good > next_) TRY(books_.ended(next_, good, Fate::printed));
        if (end > good) TRY(books_.ended(good, end, Fate::unknown));
        fed_.printed += good - next_;
        fed_.unknown += end - good;
        next_ = end;
        return done;
    }

    IppPrinter& printer_;
    Answers answers_;
    const IppPaper& paper_;
    const Books& books_;
    const std::function<bool()>& is_cancelled_;
    Trouble standing_warning_ = Trouble::none;
    std::int64_t next_ = 0;
    Fed fed_;
};

} // namespace

Result<Fed> feed(IppPrinter& printer,
                 Answers answers,
                 const IppPaper& paper,
                 std::span<const Load> loads,
                 const Books& books,
                 const std::function<bool()>& is_cancelled) {
    IppFeeding feeding(printer, answers, paper, books, is_cancelled);
    while (!loads.empty() && !feeding.is_over()) {
        const auto before = feeding.end(false);
        TRY(feeding.one_job(loads.front()));
        const auto now = feeding.end(false);
        if (now.printed + now.unknown == before.printed + before.unknown) break; // it was not sent
        loads = loads.subspan(1);
    }
    return feeding.end(loads.empty());
}

} // namespace temsao::printers
