// How many links one core takes apart in a second: the floor that `trace parse -` stands on (100,000 are wanted).
#include "trace/trace_code.h"

#include <cstdio>
#include <ctime>

int main() {
    std::vector<std::string> links;
    for (int i = 0; i < 1000; ++i) {
        const auto n = std::to_string(1000 + i);
        links.push_back("https://id.ocop.vn/01/09521234543213/10/L" + n + "/21/K7M2P9" + n.substr(2) +
                        "?17=270124&11=261124");
        links.push_back("https://id.ocop.vn/sp/MATONG/lo/L" + n + "?hsd=270124");
        links.push_back("https://id.ocop.vn/01/09521234543214/10/L" + n);
        links.push_back("https://example.com/menu/" + n);
    }
    std::size_t done = 0, understood = 0;
    const auto start = std::clock(); // processor time: other work on the machine does not count
    double seconds = 0;
    while (seconds < 1.0) {
        for (const auto& link : links)
            understood += temsao::trace::parse(link).code.has_value();
        done += links.size();
        seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    }
    std::printf("trace::parse: %.0f links a second (%.0f%% trace codes)\n",
                static_cast<double>(done) / seconds,
                100.0 * static_cast<double>(understood) / static_cast<double>(done));
}
