// Every sentence that a person may read from temsao, Vietnamese and English side by side. Facts are {0}, {1} …
// An error says which, where and what now. Never "hàng giả" or "hàng thật": say only what was compared.
// Keep each section sorted by id; tests/base/sentences.cpp checks that both languages use the same facts and that every
// id named in src/ stands here.
#include "base/check.h"
#include "base/message.h"
#include "base/text.h"

#include <unordered_map>

namespace temsao {
namespace {

struct Sentence {
    std::string_view id, vi, en;
};

constexpr Sentence sentences[] = {
    // base ------------------------------------------------------------------------------------------------------
    {"date.not_iso",
     "“{0}” không phải là ngày; hãy viết năm-tháng-ngày, ví dụ 2026-11-24.",
     "“{0}” is not a date; write year-month-day, for example 2026-11-24."},
    {"file.folder_missing",
     "Không ghi được {0}: chưa có thư mục {1}; hãy tạo thư mục đó hoặc chọn nơi khác.",
     "Cannot write {0}: there is no folder {1}; create it or choose another place."},
    {"file.is_folder", "{0} là thư mục; hãy nêu tên một tệp.", "{0} is a folder; name a file."},
    {"file.missing",
     "Không có tệp {0}; hãy kiểm tra tên và thư mục.",
     "There is no file {0}; check the name and the folder."},
    {"file.too_large",
     "Tệp {0} lớn hơn mức cho phép {1} MB; hãy chia nhỏ tệp.",
     "File {0} is larger than the limit of {1} MB; split it."},
    {"file.unreadable",
     "Không đọc được {0}: {1}; hãy kiểm tra quyền truy cập.",
     "Cannot read {0}: {1}; check the permissions."},
    {"file.unwritable",
     "Không ghi được {0}: {1}; không có gì bị thay đổi.",
     "Cannot write {0}: {1}; nothing was changed."},

    // gs1 -------------------------------------------------------------------------------------------------------

    // trace -----------------------------------------------------------------------------------------------------

    // catalog ---------------------------------------------------------------------------------------------------

    // symbol ----------------------------------------------------------------------------------------------------

    // label, page, render ---------------------------------------------------------------------------------------

    // scan ------------------------------------------------------------------------------------------------------

    // verify: findings (the id is the finding's code) -----------------------------------------------------------

    // store -----------------------------------------------------------------------------------------------------

    // app, cli --------------------------------------------------------------------------------------------------
};

const Sentence* find(std::string_view id) {
    static const auto by_id = [] {
        std::unordered_map<std::string_view, const Sentence*> index;
        for (const auto& sentence : sentences)
            index.emplace(sentence.id, &sentence);
        return index;
    }();
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
}

} // namespace

bool has_sentence(std::string_view id) {
    return find(id) != nullptr;
}

std::string say(const Message& message, Lang lang) {
    const auto* sentence = find(message.id);
    ENSURE(sentence != nullptr);
    const auto pattern = lang == Lang::vi ? sentence->vi : sentence->en;
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
            ENSURE(number < message.facts.size());
            text += make_showable(message.facts[number]);
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

} // namespace temsao
