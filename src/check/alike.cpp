#include "check/alike.h"

#include <algorithm>
#include <map>

namespace temsao::check {
namespace {

// What two labels must have in common; of parts that no part can hold inside.
std::string key_of(const CheckedFile& file, const CheckedLabel* label) {
    std::string key(verify::name(label ? label->verdict.word : file.word));
    const auto add = [&](std::string_view part) {
        key += "\n" + std::to_string(part.size()) + " " + std::string(part);
    };
    add(file.is_truncated ? "truncated" : ""); // said beside the entry
    if (!label) {
        add(file.trouble ? file.trouble->what.id : "");
        return key;
    }
    if (const auto* code = trace_code_of(*label)) {
        add(code->host);
        add(code->key());
        add(code->lot);
        for (const auto& day : {label->claim.made(), label->claim.expires()})
            add(day ? day->iso() : "");
    } else {
        add(label->reading.text);
    }
    add(label->claim.stars_seen ? std::to_string(*label->claim.stars_seen) : "");
    add(label->verdict.certificate ? label->verdict.certificate->decision : "");
    for (const auto& finding : label->verdict.findings) {
        add(finding.code);
        add(finding.rule);
    }
    return key;
}

} // namespace

std::vector<Alike> alike_labels(const CheckedRun& run) {
    std::vector<Alike> all;
    std::map<std::string, std::size_t> place;
    const auto take = [&](const CheckedFile& file, const CheckedLabel* label) {
        const auto [at, is_new] = place.emplace(key_of(file, label), all.size());
        if (is_new) all.push_back({label ? label->verdict.word : file.word, {}});
        all[at->second].labels.emplace_back(&file, label);
    };
    for (const auto& file : run.files) {
        if (file.labels.empty()) take(file, nullptr);
        for (const auto& label : file.labels)
            take(file, &label);
    }
    std::stable_sort(all.begin(), all.end(), [](const Alike& a, const Alike& b) { return a.word > b.word; });
    return all;
}

std::array<int, 4> count_words(const CheckedRun& run) {
    std::array<int, 4> counts{};
    for (const auto& file : run.files) {
        if (file.labels.empty()) ++counts[static_cast<std::size_t>(file.word)];
        for (const auto& label : file.labels)
            ++counts[static_cast<std::size_t>(label.verdict.word)];
    }
    return counts;
}

} // namespace temsao::check
