#pragma once
// Pages -> an office printer, and what became of each (printers/feed.h says why). A page counts as printed when the
// printer's count of the job, job-impressions-completed, has gone beyond it; the last one only when the job is
// completed with the count of all its pages and nothing was seen to go wrong meanwhile. A count that falls, or is
// larger than the job, is believed in nothing. The queue of a cupsd counts what went through its filters, so it is
// mute. One thread at a time feeds a printer.
#include "printers/feed.h"
#include "printers/ipp.h"

namespace temsao::printers {

// What the pages are, and how they lie on the paper.
struct IppPaper {
    SizeMm size;
    bool refuses_others = false; // as create_job
    Pages pages = Pages::pdf;
};

// As feed() for label printers; each load is a document of `labels` pages, at most largest_batch, and a job of its own,
// so that no more than these are unknown. Waits while the printer prints for others. A job that goes wrong, or that
// nobody wants any longer, is cancelled, and counted once the printer says that it has ended; `is_cancelled` is asked
// all the time. Errors: those of `books`.
Result<Fed> feed(IppPrinter& printer,
                 Answers answers,
                 const IppPaper& paper,
                 std::span<const Load> loads,
                 const Books& books,
                 const std::function<bool()>& is_cancelled = {});

} // namespace temsao::printers
