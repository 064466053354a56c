#pragma once
// A Merkle tree that only grows: hashes and proofs of RFC 6962 section 2.1 (SHA-256), kept as tiles of C2SP tlog-tiles:
// tile (level, number) is up to 256 hashes of 32 bytes, each over 256^level entries; a full tile is one hash of the
// level above. With an old root anybody can check that nothing before it was changed or removed. Pure; any thread.
#include "base/result.h"
#include "trace/sodium.h"

#include <functional>

namespace temsao::trace::merkle {

using Hash = sodium::Bytes32;
using Path = std::vector<Hash>; // from the leaf up to the root

inline constexpr std::int64_t tile_width = 256;

Hash leaf_hash(std::string_view entry);
Hash node_hash(const Hash& left, const Hash& right);
Hash empty_root();

// The stored bytes of a tile; empty when there is none. It may hold more hashes than asked for.
using ReadTile = std::function<std::string(int level, std::int64_t number)>;
using WriteTile = std::function<void(int level, std::int64_t number, std::string_view hashes)>;

// The tree of the first `size` entries, read from tiles. The only error of every function is log.tile {level, number}
// (Cause::data): a tile is missing or cut short.
class Tree {
public:
    Tree(std::int64_t size, ReadTile read) : size_(size), read_(std::move(read)) {}

    Result<Hash> root() const;
    Result<Path> inclusion(std::int64_t index) const;        // index in 0 … size-1
    Result<Path> consistency(std::int64_t older_size) const; // older_size in 0 … size

private:
    std::int64_t size_;
    ReadTile read_;
};

// Adds leaves to a tree of `size` entries; each tile is written when it is full; finish() writes the partial ones.
class Appender {
public:
    Appender(std::int64_t size, const ReadTile& read, WriteTile write);
    void add(const Hash& leaf);
    void finish();

private:
    struct Edge { // of one level: the tile that is not full yet
        std::int64_t number = 0;
        std::string hashes;
        bool touched = false;
    };

    void add(std::size_t level, const Hash& hash);

    WriteTile write_;
    std::vector<Edge> edges_;
};

// RFC 9162 sections 2.1.3.2 and 2.1.4.2.
bool includes(const Hash& root, std::int64_t size, std::int64_t index, const Hash& leaf, const Path& path);
bool extends(const Hash& root, std::int64_t size, const Hash& older, std::int64_t older_size, const Path& path);

// "tile/0/x001/x234/067", with ".p/12" for a partial tile; level -1 is "entries". C2SP tlog-tiles.
std::string tile_path(int level, std::int64_t number, std::int64_t width);

} // namespace temsao::trace::merkle
