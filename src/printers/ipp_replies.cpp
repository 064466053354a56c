#include "printers/ipp_replies.h"

#include "base/pieces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace temsao::printers {
namespace {

// RFC 8010 section 3.5: the tags that are looked at.
enum Tag : std::uint8_t {
    job_group = 0x02,
    end_of_attributes = 0x03,
    printer_group = 0x04,
    first_value = 0x10,
    integer = 0x21,
    boolean = 0x22,
    enumeration = 0x23,
    resolution = 0x32,
    range = 0x33,
    begin_collection = 0x34,
    end_collection = 0x37,
    name_without_language = 0x42,
    keyword = 0x44,
    mime_type = 0x49,
    member_name = 0x4A,
};

constexpr std::size_t head_bytes = 8, deepest = 4, longest_name = 255, most_values = 4000;

std::uint32_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t number = 0;
    for (const auto byte : bytes.substr(at, size))
        number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

// A length of two bytes and as many bytes, taken off the front; nothing when they are not there.
std::optional<std::string_view> take_counted(std::string_view& left) {
    if (left.size() < 2) return {};
    const auto size = number_at(left, 0, 2);
    if (left.size() - 2 < size) return {};
    const auto piece = left.substr(2, size);
    left.remove_prefix(2 + size);
    return piece;
}

// A value with the names that lead to it: "media-size-supported/x-dimension".
struct Value {
    std::string path;
    std::uint8_t group, tag;
    std::string_view bytes;

    std::optional<std::int32_t> as_number(std::uint8_t wanted) const {
        if (tag != wanted || bytes.size() != 4) return {};
        return static_cast<std::int32_t>(number_at(bytes, 0, 4));
    }
};

// A reply taken apart; nothing when it is not well formed.
class Reply {
public:
    static std::optional<Reply> read(std::string_view bytes, std::int32_t request, std::size_t longest) {
        Reply reply;
        if (bytes.size() < head_bytes + 1 || bytes.size() > longest) return {};
        const auto major = number_at(bytes, 0, 1);
        if (major < 1 || major > 2 || number_at(bytes, 4, 4) != static_cast<std::uint32_t>(request)) return {};
        reply.status_ = number_at(bytes, 2, 2);
        return reply.take_all(bytes.substr(head_bytes)) ? std::optional(std::move(reply)) : std::nullopt;
    }

    std::uint32_t status() const { return status_; }

    bool is_done() const { return status_ < 0x100; }

    // All values of an attribute of the printer or the job.
    std::vector<const Value*> all(std::string_view path) const {
        std::vector<const Value*> found;
        for (const auto& value : values_)
            if (value.path == path && (value.group == job_group || value.group == printer_group))
                found.push_back(&value);
        return found;
    }

    // The one value of an attribute; nothing when there are several, in whatever way.
    const Value* one(std::string_view path) const {
        const auto found = all(path);
        return found.size() == 1 ? found.front() : nullptr;
    }

    std::optional<std::int32_t> number(std::string_view path, std::uint8_t tag) const {
        const auto* value = one(path);
        return value ? value->as_number(tag) : std::nullopt;
    }

    bool has(std::string_view path, std::uint8_t tag, std::string_view text) const {
        const auto values = all(path);
        return std::any_of(
            values.begin(), values.end(), [&](const auto* value) { return value->tag == tag && value->bytes == text; });
    }

private:
    bool take_all(std::string_view left) {
        std::uint8_t group = 0;
        std::vector<std::string> names; // of the attribute, and of the members that it is within
        std::string member;
        while (!left.empty()) {
            const auto tag = static_cast<std::uint8_t>(left.front());
            left.remove_prefix(1);
            if (tag == end_of_attributes) return names.size() <= 1 && left.empty();
            if (tag < first_value) {
                if (names.size() > 1) return false;
                group = tag;
                names.clear();
                continue;
            }
            const auto name = take_counted(left);
            const auto bytes = name ? take_counted(left) : std::nullopt;
            if (!bytes || name->size() > longest_name || values_.size() >= most_values) return false;
            if (!take_value(tag, group, *name, *bytes, names)) return false;
        }
        return false; // cut
    }

