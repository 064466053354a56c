#pragma once
// An office printer that is spoken to by IPP (RFC 8010, RFC 8011, IPP Everywhere: PWG 5100.14): jobs of a few pages go
// to it, and it tells how far each is. Only what we send is asked for: no discovery, no redirects, no passwords, no
// drivers, and no other address than the one that is given. An object is used by one thread.
#include "printers/ipp_replies.h"
#include "printers/printer.h"

#include <memory>

namespace temsao::printers {

// Office printers warm up, and clean their heads, before a page comes out.
inline constexpr Pace ipp_pace{Patience(3000), Patience(5000), Patience(90'000), Patience(250), 0};

// The printer's certificate as it was when the printer was added: SHA-256 of its DER form, in small hexadecimal digits.
// Printers make their certificates themselves, so no authority vouches for one: it is taken once, and must stay.
using Fingerprint = std::string;

class IppPrinter {
public:
    // Connects. `known`: with ipps: only a printer with this certificate is spoken to; empty: any, for adding it.
    // Errors (Cause::io): printer.no_answer {address, why}; printer.other_certificate {address} (Cause::refused).
    static Result<IppPrinter> open(const Address& address, const Fingerprint& known, const Pace& pace);

    IppPrinter(IppPrinter&&) noexcept;
    IppPrinter& operator=(IppPrinter&&) noexcept;
    ~IppPrinter();

    const Fingerprint& certificate() const; // empty with ipp:

    // Each asks once, and connects again where the connection was closed. Nothing: no answer, or not such a one.
    std::optional<IppFacts> facts();
    std::optional<IppState> ipp_state();
    std::optional<State> state(); // of ipp_state()

    // A job for pages of this size, without a page so far: one side, one copy, not scaled. `refuses_others`: it is told
    // to refuse rather than to print otherwise (ipp-attribute-fidelity), which it can where it knows print-scaling.
    std::optional<CreatedJob> create_job(SizeMm paper, bool refuses_others);

    // The pages of the job; false when it is not known to have come. Waits as long as bytes are taken.
    bool send_document(std::int32_t job, Pages kind, std::string_view document);

    std::optional<IppJob> job(std::int32_t job);
    bool cancel(std::int32_t job); // no page that has not begun comes out, if the printer heard it

    const Pace& pace() const;

private:
    class Connection;
    explicit IppPrinter(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> connection_;
};

} // namespace temsao::printers
