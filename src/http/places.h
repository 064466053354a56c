#pragma once
// Places: the connections that are open, and who holds them. When all places are taken, a newcomer gets the place of
// the client that holds the most, so that a crowd from one address shuts nobody else out, and neighbours behind one
// address are not limited while there is room. One thread at a time.
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>

namespace temsao::http {

// What a connection is about; the first is given up first.
enum class Step {
    waiting, // for a request, or for the rest of its header
    moving,  // a body comes in, or an answer goes out
    working, // a worker has the request: never given up
};

class Places {
public:
    explicit Places(std::size_t most) : most_(most) {}

    // Takes a place; `close` gives it up, and must lead to leave(). Where all are taken, closes another connection
    // first: of the client with the most, the one longest at its step. 0: all are at work, so no place is free.
    std::uint64_t enter(const std::string& client, std::function<void()> close);
    void at(std::uint64_t place, Step step);
    void leave(std::uint64_t place);

    std::size_t taken() const { return places_.size(); }

    std::size_t taken_by(const std::string& client) const;
    // Closes those that wait for a request, for the end of the server.
    void close_waiting();

private:
    struct Order { // in which a client's connections are given up
        Step step = Step::waiting;
        std::uint64_t since = 0; // counts the steps of all connections
        std::uint64_t place = 0;
        auto operator<=>(const Order&) const = default;
    };

    struct Place {
        std::string client;
        Order order;
        std::function<void()> close;
    };

    bool give_up_one();

    std::size_t most_;
    std::uint64_t count_ = 0;
    std::map<std::uint64_t, Place> places_;
    std::map<std::string, std::set<Order>> held_; // by client
};

} // namespace temsao::http