    // `names`: of the attribute, then of each collection's member that is being told.
    bool take_value(std::uint8_t tag,
                    std::uint8_t group,
                    std::string_view name,
                    std::string_view bytes,
                    std::vector<std::string>& names) {
        const bool is_inside = names.size() > 1;
        if (!name.empty()) {
            if (is_inside) return false;
            names.assign(1, std::string(name));
        } else if (names.empty()) {
            return false;
        }
        if (tag == member_name) {
            if (!is_inside || bytes.empty() || bytes.size() > longest_name) return false;
            names.back() = bytes;
        } else if (tag == begin_collection) {
            if (names.size() > deepest) return false;
            names.emplace_back();
        } else if (tag == end_collection) {
            if (!is_inside) return false;
            names.pop_back();
        } else {
            std::string path;
            for (const auto& one : names)
                path += (path.empty() ? "" : "/") + one;
            values_.push_back({std::move(path), group, tag, bytes});
        }
        return true;
    }

    std::uint32_t status_ = 0;
    std::vector<Value> values_;
};

struct Reason {
    std::string_view keyword;
    Trouble trouble;
};

// RFC 8011 section 5.4.12, PWG 5100.9; the first that holds is told.
constexpr std::array reasons{
    Reason{"media-jam", Trouble::jam},
    Reason{"cover-open", Trouble::cover_open},
    Reason{"door-open", Trouble::cover_open},
    Reason{"interlock-open", Trouble::cover_open},
    Reason{"media-empty", Trouble::paper_out},
    Reason{"media-needed", Trouble::paper_out},
    Reason{"input-tray-missing", Trouble::paper_out},
    Reason{"toner-empty", Trouble::ink_out},
    Reason{"marker-supply-empty", Trouble::ink_out},
    Reason{"marker-supply-missing", Trouble::ink_out},
    Reason{"developer-empty", Trouble::ink_out},
    Reason{"paused", Trouble::paused},
    Reason{"moving-to-paused", Trouble::paused},
};

enum class Level { report, warning, error };

// Without a suffix "all parties MUST assume that the reason is an error" (RFC 8011 section 5.4.12).
Level take_level(std::string_view& keyword) {
    constexpr std::array<std::pair<std::string_view, Level>, 3> suffixes{
        {{"-report", Level::report}, {"-warning", Level::warning}, {"-error", Level::error}}};
    for (const auto& [suffix, level] : suffixes)
        if (keyword.ends_with(suffix)) {
            keyword.remove_suffix(suffix.size());
            return level;
        }
    return Level::error;
}

// Supplies that come to their end, and what cupsd notes: nothing that touches a page.
bool is_harmless(std::string_view keyword) {
    return keyword == "none" || keyword.ends_with("-low") || keyword.ends_with("-almost-full") ||
           keyword.ends_with("-almost-empty") || keyword.ends_with("-near-eol") || keyword.starts_with("cups-");
}

Trouble trouble_of(std::string_view keyword) {
    const auto* found =
        std::find_if(reasons.begin(), reasons.end(), [&](const auto& one) { return one.keyword == keyword; });
    return found == reasons.end() ? Trouble::other : found->trouble;
}

// The one that is higher in the table, so that what is told does not hang on the order of the reply.
Trouble worse(Trouble one, Trouble other) {
    const auto rank = [](Trouble trouble) {
        const auto* found =
            std::find_if(reasons.begin(), reasons.end(), [&](const auto& row) { return row.trouble == trouble; });
        return trouble == Trouble::none ? std::ssize(reasons) + 1 : found - reasons.begin();
    };
    return rank(other) < rank(one) ? other : one;
}

void add_reason(IppState& said, std::string_view keyword, bool is_stopped) {
    const bool has_level = keyword.ends_with("-error");
    const auto level = take_level(keyword);
    if (level == Level::report || is_harmless(keyword)) return;
    const auto trouble = trouble_of(keyword);
    // A jam and an open cover are never one tray's of several. A word that we do not know and that has no level does
    // not stop a printer that says that it goes on.
    const bool is_open_or_jammed = trouble == Trouble::jam || trouble == Trouble::cover_open;
    const bool is_error = level == Level::error && (trouble != Trouble::other || has_level || is_stopped);
    auto& told = is_error || is_open_or_jammed ? said.state.trouble : said.warning;
    told = worse(told, trouble);
}

std::optional<JobStep> step_of(std::int32_t state) {
    constexpr std::array steps{JobStep::waits,    // 3 pending
                               JobStep::waits,    // 4 pending-held
                               JobStep::prints,   // 5 processing
                               JobStep::stopped,  // 6 processing-stopped
                               JobStep::canceled, // 7
                               JobStep::aborted,  // 8
                               JobStep::completed};
    if (state < 3 || state > 9) return {};
    return steps[static_cast<std::size_t>(state - 3)];
}

// A side of a paper: a number, or a range of custom sizes.
std::optional<std::pair<std::int32_t, std::int32_t>> side(const Value& value) {
    if (const auto number = value.as_number(integer)) return std::pair(*number, *number);
    if (value.tag != range || value.bytes.size() != 8) return {};
    return std::pair(static_cast<std::int32_t>(number_at(value.bytes, 0, 4)),
                     static_cast<std::int32_t>(number_at(value.bytes, 4, 4)));
}

std::optional<int> dpi_of(const Value* value) {
    constexpr std::uint32_t dots_an_inch = 3;
    constexpr int least = 72, most = 2400;
    if (!value || value->tag != resolution || value->bytes.size() != 9) return {};
    const auto across = number_at(value->bytes, 0, 4), down = number_at(value->bytes, 4, 4);
    if (across != down || number_at(value->bytes, 8, 1) != dots_an_inch || across < least || across > most) return {};
    return static_cast<int>(across);
}

void read_raster(const Reply& reply, IppFacts& facts) {
    facts.takes_raster = reply.has("document-format-supported", mime_type, "image/pwg-raster");
    facts.has_colour_raster = reply.has("pwg-raster-document-type-supported", keyword, "srgb_8");
    facts.has_grey_raster = reply.has("pwg-raster-document-type-supported", keyword, "sgray_8");
    for (const auto* value : reply.all("pwg-raster-document-resolution-supported"))
        if (const auto dpi = dpi_of(value)) facts.raster_dpis.push_back(*dpi);
    std::sort(facts.raster_dpis.begin(), facts.raster_dpis.end());
}

// RFC 8011 section 5.4.15: the operations, by number.
bool has_operations(const Reply& reply) {
    constexpr std::array wanted{0x0005, 0x0006, 0x0008, 0x0009};
    std::vector<std::int32_t> known;
    for (const auto* value : reply.all("operations-supported"))
        if (const auto number = value->as_number(enumeration)) known.push_back(*number);
    return std::all_of(wanted.begin(), wanted.end(), [&](int operation) {
        return std::find(known.begin(), known.end(), operation) != known.end();
    });
}

} // namespace

