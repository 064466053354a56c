#include "press/template_pictures.h"

#include "press/picture_file.h"
#include "system/file.h"

#include <algorithm>

namespace temsao::press {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_href = 200;

// Plain names, "/" between them: what no file system and no address takes for anything else.
bool is_plain(std::string_view href) {
    if (href.empty() || href.size() > longest_href) return false;
    const auto is_name = [](unsigned char c) {
        return c > ' ' && c != 0x7f &&
               std::string_view("\\:%?#*\"<>|").find(static_cast<char>(c)) == std::string_view::npos;
    };
    for (std::size_t start = 0; start <= href.size();) {
        const auto end = std::min(href.find('/', start), href.size());
        const auto part = href.substr(start, end - start);
        if (part.empty() || part.starts_with('.') || !std::all_of(part.begin(), part.end(), is_name)) return false;
        start = end + 1;
    }
    return true;
}

} // namespace

label::PictureLoader pictures_beside(const fs::path& template_file) {
    return [folder =
                template_file.parent_path()](const std::string& href) -> Result<std::shared_ptr<const label::Picture>> {
        if (!is_plain(href)) return error(Cause::data, "template.picture_path", {href});
        auto file = folder;
        for (const auto& part : fs::path(href)) {
            file /= part;
            std::error_code failed;
            const auto status = fs::symlink_status(file, failed);
            if (fs::is_symlink(status)) return error(Cause::data, "template.picture_path", {href});
            if (!fs::exists(status)) return error(Cause::data, "template.picture_missing", {href});
        }
        std::error_code failed;
        if (!fs::is_regular_file(fs::symlink_status(file, failed)))
            return error(Cause::data, "template.picture_missing", {href});
        const auto bytes = read_file(file, most_picture_bytes);
        if (!bytes && bytes.error().cause == Cause::data) // not a folder: too large
            return error(Cause::data, "template.picture_bytes", {href, std::to_string(most_picture_bytes >> 20)});
        if (!bytes) return error(Cause::data, "template.picture_missing", {href});
        return decode_picture(*bytes, href);
    };
}

} // namespace temsao::press
