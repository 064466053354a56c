#include "printers/link.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <netdb.h>
#include <poll.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace temsao::printers {
namespace {

constexpr std::size_t longest_answer = 4096;
constexpr int send_buffer = 16 << 10; // small, so that what the printer took is near to what it printed

Error no_answer(const Address& address, int why) {
    return error(Cause::io, "printer.no_answer", {address.text(), std::strerror(why)});
}

} // namespace

Result<Link> Link::open(const Address& address, Patience patience) {
    if (address.is_device()) {
        const int descriptor = ::open(address.device.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
        if (descriptor < 0)
            return errno == EBUSY ? error(Cause::io, "printer.in_use", {address.text()}) : no_answer(address, errno);
        Link link(address, descriptor);
        if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) return error(Cause::io, "printer.in_use", {address.text()});
        return Result<Link>(std::move(link));
    }
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV | AI_NUMERICHOST; // the name was resolved when the printer was added
    addrinfo* found = nullptr;
    if (getaddrinfo(address.host.c_str(), std::to_string(address.port).c_str(), &hints, &found) != 0 || !found)
        return error(Cause::missing, "printer.not_found", {address.host});
    const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> all(found, freeaddrinfo);
    Link link(address, ::socket(found->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (link.is_gone()) return no_answer(address, errno);
    setsockopt(link.descriptor_, SOL_SOCKET, SO_SNDBUF, &send_buffer, sizeof send_buffer);
    if (::connect(link.descriptor_, found->ai_addr, found->ai_addrlen) != 0) {
        if (errno != EINPROGRESS) return no_answer(address, errno);
        if (!link.wait_for(POLLOUT, patience)) return no_answer(address, ETIMEDOUT);
        int why = 0;
        socklen_t size = sizeof why;
        getsockopt(link.descriptor_, SOL_SOCKET, SO_ERROR, &why, &size);
        if (why != 0) return no_answer(address, why);
    }
    return Result<Link>(std::move(link));
}

Link& Link::operator=(Link&& other) noexcept {
    close();
    address_ = std::move(other.address_);
    descriptor_ = std::exchange(other.descriptor_, -1);
    return *this;
}

Link::~Link() {
    close();
}

void Link::close() {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

bool Link::wait_for(short events, Patience patience) const {
    pollfd one{descriptor_, events, 0};
    return ::poll(&one, 1, static_cast<int>(patience.count())) > 0;
}

bool Link::send(std::string_view bytes, Patience patience) {
    while (!bytes.empty() && !is_gone()) {
        const auto taken = address_.is_device() ? ::write(descriptor_, bytes.data(), bytes.size())
                                                : ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (taken > 0) {
            bytes.remove_prefix(static_cast<std::size_t>(taken));
        } else if (taken < 0 && errno == EINTR) {
            continue;
        } else if (taken < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (!wait_for(POLLOUT, patience)) return false;
        } else {
            close();
        }
    }
    return bytes.empty() && !is_gone();
}

void Link::drain(Patience patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (int waiting = 0; !is_gone() && std::chrono::steady_clock::now() < end;) {
        if (ioctl(descriptor_, TIOCOUTQ, &waiting) != 0 || waiting == 0) return;
        std::this_thread::sleep_for(Patience(10));
    }
}

std::string Link::hear(Patience patience, const std::function<bool(std::string_view)>& is_whole) {
    std::string heard;
    std::array<char, 512> piece{};
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!is_gone() && heard.size() < longest_answer && !is_whole(heard)) {
        const auto left = std::chrono::ceil<Patience>(end - std::chrono::steady_clock::now());
        if (!wait_for(POLLIN, std::max(left, Patience(0)))) break;
        const auto size = ::read(descriptor_, piece.data(), std::min(piece.size(), longest_answer - heard.size()));
        if (size > 0) {
            heard.append(piece.data(), static_cast<std::size_t>(size));
        } else if (size < 0 && (errno == EINTR || errno == EAGAIN || errno == EWOULDBLOCK)) {
            continue;
        } else if (size == 0 && address_.is_device()) {
            break; // usblp: nothing to say
        } else {
            close();
        }
    }
    return heard;
}

void Link::forget() {
    hear(Patience(0), [](std::string_view) { return false; });
}

} // namespace temsao::printers
