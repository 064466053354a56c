#include "store/backup_file.h"

#include "base/recorded_number.h"

#include <algorithm>
#include <array>
#include <fstream>

namespace temsao::store {
namespace {

namespace fs = std::filesystem;
using trace::sodium::Sha256;

constexpr std::string_view first_line_of_backup = "temsao backup 1\n";
constexpr std::size_t longest_line = 4096, part_bytes = 1 << 16;

// A backup being read: every byte goes into the digest unless it is the last line's.
class Reader {
public:
    explicit Reader(const fs::path& file) : stream_(file, std::ios::binary) {}

    bool is_open() const { return stream_.is_open(); }

    // With its end; empty when there is no whole line.
    std::string line() {
        std::string text;
        for (int c = 0; text.size() < longest_line && (c = stream_.get()) != std::istream::traits_type::eof();) {
            text += static_cast<char>(c);
            if (c == '\n') return text;
        }
        return {};
    }

    void count(std::string_view bytes) { digest_.add(bytes); }

    // Up to `most` bytes.
    std::string_view part(std::uint64_t most) {
        stream_.read(buffer_.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(most, buffer_.size())));
        return {buffer_.data(), static_cast<std::size_t>(stream_.gcount())};
    }

    std::string digest() { return trace::sodium::hex(digest_.finish()); }

    bool is_at_end() { return stream_.peek() == std::istream::traits_type::eof(); }

private:
    std::ifstream stream_;
    Sha256 digest_;
    std::array<char, part_bytes> buffer_{};
};

struct FileLine {
    std::uint64_t size = 0;
    std::string name;
};

// "file SIZE NAME\n"
std::optional<FileLine> read_file_line(std::string_view line) {
    constexpr std::string_view word = "file ";
    if (!line.starts_with(word) || !line.ends_with('\n')) return {};
    const auto said = line.substr(word.size(), line.size() - word.size() - 1);
    const auto space = std::min(said.find(' '), said.size());
    const auto size = recorded_number(said.substr(0, space));
    if (!size || space == said.size()) return {};
    FileLine read{static_cast<std::uint64_t>(*size), std::string(said.substr(space + 1))};
    return is_backup_name(read.name) ? std::optional(std::move(read)) : std::nullopt;
}

// The bytes of one file, and the line end behind them. False when the backup is cut short.
Result<bool> read_contents(Reader& reader, std::uint64_t size, const BackupVisitor* visitor) {
    while (size > 0) {
        const auto bytes = reader.part(size);
        if (bytes.empty()) return false;
        reader.count(bytes);
        if (visitor) TRY(visitor->bytes(bytes));
        size -= bytes.size();
    }
    const auto end = reader.line();
    reader.count(end);
    return end == "\n";
}

} // namespace

bool is_backup_name(const std::string& name) {
    const fs::path path(name);
    return !name.empty() && name.size() < longest_line / 2 && name.find('\n') == name.npos && path.is_relative() &&
           path.lexically_normal() == path && path.has_filename() &&
           std::none_of(path.begin(), path.end(), [](const auto& piece) { return piece == ".." || piece == "."; });
}

Result<BackupWriter> BackupWriter::create(const fs::path& file) {
    auto begun = TRY(NewFile::create(file));
    TRY(begun.make_private());
    BackupWriter writer(std::move(begun));
    TRY(writer.put(first_line_of_backup));
    return writer;
}

Outcome BackupWriter::put(std::string_view bytes) {
    digest_->add(bytes);
    return file_.write(bytes);
}

Outcome BackupWriter::begin(const std::string& name, std::uint64_t size) {
    if (!is_backup_name(name)) return error(Cause::data, "backup.name", {name});
    ++files_;
    return put("file " + std::to_string(size) + " " + name + "\n");
}

Outcome BackupWriter::add(const std::string& name, std::string_view bytes) {
    TRY(begin(name, bytes.size()));
    TRY(put(bytes));
    return put("\n");
}

Outcome BackupWriter::add_file(const std::string& name, const fs::path& from) {
    std::error_code failed;
    std::ifstream stream(from, std::ios::binary);
    const auto size = fs::file_size(from, failed);
    if (!stream || failed) return error(Cause::io, "file.unreadable", {from.string(), failed.message()});
    TRY(begin(name, size));
    std::array<char, part_bytes> part{};
    for (auto left = size; left > 0;) {
        stream.read(part.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, part.size())));
        const auto count = static_cast<std::size_t>(stream.gcount());
        if (count == 0) return error(Cause::io, "file.unreadable", {from.string(), "EOF"});
        TRY(put({part.data(), count}));
        left -= count;
    }
    return put("\n");
}

Result<std::string> BackupWriter::finish() {
    const auto digest = trace::sodium::hex(digest_->finish());
    TRY(file_.write("end " + std::to_string(files_) + " " + digest + "\n"));
    TRY(file_.settle());
    TRY(walk_backup(file_.temporary()));
    TRY(file_.commit());
    return digest;
}

Result<std::string> walk_backup(const fs::path& file, const BackupVisitor* visitor) {
    Reader reader(file);
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return error(Cause::missing, "file.missing", {file.string()});
    if (!reader.is_open()) return error(Cause::io, "file.unreadable", {file.string(), "open"});
    const auto broken = error(Cause::data, "backup.form", {file.string()});
    auto line = reader.line();
    if (line != first_line_of_backup) return broken;
    for (std::size_t files = 0;; ++files) {
        reader.count(line);
        line = reader.line();
        const auto next = read_file_line(line);
        if (!next) {
            const auto digest = reader.digest();
            const bool is_whole = line == "end " + std::to_string(files) + " " + digest + "\n" && reader.is_at_end();
            return is_whole ? Result(digest) : broken;
        }
        reader.count(line);
        if (visitor) TRY(visitor->begin(next->name, next->size));
        if (!TRY(read_contents(reader, next->size, visitor))) return broken;
        if (visitor) TRY(visitor->end());
        line.clear();
    }
}

} // namespace temsao::store
