#include "app/options.h"

#include "app/shared_options.h"

namespace temsao::app {
namespace {

// The first words of all commands, in the order of help.
struct Group {
    std::string_view name, vi, en; // without texts: a command of one word
};

constexpr Group groups[] = {
    {"list", "Danh sách sản phẩm", "The product list"},
    {"label", "", ""},
    {"verify", "", ""},
    {"evidence", "Bằng chứng có ký", "Signed evidence"},
    {"grade", "", ""},
    {"picture", "", ""},
    {"trace", "Mã truy vết", "Trace codes"},
    {"account", "Tài khoản của máy chủ", "The server's accounts"},
    {"serve", "", ""},
    {"key", "Khóa ký và thu hồi", "Signing keys and revocations"},
    {"publish", "", ""},
    {"trust", "Danh sách đã ký đang dùng", "The signed list in use"},
    {"lot", "Sổ lô: từ nguyên liệu đến nơi nhận hàng", "The lot book: from the raw goods to whom they went"},
    {"log", "Nhật ký in", "The print log"},
    {"serial", "Số sê-ri", "Serial numbers"},
    {"checks", "Các lần kiểm tra đã ghi", "Recorded checks"},
    {"backup", "", ""},
    {"restore", "", ""},
    {"check", "", ""},
    {"template", "Mẫu tem", "Label templates"},
    {"brand", "Thương hiệu của chủ thể", "Producers' brands"},
    {"stock", "Giấy tem và máy in", "Sticker paper and printers"},
    {"printer", "Máy in tem", "Label printers"},
};

std::string_view first_word(std::string_view job) {
    return job.substr(0, job.find(' '));
}

} // namespace

const std::vector<Job>& jobs() {
    static const auto all = [] {
        std::vector<Job> ordered;
        for (const auto& group : groups)
            for (const auto* part :
                 {&office_commands(), &lot_commands(), &press_commands(), &bench_commands(), &server_commands()})
                for (const auto& job : *part)
                    if (first_word(job.name) == group.name) ordered.push_back(job);
        return ordered;
    }();
    return all;
}

const std::vector<Option>& global_options() {
    using enum Kind;
    using enum Place;
    using enum Need;
    // The rows stand in columns, as in the tables of the commands.
    // clang-format off
    static const std::vector<Option> table = {
        //name      kind     place  need      shown   text
        {"help",    flag,    named, optional, "",     "in phần trợ giúp này", "Print this help message and exit"},
        {"version", flag,    named, optional, "",     "in số phiên bản", "print the version"},
        {"home",    file,    named, optional, "DIR",  "thư mục dữ liệu", "data directory"},
        {"lang",    choice,  named, optional, "TEXT", "vi | en", "vi | en", "vi en"},
        {"json",    flag,    named, optional, "",     "in một tài liệu JSON", "print one JSON document"},
        {"quiet",   flag,    named, optional, "",     "không in tiến độ và lời nhắc", "no progress, no remarks"},
    };
    // clang-format on
    return table;
}

const Job* find_job(std::string_view name) {
    for (const auto& job : jobs())
        if (job.name == name) return &job;
    return nullptr;
}

const Option* find_option(std::string_view job, std::string_view option) {
    if (const auto* known = find_job(job))
        for (const auto& one : known->options)
            if (one.name == option) return &one;
    return nullptr;
}

std::string_view group_words(std::string_view job, Lang lang) {
    const auto name = first_word(job);
    for (const auto& group : groups)
        if (group.name == name && !group.en.empty()) return lang == Lang::vi ? group.vi : group.en;
    return name;
}

std::vector<std::string_view> choices_of(const Option& option) {
    std::vector<std::string_view> words;
    for (auto rest = option.choices; !rest.empty();) {
        const auto end = std::min(rest.find(' '), rest.size());
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return words;
}

std::string_view words_of(const Option& option, Lang lang) {
    return lang == Lang::vi ? option.vi : option.en;
}

std::string_view words_of(const Job& job, Lang lang) {
    return lang == Lang::vi ? job.vi : job.en;
}

} // namespace temsao::app
