// Feeds pages to an IPP printer and writes down what the books are told, for tests/printers/ipp_printer.py:
//
//     feed_pages ADDRESS PAGES counts|mute ANSWER_MS STALL_MS BETWEEN_MS [CANCEL_AFTER_MS]
//
// "sent 0 10", "printed 0 9", "unknown 9 10", and at the end "end PRINTED UNKNOWN TROUBLE SILENT ALL_SENT".
#include "printers/ipp_feed.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

using namespace temsao;
using namespace temsao::printers;

namespace {

constexpr std::int64_t pages_a_job = 7; // so that jobs and labels do not go together by chance

std::string document(std::int64_t first, std::int64_t end) {
    std::string text = "%PDF-1.7\n";
    for (; first < end; ++first)
        text += std::string(700, 'x') + "\npage " + std::to_string(first) + "\n";
    return text + "%%EOF\n";
}

void write_down(const char* word, std::int64_t first, std::int64_t end) {
    std::printf("%s %lld %lld\n", word, static_cast<long long>(first), static_cast<long long>(end));
}

} // namespace

int main(int count, char** words) {
    if (count < 7) return 64;
    const auto address = parse_address(words[1]);
    const auto pages = std::atoll(words[2]);
    const auto answers = std::string(words[3]) == "mute" ? Answers::mute : Answers::counts;
    const Pace pace{
        Patience(1000), Patience(std::atoi(words[4])), Patience(std::atoi(words[5])), Patience(std::atoi(words[6])), 0};
    auto printer = IppPrinter::open(*address, "", pace);
    if (!printer) {
        std::printf("not open: %s\n", printer.error().what.id.c_str());
        return 1;
    }
    std::vector<std::string> documents;
    std::vector<Load> loads;
    for (std::int64_t first = 0; first < pages; first += pages_a_job)
        documents.push_back(document(first, std::min<std::int64_t>(pages, first + pages_a_job)));
    for (std::size_t i = 0; i < documents.size(); ++i)
        loads.push_back({documents[i], std::min<std::int64_t>(pages_a_job, pages - pages_a_job * static_cast<int>(i))});
    const Books books{[](std::int64_t first, std::int64_t end) -> Outcome {
                          write_down("sent", first, end);
                          return done;
                      },
                      [](std::int64_t first, std::int64_t end, Fate fate) -> Outcome {
                          write_down(fate == Fate::printed ? "printed" : "unknown", first, end);
                          return done;
                      }};
    const auto start = std::chrono::steady_clock::now();
    const auto is_cancelled = [&] {
        return count > 7 && std::chrono::steady_clock::now() - start > Patience(std::atoi(words[7]));
    };
    const auto fed = feed(*printer, answers, {{{210}, {297}}, true}, loads, books, is_cancelled);
    if (!fed) return 1;
    std::printf("end %lld %lld %d %d %d\n",
                static_cast<long long>(fed->printed),
                static_cast<long long>(fed->unknown),
                static_cast<int>(fed->trouble),
                fed->is_silent,
                fed->all_sent);
    return 0;
}
