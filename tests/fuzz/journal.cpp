// The lines of a journal after its first: no crash, whatever they say of a file.
#include "bench/journal.h"

#include "holds.h"
#include "in_folder.h"

#include <nlohmann/json.hpp>

#include <sys/stat.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace temsao::bench;
    using namespace temsao::check;
    using namespace temsao::job;
    static const Folder folder;
    static const auto photo = folder.put("a.jpg", "x");
    static const auto begin = [] {
        const auto path = folder.path() / "begun";
        HOLDS(Journal::open(path, {}).ok());
        std::ifstream file(path);
        std::string line;
        std::getline(file, line);
        return line + "\n";
    }();

    // The name that the journal knows the photo by stands before what was fuzzed, as {"file":NAME,"seen":INPUT}.
    struct stat facts {};

    HOLDS(::stat(photo.c_str(), &facts) == 0);
    const auto name =
        photo.string() + "\n1\n" + std::to_string(facts.st_mtim.tv_sec) + "." + std::to_string(facts.st_mtim.tv_nsec);
    const std::string text(data, data + size);
    for (const auto& lines : {text + "\n", "{\"file\":" + nlohmann::json(name).dump() + ",\"seen\":" + text + "}\n"}) {
        const auto journal = Journal::open(folder.put("journal", begin + lines), {});
        if (!journal) continue;
        if (const auto seen = (*journal)->find(photo)) (*journal)->add(photo, *seen);
    }
    return 0;
}
