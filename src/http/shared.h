#pragma once
// Inside `http`: what all connections of a listener share. On the listener's thread.
#include "http/answer_head.h"
#include "http/listener.h"
#include "http/loads.h"
#include "http/places.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <memory>

namespace temsao::http {

namespace asio = boost::asio;
using tcp = asio::ip::tcp;
using Code = boost::system::error_code;

// The header Date, which changes once a second.
class DayText {
public:
    const std::string& at(std::int64_t seconds) {
        if (seconds != seconds_ || text_.empty()) text_ = http_day(seconds);
        seconds_ = seconds;
        return text_;
    }

private:
    std::int64_t seconds_ = 0;
    std::string text_;
};

struct Shared {
    explicit Shared(const ListenerPlan& listener_plan)
        : plan(listener_plan),
          places(listener_plan.most_connections),
          loads(listener_plan.loads) {}

    const ListenerPlan& plan;
    Places places;
    Loads loads;
    bool is_closing = false;
    std::uint64_t open = 0; // connections
    std::function<void()> when_empty = {};
    std::uint64_t uploads = 0; // to name their files
    DayText day;
    asio::io_context waiting{1}; // ends first: connections that it still holds look at the rest
};

void count_connections(int change); // for open_connections()

} // namespace temsao::http
