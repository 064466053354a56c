#pragma once
// A log in memory, for tests of trees and of those who watch them.
#include "trace/merkle.h"

#include <map>

namespace temsao::trace::test {

using merkle::Hash;

// Tiles in memory; a tree of leaves "0", "1", … grown in steps.
struct Log {
    Log() = default;

    Log(const Log& other) : tiles(other.tiles), leaves(other.leaves) {} // it reads its own tiles

    std::map<std::pair<int, std::int64_t>, std::string> tiles;
    std::vector<Hash> leaves;
    merkle::ReadTile read = [this](int level, std::int64_t number) { return tiles[{level, number}]; };

    void grow(const std::vector<std::string>& entries) {
        merkle::Appender appender(
            static_cast<std::int64_t>(leaves.size()), read, [&](int level, std::int64_t n, std::string_view hashes) {
                tiles[{level, n}] = hashes;
            });
        for (const auto& entry : entries) {
            leaves.push_back(merkle::leaf_hash(entry));
            appender.add(leaves.back());
        }
        appender.finish();
    }

    void grow_to(std::size_t size) {
        std::vector<std::string> entries;
        for (auto i = leaves.size(); i < size; ++i)
            entries.push_back(std::to_string(i));
        grow(entries);
    }

    // RFC 6962's definition, word for word.
    Hash defined(std::size_t first, std::size_t end) const {
        if (first == end) return merkle::empty_root();
        if (end - first == 1) return leaves[first];
        std::size_t k = 1;
        while (2 * k < end - first)
            k *= 2;
        return merkle::node_hash(defined(first, first + k), defined(first + k, end));
    }
};

} // namespace temsao::trace::test
