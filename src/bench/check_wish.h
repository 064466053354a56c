#pragma once
// Inside `bench`: CheckWish: what the job `verify` is asked for, as values. It is read from the request once.
#include "bench/sightings.h"
#include "office/key_folder.h"
#include "scan/read.h"
#include "system/file.h"

namespace temsao::bench {

// --evidence and --key: a signed record of each check.
struct EvidenceRecordWish {
    std::filesystem::path folder;
    std::string key; // its name
    office::PassphraseSource passphrase;
};

struct CheckWish {
    std::vector<std::string> files; // photos, PDF files and folders, as given
    Date date;
    bool date_given = false;                      // by --date; else by this machine's clock
    std::optional<std::string> host = {};         // trusted beside ours
    std::optional<std::filesystem::path> report;  // .csv, .html or .json
    std::optional<std::filesystem::path> journal; // where an interrupted run goes on
    std::optional<EvidenceRecordWish> evidence;
    scan::Effort effort = scan::Effort::normal;
    bool print_words = false; // --ocr: words around each code are read as well
    SightingWish sightings;
    std::string number; // of the report, as given; empty: made from the day and the photos

    std::string report_form() const { return report ? ending_of(*report) : ""; } // ".csv" …
};

// Errors (Cause::usage): date.form, verify.report_form {file}, evidence.key_needed, sighting.text, verify.effort.
Result<CheckWish> read_check_wish(const job::Request& request, const job::Surroundings& around);

} // namespace temsao::bench
