// The one user of libzip.
#include "sheet/package.h"

#include "base/coding.h"
#include "base/pieces.h"
#include "catalog/table.h"

#include <algorithm>
#include <zip.h>

namespace temsao::sheet {
namespace {

constexpr zip_int64_t most_entries = 2000;
constexpr zip_uint64_t most_unpacked = 100'000'000;           // the whole country's list has 30 million
constexpr std::ptrdiff_t most_tags = 4 * catalog::most_cells; // a cell and its value, opened and closed

template <class Archive> // a std::unique_ptr<void, …>
zip_t* zip(const Archive& archive) {
    return static_cast<zip_t*>(archive.get());
}

std::string key_of(std::string_view name) {
    std::string key;
    for (const char c : name)
        key += c == '\\' ? '/' : lower(c);
    while (key.starts_with('/'))
        key.erase(0, 1);
    return key;
}

// "../xl/./a%20b.xml", seen from the folder of a part.
std::string resolve(std::string_view folder, std::string_view target) {
    std::string path(target);
    std::replace(path.begin(), path.end(), '\\', '/');
    path = percent_decode(path, false);
    if (!path.starts_with('/')) path = std::string(folder) + "/" + path;
    std::vector<std::string> steps;
    for (std::size_t start = 0; start <= path.size();) {
        const auto end = std::min(path.find('/', start), path.size());
        const auto step = path.substr(start, end - start);
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.push_back(step);
        }
        start = end + 1;
    }
    std::string resolved;
    for (const auto& step : steps)
        resolved += (resolved.empty() ? "" : "/") + step;
    return resolved;
}

} // namespace

void Package::Closed::operator()(void* archive) const {
    zip_discard(static_cast<zip_t*>(archive));
}

Error Package::fail(std::string id, std::vector<std::string> facts) const {
    facts.insert(facts.begin(), file_name_);
    return error(Cause::data, std::move(id), std::move(facts));
}

Result<Package> Package::open(std::string_view bytes, std::string_view file_name) {
    Package package;
    package.file_name_ = file_name;
    zip_error_t why;
    zip_error_init(&why);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &why);
    package.archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &why));
    zip_error_fini(&why);
    if (!package.archive_) {
        zip_source_free(source);
        return package.fail("table.not_zip");
    }
    TRY(package.check_size());
    return package;
}

Outcome Package::check_size() {
    const auto entries = zip_get_num_entries(zip(archive_), 0);
    if (entries > most_entries) return fail("table.too_large", {"2,000 entries"});
    zip_uint64_t total = 0;
    for (zip_int64_t i = 0; i < entries; ++i) {
        zip_stat_t facts;
        if (zip_stat_index(zip(archive_), static_cast<zip_uint64_t>(i), 0, &facts) != 0)
            return fail("table.broken", {"ZIP"});
        total += std::min(facts.size, most_unpacked + 1);
        if (total >= most_unpacked) return fail("table.too_large", {"100 MB unpacked"});
        auto key = key_of(facts.name);
        if (places_.try_emplace(key, static_cast<std::uint64_t>(i)).second) names_.push_back(std::move(key));
    }
    return done;
}

bool Package::has(std::string_view name) const {
    return places_.contains(key_of(name));
}

// Never more than the part declared, which check_size() has added up.
Result<std::string> Package::text(std::string_view name) const {
    const auto place = places_.find(key_of(name));
    zip_stat_t facts;
    if (place == places_.end() || zip_stat_index(zip(archive_), place->second, 0, &facts) != 0)
        return fail("table.broken", {std::string(name)});
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(zip(archive_), place->second, 0),
                                                                 zip_fclose);
    std::string text(facts.size, '\0');
    if (!file || zip_fread(file.get(), text.data(), facts.size) != static_cast<zip_int64_t>(facts.size))
        return fail("table.broken", {std::string(name)});
    return text;
}

Result<pugi::xml_document> Package::xml(std::string_view name) const {
    const auto xml = TRY(text(name));
    if (std::count(xml.begin(), xml.end(), '<') > most_tags) return fail("table.too_large", {"3,000,000 cells"});
    pugi::xml_document document;
    if (!document.load_buffer(xml.data(), xml.size(), pugi::parse_default | pugi::parse_ws_pcdata_single))
        return fail("table.broken", {std::string(name)});
    return document;
}

Result<std::vector<Relationship>> Package::relationships(std::string_view of) const {
    const auto slash = of.rfind('/');
    const auto folder = slash == of.npos ? std::string_view() : of.substr(0, slash);
    const auto part = slash == of.npos ? of : of.substr(slash + 1);
    const auto path = std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(part) + ".rels";
    std::vector<Relationship> all;
    if (!has(path)) return all;
    const auto document = TRY(xml(path));
    for (const auto& one : document.document_element().children()) {
        if (local_name(one.name()) != "Relationship" || attribute(one, "TargetMode") == "External") continue;
        const auto type = attribute(one, "Type"), target = attribute(one, "Target");
        auto resolved = resolve(folder, target);
        // Some programs write targets as if they began at the root.
        if (!has(resolved) && has(resolve("", target))) resolved = resolve("", target);
        all.push_back({std::string(attribute(one, "Id")),
                       std::string(type.substr(type.rfind('/') == type.npos ? 0 : type.rfind('/') + 1)),
                       std::move(resolved)});
    }
    return all;
}

std::string_view local_name(std::string_view name) {
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    return parent.find_child([&](const pugi::xml_node& node) { return local_name(node.name()) == name; });
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
    for (const auto& one : node.attributes())
        if (local_name(one.name()) == name) return one.value();
    return {};
}

} // namespace temsao::sheet
