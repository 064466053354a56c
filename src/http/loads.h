#pragma once
// Loads: what the requests under way hold, counted when a header is read and before its body is: bytes in memory,
// bytes on the disk, requests; of each client and of all. So one client cannot fill what all share. One thread at a
// time.
#include <cstdint>
#include <map>
#include <string>

namespace temsao::http {

struct Load {
    std::uint64_t memory = 0, disk = 0; // bytes
    std::uint64_t requests = 0;
};

struct LoadLimits {
    Load of_all, of_one; // of one client
};

class Loads {
public:
    explicit Loads(const LoadLimits& limits) : limits_(limits) {}

    enum class Told { taken, client_has_enough, all_have_enough };
    // A client that holds nothing may take one load of any size within the total.
    Told take(const std::string& client, const Load& load);
    // Instead of what was taken before: an answer instead of its request. Never refused, but counted.
    void change(const std::string& client, const Load& before, const Load& after);
    void give_back(const std::string& client, const Load& load);

    const Load& all() const { return all_; }

private:
    LoadLimits limits_;
    Load all_;
    std::map<std::string, Load> held_; // by client
};

} // namespace temsao::http
