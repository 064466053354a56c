#pragma once
// For targets whose subject is a file: a folder that goes when the program ends, and a file in it with these bytes.
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("temsao-fuzz-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }

    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    const std::filesystem::path& path() const { return path_; }

    std::filesystem::path put(const char* name, const std::string& bytes) const {
        std::ofstream(path_ / name, std::ios::binary) << bytes;
        return path_ / name;
    }

private:
    std::filesystem::path path_;
};
