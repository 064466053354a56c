#pragma once
// The signed lists that lie in a data directory, as files: the one that was installed (trust/bundle), the one that was
// published here last (keys/published), and the server's publication; each with the public key of the root that signs
// it. They say how far the print log had come when they were published (trace/log_mark.h). Any thread.
#include "trace/bundle.h"

#include <filesystem>
#include <vector>

namespace temsao::store {

struct SignedListPlace {
    std::filesystem::path bundle, root;
};

SignedListPlace installed_list(const std::filesystem::path& home);
SignedListPlace published_list(const std::filesystem::path& home);
SignedListPlace handed_out_list(const std::filesystem::path& home); // by the server

struct MarkInList {
    std::filesystem::path bundle;
    trace::LogMark mark;
};

// The mark of a file that is a signed list of this root; empty when it is not such a list, or says nothing of a log.
std::optional<trace::LogMark> mark_in_list(const std::filesystem::path& bundle, const std::filesystem::path& root);

// Of all that lie in the data directory; a file that is not there, or that its root did not sign, tells nothing.
std::vector<MarkInList> marks_in_lists(const std::filesystem::path& home);

} // namespace temsao::store
