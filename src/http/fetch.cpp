#include "http/fetch.h"

#include "base/text.h"

#include <curl/curl.h>
#include <memory>
#include <mutex>

namespace temsao::http {
namespace {

constexpr auto connect_patience = std::chrono::seconds(5);

struct Sink {
    std::string bytes;
    std::size_t most;
    bool is_full = false;
};

std::size_t take(char* data, std::size_t size, std::size_t count, void* at) {
    auto& sink = *static_cast<Sink*>(at);
    if (size * count > sink.most - sink.bytes.size()) {
        sink.is_full = true;
        return 0; // ends the transfer
    }
    sink.bytes.append(data, size * count);
    return size * count;
}

struct Closer {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }

    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

} // namespace

Result<Fetched> fetch(const Errand& errand) {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const std::unique_ptr<CURL, Closer> easy(curl_easy_init());
    const std::unique_ptr<curl_slist, Closer> headers(
        curl_slist_append(nullptr, "Content-Type: text/plain; charset=utf-8"));
    if (!easy || !headers) return error(Cause::io, "fetch.failed", {make_line(errand.url), "memory"});
    Sink sink{{}, errand.most_bytes};
    char why[CURL_ERROR_SIZE] = "";
    const auto milliseconds = [](auto time) {
        return static_cast<long>(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
    };
    curl_easy_setopt(easy.get(), CURLOPT_URL, errand.url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, milliseconds(errand.patience));
    curl_easy_setopt(easy.get(), CURLOPT_CONNECTTIMEOUT_MS, milliseconds(std::min(errand.patience, connect_patience)));
    curl_easy_setopt(easy.get(), CURLOPT_USERAGENT, "temsao");
    curl_easy_setopt(easy.get(), CURLOPT_ERRORBUFFER, why);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(easy.get(), CURLOPT_WRITEDATA, &sink);
    if (!errand.body.empty()) {
        curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, headers.get());
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(errand.body.size()));
        curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, errand.body.data());
    }
    const auto ended = curl_easy_perform(easy.get());
    if (sink.is_full)
        return error(Cause::io, "fetch.too_large", {make_line(errand.url), std::to_string(errand.most_bytes)});
    if (ended != CURLE_OK)
        return error(
            Cause::io, "fetch.failed", {make_line(errand.url), make_line(why[0] ? why : curl_easy_strerror(ended))});
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    return Fetched{static_cast<int>(status), std::move(sink.bytes)};
}

} // namespace temsao::http
