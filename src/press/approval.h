#pragma once
// Inside `press`: the sign-off of a run of labels. It records everything that determines the labels: the template's
// bytes, the list version and every fact of the products, the rules, the fonts, the options that change a label, and
// the program's version. A run that cites it is refused if any of these has changed, and the error names which.
//
// A sign-off is a file in the data directory's approvals/, named by a hash of its content, so an altered one is
// detected. The number of labels, their serials, their place on the sheet and the output file are not recorded.
#include "label/template.h"
#include "press/run.h"
#include "store/list_store.h"
#include "system/file.h"

#include <map>

namespace temsao::press {

using Frozen = std::map<std::string, std::string>; // "template jar-60x40" -> SHA-256; "09… net_quantity" -> "500 ml"

// --approved and --sign-off.
struct ApprovalWish {
    std::optional<std::string> id = {};     // of the sign-off that the run cites
    std::optional<std::string> signer = {}; // who signs off what is printed now
    Frozen frozen_options = {};             // "--level" -> "Q": the options given that change a label

    bool is_asked() const { return id || signer; }
};

// Everything that determines the labels.
struct FrozenSources {
    const Run& run;
    const std::string& template_name;
    const label::Template& design;
    const store::ListVersion& list;
    const std::vector<const catalog::Product*>& products;
    const Frozen& options;
};

// Errors: template.missing, those of read_file.
Result<Frozen> freeze(const FrozenSources& sources, const job::Surroundings& around);

// A sign-off that is written and has no name yet: commit it together with the labels.
struct NewSignOff {
    std::string id;
    NewFile file;
};

// Errors: those of make_private_folder and NewFile.
Result<NewSignOff> sign_off(const std::filesystem::path& home, const Frozen& frozen, const std::string& by, Date on);

// Errors: approval.missing {id} (Cause::missing), approval.altered {id} (Cause::data), and (Cause::refused)
// approval.void {id, by, on, what changed}.
Outcome check_sign_off(const std::filesystem::path& home, const std::string& id, const Frozen& frozen);

} // namespace temsao::press
