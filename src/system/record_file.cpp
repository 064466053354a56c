#include "system/record_file.h"

#include "system/folder.h"

namespace temsao {
namespace {

constexpr auto record_patience = std::chrono::minutes(1);

} // namespace

Result<RecordFile> RecordFile::hold(const std::filesystem::path& path) {
    const auto folder = path.parent_path();
    TRY(make_private_folder(folder));
    auto lock = TRY(FileLock::take(folder / ("." + path.filename().string() + ".lock"), record_patience));
    return RecordFile(path, std::move(lock));
}

Result<std::string> RecordFile::read(std::uint64_t limit_bytes) const {
    return TRY(read_if_there(path_, limit_bytes)).value_or(std::string());
}

Outcome RecordFile::replace(std::string_view bytes) const {
    return write_file(path_, bytes);
}

Outcome change_record(const std::filesystem::path& path,
                      std::uint64_t limit_bytes,
                      const std::function<Result<std::string>(const std::string& now)>& change) {
    const auto held = TRY(RecordFile::hold(path));
    const auto now = TRY(held.read(limit_bytes));
    const auto next = TRY(change(now));
    return held.replace(next);
}

} // namespace temsao
