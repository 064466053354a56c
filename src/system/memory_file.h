#pragma once
// A file in memory: for programs and libraries that take or give files by name or descriptor. It goes with the object.
// One object belongs to one thread at a time.
#include <string>
#include <string_view>

namespace temsao {

class MemoryFile {
public:
    MemoryFile();
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    bool is_open() const { return number_ >= 0; } // false when there was no memory for it

    int number() const { return number_; } // its descriptor, closed when another program is started

    std::string path() const; // for this process

    // Writes all and goes back to the start; false when there is no memory for it.
    bool fill(std::string_view bytes);

    // What was written, at most so many bytes of it.
    std::string content(std::size_t most) const;

private:
    int number_;
};

} // namespace temsao
