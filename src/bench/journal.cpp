#include "bench/journal.h"

#include "base/coding.h"
#include "check/seen_json.h"
#include "job/version.h"
#include "system/file.h"
#include "trace/sodium.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace temsao::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_bytes = 1ull << 30;

job::Json first_line(const LookPlan& plan) {
    return {{"journal", 2},
            {"tool", std::string("temsao ") + job::version},
            {"effort", static_cast<int>(plan.effort)},
            {"thumbnails", plan.thumbnails},
            {"crops", plan.crops},
            {"print", plan.print}};
}

// Path, size and time of change; empty when there is no such file.
std::string photo_identity(const fs::path& file) {
    struct stat facts {};

    if (::stat(file.c_str(), &facts) != 0) return "";
    return file.string() + "\n" + std::to_string(facts.st_size) + "\n" + std::to_string(facts.st_mtim.tv_sec) + "." +
           std::to_string(facts.st_mtim.tv_nsec);
}

std::string decoded(const job::Json& json, const char* name) {
    return from_base64(json.at(name).get<std::string>()).value_or("");
}

// Our own numbers are small; larger ones do not fit an int on every machine. Thrown and caught in this file only.
struct NotOurs {};

int number(const job::Json& json, const char* name) {
    constexpr std::int64_t most = 1'000'000'000;
    const auto& value = json.at(name);
    if (!value.is_number_integer() || value > most || value < -most) throw NotOurs{};
    return value.get<int>();
}

job::Json to_json(const check::CheckedFile& seen) {
    job::Json labels = job::Json::array();
    for (const auto& label : seen.labels)
        labels.push_back(check::seen_json(label));
    return {{"page", seen.page},
            {"labels", labels},
            {"cpu_ms", seen.cpu_ms},
            {"passes", seen.passes},
            {"orientation", seen.exif_orientation},
            {"truncated", seen.is_truncated},
            {"width", seen.width},
            {"height", seen.height},
            {"sha256", base64(trace::sodium::text_of(seen.photo.sha256))},
            {"bytes", seen.photo.bytes},
            {"thumbnail_jpeg", base64(seen.thumbnail_jpeg)}};
}

check::CheckedFile file_of(const job::Json& json, const std::string& path) {
    check::CheckedFile seen;
    seen.file = path;
    seen.page = number(json, "page");
    for (const auto& one : json.at("labels")) {
        auto label = check::read_seen(one);
        if (!label) throw NotOurs{};
        seen.labels.push_back(*std::move(label));
    }
    seen.cpu_ms = json.at("cpu_ms");
    seen.passes = json.at("passes").get<std::vector<std::string>>();
    seen.exif_orientation = number(json, "orientation");
    seen.is_truncated = json.at("truncated");
    seen.width = number(json, "width");
    seen.height = number(json, "height");
    const auto digest = decoded(json, "sha256");
    if (digest.size() == seen.photo.sha256.size()) std::copy(digest.begin(), digest.end(), seen.photo.sha256.begin());
    seen.photo.bytes = static_cast<std::size_t>(std::max(0, number(json, "bytes")));
    seen.thumbnail_jpeg = decoded(json, "thumbnail_jpeg");
    return seen;
}

} // namespace

Result<std::unique_ptr<Journal>> Journal::open(const fs::path& path, const LookPlan& plan) {
    Lines done;
    const auto begin = job::dump(first_line(plan));
    std::string whole; // the lines that are complete
    if (const auto text = TRY(read_if_there(path, most_bytes))) {
        whole = text->substr(0, text->rfind('\n') == std::string::npos ? 0 : text->rfind('\n') + 1);
        if (!whole.empty() && !whole.starts_with(begin)) return error(Cause::refused, "journal.other", {path.string()});
    }
    std::size_t line = 1;
    for (auto at = std::min(begin.size(), whole.size()); at < whole.size(); ++line) {
        const auto end = whole.find('\n', at);
        auto text = whole.substr(at, end - at);
        const auto json = job::read_json(text);
        const auto file = json && json->is_object() ? json->value("file", job::Json()) : job::Json();
        const auto id = file.is_string() ? file.get<std::string>() : "";
        if (id.empty()) return error(Cause::data, "journal.form", {path.string(), std::to_string(line + 1)});
        done.insert_or_assign(id, std::move(text));
        at = end + 1;
    }
    if (whole.empty()) whole = begin;
    TRY(write_file(path, whole)); // without what was cut short
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    return std::unique_ptr<Journal>(new Journal(descriptor, std::move(done)));
}

Journal::~Journal() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::vector<check::CheckedFile>> Journal::find(const fs::path& file) const {
    const auto line = done_.find(photo_identity(file));
    if (line == done_.end()) return {};
    try {
        std::vector<check::CheckedFile> seen;
        const auto json = *job::read_json(line->second); // as when the journal was opened, or as add() wrote it
        for (const auto& one : json.at("seen"))
            seen.push_back(file_of(one, file.string()));
        return seen;
    } catch (const job::Json::exception&) { // not as we write it: then the photo is read again
        return {};
    } catch (const NotOurs&) {
        return {};
    }
}

void Journal::add(const fs::path& file, const std::vector<check::CheckedFile>& seen) {
    const auto id = photo_identity(file);
    job::Json json{{"file", id}, {"seen", job::Json::array()}};
    for (const auto& one : seen) {
        if (one.trouble) return; // to be tried again
        json["seen"].push_back(to_json(one));
    }
    if (id.empty()) return;
    const auto line = job::dump(json);
    const Lock lock(writing_);
    if (descriptor_ < 0) return;
    if (::write(descriptor_, line.data(), line.size()) != static_cast<ssize_t>(line.size())) {
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

} // namespace temsao::bench
