// Looks at many lists in one process, as `temsao list import FILE --look --as-of DAY` would do one by one: each line of
// standard input names a file, and each line of standard output is what is said of it, in JSON. For same_list.py.
//     many_looks HOME DAY
#include "job/json.h"
#include "office/jobs.h"

#include <iostream>

using namespace temsao;

int main(int count, char** arguments) {
    if (count != 3) return 64;
    const auto day = Date::parse_iso(arguments[2]);
    if (!day) return 64;
    const job::Surroundings around{.home = arguments[1], .share = {}, .lang = Lang::en, .today = *day, .progress = {}};
    for (std::string file; std::getline(std::cin, file);) {
        const job::Request request{"list import", {{"file", {file}}, {"look", {""}}, {"as-of", {arguments[2]}}}};
        const auto report = office::import_list(request, around);
        const auto said = report ? report->json : job::Json::parse(job::error_json(report.error(), Lang::en));
        std::cout << said.dump() << std::endl; // the next file is written when this answer is there
    }
    return 0;
}
