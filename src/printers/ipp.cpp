// The adapter of libcups: its HTTP and TLS, and its encoding of requests. What comes back is read by ipp_replies.cpp,
// of which the bytes are counted first. Of libcups' own comfort nothing is used: it would follow redirects, ask for
// passwords, and read an answer of any length.
#include "printers/ipp.h"

#include "base/thread_annotations.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cups/cups.h>
#include <random>
#include <sys/socket.h>
#include <thread>

namespace temsao::printers {
namespace {

constexpr auto user_name = "temsao";

struct Closer {
    void operator()(http_t* http) const { httpClose(http); }

    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};

using Http = std::unique_ptr<http_t, Closer>;
using Request = std::unique_ptr<ipp_t, Closer>;

// Ends an exchange that lasts too long. libcups waits again for each piece, so a printer that sends a byte now and then
// would hold us for ever; a closed socket ends whatever it waits for.
class Deadline {
public:
    Deadline(int socket, Patience patience)
        : socket_(socket),
          patience_(patience),
          end_(std::chrono::steady_clock::now() + patience),
          thread_([this] { watch(); }) {}

    Deadline(const Deadline&) = delete;
    Deadline& operator=(const Deadline&) = delete;

    ~Deadline() {
        {
            const Lock lock(mutex_);
            is_over_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

    void moved() {
        const Lock lock(mutex_);
        end_ = std::chrono::steady_clock::now() + patience_;
    }

private:
    void watch() {
        Lock lock(mutex_);
        while (!is_over_ && std::chrono::steady_clock::now() < end_)
            lock.wait_until(wake_, end_);
        if (!is_over_) ::shutdown(socket_, SHUT_RDWR);
    }

    const int socket_;
    const Patience patience_;
    Mutex mutex_;
    std::condition_variable wake_;
    std::chrono::steady_clock::time_point end_ GUARDED_BY(mutex_);
    bool is_over_ GUARDED_BY(mutex_) = false;
    std::thread thread_; // last: it uses the others
};

ssize_t append_to(void* context, ipp_uchar_t* bytes, std::size_t size) {
    static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(bytes), size);
    return static_cast<ssize_t>(size);
}

std::string bytes_of(const Request& request) {
    std::string bytes;
    ippWriteIO(&bytes, append_to, 1, nullptr, request.get());
    return bytes;
}

void add_text(const Request& request, ipp_tag_t group, ipp_tag_t kind, const char* name, const char* value) {
    ippAddString(request.get(), group, kind, name, nullptr, value);
}

template <std::size_t size>
void add_wanted(const Request& request, const std::array<const char*, size>& wanted) {
    ippAddStrings(request.get(),
                  IPP_TAG_OPERATION,
                  IPP_TAG_KEYWORD,
                  "requested-attributes",
                  static_cast<int>(size),
                  nullptr,
                  wanted.data());
}

// No other job has it, so that an answer is about the job that was asked for.
std::string new_job_name() {
    std::random_device dice;
    std::string name = "Tem Sao ";
    for (int i = 0; i < 12; ++i)
        name += static_cast<char>('a' + dice() % 26);
    return name;
}

Fingerprint fingerprint_of(http_t* http) {
    cups_array_t* chain = nullptr;
    if (httpCopyCredentials(http, &chain) != 0 || !chain) return {};
    Fingerprint digits;
    if (const auto* own = static_cast<http_credential_t*>(cupsArrayFirst(chain))) {
        std::array<unsigned char, 32> hash{};
        std::array<char, 2 * hash.size() + 1> text{};
        if (cupsHashData("sha2-256", own->data, own->datalen, hash.data(), hash.size()) ==
            static_cast<ssize_t>(hash.size()))
            digits = cupsHashString(hash.data(), hash.size(), text.data(), text.size());
    }
    httpFreeCredentials(chain);
    return digits;
}

// Hundredths of a millimetre, as media-size has them (PWG 5100.7 section 6.3.1.10).
int hundredths(Mm length) {
    return static_cast<int>(std::lround(length.value * 100));
}

} // namespace

class IppPrinter::Connection {
public:
    Connection(Address address, Fingerprint known, const Pace& pace)
        : address_(std::move(address)),
          certificate_(std::move(known)),
          pace_(pace) {}