std::optional<IppState> read_ipp_state(std::string_view bytes, std::int32_t request) {
    constexpr int idle = 3, stopped = 5;
    const auto reply = Reply::read(bytes, request, longest_ipp_state);
    if (!reply || !reply->is_done()) return {};
    const auto state = reply->number("printer-state", enumeration);
    const auto reasons_told = reply->all("printer-state-reasons");
    if (!state || *state < idle || *state > stopped || reasons_told.empty()) return {};
    IppState said;
    for (const auto* reason : reasons_told) {
        if (reason->tag != keyword) return {};
        add_reason(said, reason->bytes, *state == stopped);
    }
    const auto* accepts = reply->one("printer-is-accepting-jobs");
    const bool refuses = accepts && accepts->tag == boolean && accepts->bytes == std::string_view("\0", 1);
    if ((*state == stopped || refuses) && said.state.trouble == Trouble::none)
        said.state.trouble = said.warning == Trouble::none ? Trouble::other : said.warning;
    said.state.is_busy = *state != idle;
    return said;
}

std::optional<IppJob> read_ipp_job(std::string_view bytes, std::int32_t request, std::string_view job_name) {
    const auto reply = Reply::read(bytes, request, longest_ipp_state);
    if (!reply || !reply->is_done()) return {};
    const auto* named = reply->one("job-name");
    const auto state = reply->number("job-state", enumeration);
    const auto step = state ? step_of(*state) : std::nullopt;
    if (!step || !named || named->tag != name_without_language || named->bytes != job_name) return {};
    IppJob job{*step, {}};
    const auto counts = reply->all("job-impressions-completed");
    if (counts.size() > 1) return {};
    if (!counts.empty()) job.impressions = counts.front()->as_number(integer);
    for (const auto* reason : reply->all("job-state-reasons"))
        for (const std::string_view doubt : {"job-completed-with-errors",
                                             "job-completed-with-warnings",
                                             "queued-in-device",
                                             "document-format-error",
                                             "document-unprintable-error",
                                             "aborted-by-system"})
            job.is_doubtful |= reason->bytes == doubt;
    return job;
}

