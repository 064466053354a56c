#include "serve/own_home.h"

#include "system/file.h"
#include "system/folder.h"

#include <array>
#include <unistd.h>

namespace temsao::serve {
namespace {

constexpr std::uint64_t most_holder_bytes = 400;

std::string this_server() {
    std::array<char, 256> host{};
    if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
    return std::to_string(::getpid()) + " @ " + host.data();
}

} // namespace

Result<FileLock> own_home(const std::filesystem::path& home) {
    TRY(make_private_folder(home));
    const auto file = home / "serve.lock";
    auto lock = TRY(FileLock::try_take(file));
    if (!lock) {
        const auto holder = read_file(file, most_holder_bytes);
        return error(Cause::io, "serve.held", {home.string(), holder && !holder->empty() ? *holder : "?"});
    }
    TRY(lock->tell(file, this_server()));
    return *std::move(lock);
}

} // namespace temsao::serve
