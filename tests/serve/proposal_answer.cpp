// What was found in a proposed list: kept, read again, shown.
#include "serve/proposal_answer.h"

#include "catch.h"

using namespace temsao;
using serve::completed;
using serve::read_answer;

namespace {

serve::ProposalAnswer answer_kept_as(const char* text) {
    return read_answer(job::read_object(text));
}

} // namespace

TEST_CASE("an answer that was kept is kept again as the same bytes") {
    for (const std::string kept : {
             R"({"map":[],"trouble":null,"report":{"rows_read":2,"headings":[]},"difference":{"changes":[]}})",
             R"({"map":["HDBQ=storage","KL=-"],"trouble":{"id":"list.no_name"},"report":null,"difference":null})",
         }) {
        CHECK(to_json(answer_kept_as(kept.c_str())).dump() == kept);
    }
}

TEST_CASE("an answer that cannot be read says nothing of the list, and is shown so") {
    for (const auto* kept : {"", "{", "[1]", "{}", R"({"report":null})"})
        CHECK(to_json(completed(answer_kept_as(kept))).dump() ==
              R"({"map":[],"trouble":null,"report":null,"difference":null})");
}

TEST_CASE("an answer of an older temsao is told from one of today, and shown with what it lacks") {
    const auto old = answer_kept_as(
        R"({"report":{"rows_accepted":2,"rows":{"product":2}},"difference":{"changes":[{"change":"removed"}]}})");
    CHECK(old.is_of_before());
    const auto shown = to_json(completed(old));
    CHECK(
        shown["report"].dump() ==
        R"({"rows_accepted":2,"rows":{"product":2,"refused":0,"heading":0,"group":0,"total":0,"signature":0,"empty":0},)"
        R"("version":null,"rows_read":2,"other_rows":[],"columns":{},"headings":[],"hidden_columns":[],"read_by":null,)"
        R"("sheet":null,"other_sheets":[],"mended":[],"refused":[],"remarks":[],"legacy":null,"kept_revocations":0,)"
        R"("doubtful_revocations":[],"after_today":false,"needs_yes":[]})");
    CHECK(shown["difference"].dump() == R"({"changes":[{"change":"removed","fields":[],"weight":"product_gone"}]})");
    CHECK_FALSE(answer_kept_as(R"({"report":{"headings":[]}})").is_of_before());
    CHECK_FALSE(answer_kept_as(R"({"trouble":{},"report":null})").is_of_before());
}