std::optional<CreatedJob> read_ipp_created(std::string_view bytes, std::int32_t request) {
    constexpr std::uint32_t busy = 0x0507, error_statuses = 0x0400;
    const auto reply = Reply::read(bytes, request, longest_ipp_state);
    if (!reply) return {};
    if (reply->status() == busy) return CreatedJob{Created::busy};
    if (reply->status() >= error_statuses) return CreatedJob{Created::refused};
    const auto id = reply->number("job-id", integer);
    if (!reply->is_done() || !id || *id < 1) return {};
    return CreatedJob{Created::yes, *id};
}

bool is_ipp_done(std::string_view bytes, std::int32_t request) {
    const auto reply = Reply::read(bytes, request, longest_ipp_state);
    return reply && reply->is_done();
}

std::optional<IppFacts> read_ipp_facts(std::string_view bytes, std::int32_t request) {
    const auto reply = Reply::read(bytes, request, longest_ipp_facts);
    if (!reply || !reply->is_done()) return {};
    IppFacts facts;
    facts.takes_pdf = reply->has("document-format-supported", mime_type, "application/pdf");
    facts.makes_jobs = has_operations(*reply);
    facts.never_scales = reply->has("print-scaling-supported", keyword, "none");
    facts.is_queue = !reply->all("cups-version").empty();
    facts.dpi = dpi_of(reply->one("printer-resolution-default"));
    read_raster(*reply, facts);
    const auto widths = reply->all("media-size-supported/x-dimension");
    const auto heights = reply->all("media-size-supported/y-dimension");
    for (std::size_t i = 0; i < std::min(widths.size(), heights.size()); ++i) {
        const auto width = side(*widths[i]), height = side(*heights[i]);
        if (width && height) facts.papers.push_back({width->first, width->second, height->first, height->second});
    }
    const auto width = reply->number("media-col-default/media-size/x-dimension", integer);
    const auto height = reply->number("media-col-default/media-size/y-dimension", integer);
    if (width && height && *width > 0 && *height > 0) facts.loaded = SizeMm{{*width / 100.0}, {*height / 100.0}};
    return facts;
}

std::optional<Pages> IppFacts::best_pages() const {
    if (takes_pdf) return Pages::pdf;
    if (!takes_raster || raster_dpis.empty()) return {};
    if (has_colour_raster) return Pages::colour_raster;
    return has_grey_raster ? std::optional(Pages::grey_raster) : std::nullopt;
}

bool IppFacts::has_paper(SizeMm size) const {
    constexpr int slack = 5; // hundredths of a millimetre; no two papers differ by so little
    const auto width = std::lround(size.width.value * 100), height = std::lround(size.height.value * 100);
    return std::any_of(papers.begin(), papers.end(), [&](const PaperRange& paper) {
        return width >= paper.least_width - slack && width <= paper.most_width + slack &&
               height >= paper.least_height - slack && height <= paper.most_height + slack;
    });
}

} // namespace temsao::printers
