#pragma once
// Inside `serve`: ProposalAnswer: what our own command line said of a proposed list. It is kept with the proposal and
// shown to those who decide. Of a long list it has megabytes, so it is moved.
#include "job/json.h"

namespace temsao::serve {

using job::Json;

// Either `trouble`, or a report and a difference. All three are documents of the command line.
struct ProposalAnswer {
    std::vector<std::string> said = {};  // "HDBQ=storage": a person's words on its columns, as --map takes them
    std::optional<Json> trouble = {};    // why its columns are not understood
    std::optional<Json> report = {};     // what importing it would do, without the changes
    std::optional<Json> difference = {}; // {"changes": […]} from the list in use

    bool is_of_before() const; // kept by a temsao that said less of a list
};

// Of an object as it is kept; what is lacking stays empty.
ProposalAnswer read_answer(Json kept);

// {"map", "trouble", "report", "difference"}, as it is kept and as it is shown.
Json to_json(ProposalAnswer answer);

// With the members that an older temsao did not know.
ProposalAnswer completed(ProposalAnswer answer);

} // namespace temsao::serve
