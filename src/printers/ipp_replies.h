#pragma once
// What a printer says of itself and of a job by IPP -> values. Its bytes are compared with the forms below and go no
// further: no text of a printer is shown or kept. A reply that is cut, longer or nested deeper than it may be, or that
// says one thing twice, gives nothing, which never means "ready" or "printed".
//
// Sources: RFC 8010 section 3 (encoding), RFC 8011 (operations and attributes), PWG 5100.14 (IPP Everywhere), PWG
// 5100.7 (media-size), PWG 5100.13 (print-scaling), PWG 5102.4 (raster). Pure; any thread.
#include "base/units.h"
#include "printers/replies.h"

#include <vector>

namespace temsao::printers {

inline constexpr std::size_t longest_ipp_state = 4096;  // bytes of an answer about the printer or a job
inline constexpr std::size_t longest_ipp_facts = 65536; // about all that it takes, with each size of paper

// The answer to Get-Printer-Attributes for printer-state, printer-state-reasons and printer-is-accepting-jobs.
struct IppState {
    State state;                     // its trouble is one that keeps it from printing
    Trouble warning = Trouble::none; // one that may: RFC 8011 section 5.4.12, "-warning"; an empty tray of several, say
};

std::optional<IppState> read_ipp_state(std::string_view reply, std::int32_t request);

// How far a job is: RFC 8011 section 5.3.7.
enum class JobStep { waits, prints, stopped, canceled, aborted, completed };

// The answer to Get-Job-Attributes for job-state, job-state-reasons, job-name and job-impressions-completed.
struct IppJob {
    JobStep step = JobStep::waits;
    std::optional<std::int64_t> impressions; // job-impressions-completed; nothing where it does not tell
    bool is_doubtful = false;                // it reports errors, or only hands jobs on to another device
};

// Nothing also when the job has another name: after its power came back a printer may count jobs from 1 again.
std::optional<IppJob> read_ipp_job(std::string_view reply, std::int32_t request, std::string_view job_name);

// The answer to Create-Job.
enum class Created { yes, busy, refused }; // busy: it takes no second job now (RFC 8011 section 4.1.6, 0x0507)

struct CreatedJob {
    Created created = Created::refused;
    std::int32_t id = 0;
};

std::optional<CreatedJob> read_ipp_created(std::string_view reply, std::int32_t request);

// Whether an operation was carried out: status 0x0000 to 0x00FF.
bool is_ipp_done(std::string_view reply, std::int32_t request);

// Sizes of paper in hundredths of a millimetre; with custom sizes each side has a range.
struct PaperRange {
    std::int32_t least_width, most_width, least_height, most_height;
};

// What pages go to an office printer as: a PDF, or PWG Raster (PWG 5102.4) in colour or in grey.
enum class Pages { pdf, colour_raster, grey_raster };

// What it takes: the answer to Get-Printer-Attributes for much more.
struct IppFacts {
    bool takes_pdf = false;
    bool takes_raster = false;
    bool has_colour_raster = false, has_grey_raster = false; // srgb_8, sgray_8: types of raster that it takes
    std::vector<int> raster_dpis = {};                       // where both directions are alike, from the least on
    bool makes_jobs = false;     // Create-Job, Send-Document, Get-Job-Attributes, Cancel-Job
    bool never_scales = false;   // it says that it knows print-scaling "none"
    bool is_queue = false;       // a queue of cupsd: what it counts has gone through its filters, not through a printer
    std::optional<int> dpi = {}; // printer-resolution-default, where both directions are alike
    std::vector<PaperRange> papers = {};
    std::optional<SizeMm> loaded = {}; // media-col-default

    bool has_paper(SizeMm size) const; // within a twentieth of a millimetre

    // PDF where it takes it, which has the sharpest text; else raster, in colour if it can. Nothing: neither.
    std::optional<Pages> best_pages() const;
};

std::optional<IppFacts> read_ipp_facts(std::string_view reply, std::int32_t request);

} // namespace temsao::printers