    // Connected, or why not.
    Outcome open() {
        http_.reset(httpConnect2(address_.host.c_str(),
                                 address_.port,
                                 nullptr,
                                 AF_UNSPEC,
                                 address_.has_tls ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_NEVER,
                                 1,
                                 static_cast<int>(pace_.connect.count()),
                                 nullptr));
        if (!http_) {
            // libcups does not tell why; the plain connection does, unless TLS was the reason.
            TRY(Link::open({address_.host, address_.port}, pace_.connect));
            return error(Cause::io, "printer.no_answer", {address_.text(), "TLS"});
        }
        if (!address_.has_tls) return done;
        const auto shown = fingerprint_of(http_.get());
        if (shown.empty() || (!certificate_.empty() && shown != certificate_)) {
            http_.reset();
            return error(Cause::refused, "printer.other_certificate", {address_.text()});
        }
        certificate_ = shown;
        return done;
    }

    Request request(ipp_op_t operation) {
        Request request(ippNewRequest(operation)); // with charset and language, which come first
        ippSetRequestId(request.get(), ++last_request_);
        const auto uri = address_.text();
        add_text(request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", uri.c_str());
        return request;
    }

    Request job_request(ipp_op_t operation, std::int32_t job) {
        auto about = request(operation);
        ippAddInteger(about.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
        add_text(about, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", user_name);
        return about;
    }

    // The body of the answer; empty when there was none, or a longer one.
    std::string ask(const Request& request, std::size_t longest, std::string_view document = {}) {
        const bool was_open = http_ != nullptr;
        if (!was_open && !open()) return {};
        const auto head = bytes_of(request);
        auto answer = exchange(head, document, longest);
        // A printer closes a connection that was idle for a while. What holds a document is never sent twice.
        if (answer.empty() && was_open && document.empty() && open()) answer = exchange(head, document, longest);
        return answer;
    }

    std::int32_t last_request() const { return last_request_; }

    const Pace& pace() const { return pace_; }

    const Fingerprint& certificate() const { return certificate_; }

    std::string job_name; // of the last job that was made

private:
    std::string exchange(const std::string& head, std::string_view document, std::size_t longest) {
        Deadline deadline(httpGetFd(http_.get()), document.empty() ? pace_.answer : pace_.stall);
        httpClearFields(http_.get());
        httpSetField(http_.get(), HTTP_FIELD_CONTENT_TYPE, "application/ipp");
        httpSetLength(http_.get(), head.size() + document.size());
        std::string answer;
        if (httpPost(http_.get(), address_.ipp_path.c_str()) == 0 && write(head, deadline) &&
            write(document, deadline) && httpFlushWrite(http_.get()) >= 0)
            answer = read(longest);
        if (answer.empty()) http_.reset(); // what else it says belongs to no question
        return answer;
    }

    bool write(std::string_view bytes, Deadline& deadline) {
        constexpr std::size_t piece = 16 << 10;
        while (!bytes.empty()) {
            const auto next = bytes.substr(0, piece);
            if (httpWrite2(http_.get(), next.data(), next.size()) != static_cast<ssize_t>(next.size())) return false;
            bytes.remove_prefix(next.size());
            deadline.moved();
        }
        return true;
    }

    std::string read(std::size_t longest) {
        auto status = HTTP_STATUS_CONTINUE;
        while (status == HTTP_STATUS_CONTINUE)
            status = httpUpdate(http_.get());
        if (status != HTTP_STATUS_OK) return {}; // also a redirect, a question for a password
        std::string answer;
        std::array<char, 4096> piece{};
        while (answer.size() <= longest) {
            const auto size = httpRead2(http_.get(), piece.data(), piece.size());
            if (size < 0) return {};
            if (size == 0) return answer;
            answer.append(piece.data(), static_cast<std::size_t>(size));
        }
        return {};
    }

    Address address_;
    Fingerprint certificate_;
    Pace pace_;
    Http http_;
    std::int32_t last_request_ = 0;
};

IppPrinter::IppPrinter(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}

IppPrinter::IppPrinter(IppPrinter&&) noexcept = default;
IppPrinter& IppPrinter::operator=(IppPrinter&&) noexcept = default;
IppPrinter::~IppPrinter() = default;

Result<IppPrinter> IppPrinter::open(const Address& address, const Fingerprint& known, const Pace& pace) {
    auto connection = std::make_unique<Connection>(address, known, pace);
    TRY(connection->open());
    return Result<IppPrinter>(IppPrinter(std::move(connection)));
}

const Fingerprint& IppPrinter::certificate() const {
    return connection_->certificate();
}

const Pace& IppPrinter::pace() const {
    return connection_->pace();
}

std::optional<IppFacts> IppPrinter::facts() {
    constexpr std::array wanted{"document-format-supported",
                                "operations-supported",
                                "print-scaling-supported",
                                "cups-version",
                                "printer-resolution-default",
                                "pwg-raster-document-type-supported",
                                "pwg-raster-document-resolution-supported",
                                "media-size-supported",
                                "media-col-default"};
    const auto request = connection_->request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    add_wanted(request, wanted);
    return read_ipp_facts(connection_->ask(request, longest_ipp_facts), connection_->last_request());
}

std::optional<IppState> IppPrinter::ipp_state() {
    constexpr std::array wanted{"printer-state", "printer-state-reasons", "printer-is-accepting-jobs"};
    const auto request = connection_->request(IPP_OP_GET_PRINTER_ATTRIBUTES);
    add_wanted(request, wanted);
    return read_ipp_state(connection_->ask(request, longest_ipp_state), connection_->last_request());
}

std::optional<State> IppPrinter::state() {
    const auto said = ipp_state();
    return said ? std::optional(said->state) : std::nullopt;
}

std::optional<CreatedJob> IppPrinter::create_job(SizeMm paper, bool refuses_others) {
    connection_->job_name = new_job_name();
    const auto request = connection_->request(IPP_OP_CREATE_JOB);
    add_text(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", user_name);
    add_text(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", connection_->job_name.c_str());
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "ipp-attribute-fidelity", refuses_others);
    ippAddInteger(request.get(), IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
    add_text(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", "one-sided");
    add_text(request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", "none"); // PWG 5100.13 section 5.2.11
    const Request size(ippNew()), media(ippNew());
    ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", hundredths(paper.width));
    ippAddInteger(size.get(), IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", hundredths(paper.height));
    ippAddCollection(media.get(), IPP_TAG_ZERO, "media-size", size.get());
    ippAddCollection(request.get(), IPP_TAG_JOB, "media-col", media.get());
    return read_ipp_created(connection_->ask(request, longest_ipp_state), connection_->last_request());
}

bool IppPrinter::send_document(std::int32_t job, Pages kind, std::string_view document) {
    const auto request = connection_->job_request(IPP_OP_SEND_DOCUMENT, job);
    add_text(request,
             IPP_TAG_OPERATION,
             IPP_TAG_MIMETYPE,
             "document-format",
             kind == Pages::pdf ? "application/pdf" : "image/pwg-raster");
    ippAddBoolean(request.get(), IPP_TAG_OPERATION, "last-document", 1);
    return is_ipp_done(connection_->ask(request, longest_ipp_state, document), connection_->last_request());
}

std::optional<IppJob> IppPrinter::job(std::int32_t job) {
    constexpr std::array wanted{"job-state", "job-state-reasons", "job-name", "job-impressions-completed"};
    const auto request = connection_->job_request(IPP_OP_GET_JOB_ATTRIBUTES, job);
    add_wanted(request, wanted);
    return read_ipp_job(
        connection_->ask(request, longest_ipp_state), connection_->last_request(), connection_->job_name);
}

bool IppPrinter::cancel(std::int32_t job) {
    const auto request = connection_->job_request(IPP_OP_CANCEL_JOB, job);
    return is_ipp_done(connection_->ask(request, longest_ipp_state), connection_->last_request());
}

} // namespace temsao::printers
