#pragma once
// Address -> bytes to a printer and back. No call waits longer than it is told to. An object is used by one thread.
#include "printers/address.h"

#include <chrono>
#include <functional>
#include <string_view>
#include <utility>

namespace temsao::printers {

using Patience = std::chrono::milliseconds;

class Link {
public:
    // A device is opened for this process alone. Errors (Cause::io): printer.no_answer {address, why},
    // printer.in_use {address}.
    static Result<Link> open(const Address& address, Patience patience);

    Link(Link&& other) noexcept
        : address_(std::move(other.address_)),
          descriptor_(std::exchange(other.descriptor_, -1)) {}

    Link& operator=(Link&& other) noexcept;
    ~Link();

    // False when the printer is gone, or took no byte for so long. Bytes that were taken may lie in buffers on the way,
    // so this tells nothing of what was printed.
    bool send(std::string_view bytes, Patience patience);

    // Waits until the other side has taken all that was sent, for so long at most; an early end loses it.
    void drain(Patience patience);

    // What the printer says until `is_whole` holds, for so long at most, and at most 4,096 bytes. What it said before,
    // and nobody asked for, is dropped by forget().
    std::string hear(Patience patience, const std::function<bool(std::string_view)>& is_whole);
    void forget();

    bool is_gone() const { return descriptor_ < 0; }

private:
    Link(Address address, int descriptor) : address_(std::move(address)), descriptor_(descriptor) {}

    void close();
    bool wait_for(short events, Patience patience) const;

    Address address_;
    int descriptor_;
};

} // namespace temsao::printers
