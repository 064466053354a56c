#include "trace/merkle.h"

#include <bit>
#include <cstring>

namespace temsao::trace::merkle {
namespace {

constexpr std::size_t hash_size = sizeof(Hash);
constexpr int levels_of_a_tile = 8;

Hash hash_at(std::string_view tile, std::int64_t place) {
    Hash hash;
    std::memcpy(hash.data(), tile.data() + place * static_cast<std::int64_t>(hash_size), hash_size);
    return hash;
}

// The root over `count` hashes, a power of two, from `first` on.
Hash fold(std::string_view tile, std::int64_t first, std::int64_t count) {
    Path row;
    for (std::int64_t i = 0; i < count; ++i)
        row.push_back(hash_at(tile, first + i));
    for (; row.size() > 1; row.resize(row.size() / 2))
        for (std::size_t i = 0; i < row.size() / 2; ++i)
            row[i] = node_hash(row[2 * i], row[2 * i + 1]);
    return row.front();
}

// The largest power of two below n (RFC 6962's k); n > 1.
std::int64_t split(std::int64_t n) {
    return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1)));
}

// RFC 6962's MTH, PATH and SUBPROOF over the entries [first, end). The first tile that fails is kept, and everything
// after it means nothing.
class Walk {
public:
    explicit Walk(const ReadTile& read) : read_(read) {}

    Hash range(std::int64_t first, std::int64_t end) {
        const auto n = end - first;
        if (std::has_single_bit(static_cast<std::uint64_t>(n))) return whole(first, n);
        const auto k = split(n);
        const auto left = range(first, first + k);
        return node_hash(left, range(first + k, end));
    }

    void path(std::int64_t index, std::int64_t first, std::int64_t end, Path& into) {
        if (end - first == 1) return;
        const auto middle = first + split(end - first);
        if (index < middle) {
            path(index, first, middle, into);
            into.push_back(range(middle, end));
        } else {
            path(index, middle, end, into);
            into.push_back(range(first, middle));
        }
    }

    // Proof for the tree of [0, older) within [first, end); `known`: the verifier has this subtree's hash already.
    void subproof(std::int64_t older, std::int64_t first, std::int64_t end, bool known, Path& into) {
        if (older == end) {
            if (!known) into.push_back(range(first, end));
            return;
        }
        const auto middle = first + split(end - first);
        if (older <= middle) {
            subproof(older, first, middle, known, into);
            into.push_back(range(middle, end));
        } else {
            subproof(older, middle, end, false, into);
            into.push_back(range(first, middle));
        }
    }

    template <class T>
    Result<T> give(T value) const {
        if (missing_) return *missing_;
        return value;
    }

private:
    // A subtree of n = 2^h entries that begins at a multiple of n: in one tile, 2^(h mod 8) hashes of level h div 8.
    Hash whole(std::int64_t first, std::int64_t n) {
        const int height = std::countr_zero(static_cast<std::uint64_t>(n));
        const int level = height / levels_of_a_tile;
        const auto count = std::int64_t{1} << (height % levels_of_a_tile);
        const auto place = first >> (level * levels_of_a_tile);
        const auto tile = read_(level, place / tile_width);
        const auto end = place % tile_width + count;
        if (static_cast<std::int64_t>(tile.size() / hash_size) < end) {
            if (!missing_)
                missing_ = error(Cause::data, "log.tile", {std::to_string(level), std::to_string(place / tile_width)});
            return {};
        }
        return fold(tile, place % tile_width, count);
    }

    const ReadTile& read_;
    std::optional<Error> missing_;
};

} // namespace

Hash leaf_hash(std::string_view entry) {
    return sodium::sha256(std::string(1, '\0').append(entry));
}

Hash node_hash(const Hash& left, const Hash& right) {
    std::array<char, 1 + 2 * hash_size> bytes;
    bytes[0] = 1;
    std::memcpy(bytes.data() + 1, left.data(), hash_size);
    std::memcpy(bytes.data() + 1 + hash_size, right.data(), hash_size);
    return sodium::sha256({bytes.data(), bytes.size()});
}

Hash empty_root() {
    return sodium::sha256({});
}

Result<Hash> Tree::root() const {
    if (size_ == 0) return empty_root();
    Walk walk(read_);
    return walk.give(walk.range(0, size_));
}

Result<Path> Tree::inclusion(std::int64_t index) const {
    ENSURE(index >= 0 && index < size_);
    Walk walk(read_);
    Path path;
    walk.path(index, 0, size_, path);
    return walk.give(std::move(path));
}

Result<Path> Tree::consistency(std::int64_t older_size) const {
    ENSURE(older_size >= 0 && older_size <= size_);
    Walk walk(read_);
    Path path;
    if (older_size > 0) walk.subproof(older_size, 0, size_, true, path);
    return walk.give(std::move(path));
}

Appender::Appender(std::int64_t size, const ReadTile& read, WriteTile write) : write_(std::move(write)) {
    for (int level = 0; size > 0; ++level, size /= tile_width) {
        Edge edge;
        edge.number = size / tile_width;
        const auto held = static_cast<std::size_t>(size % tile_width) * hash_size;
        if (held > 0) edge.hashes = read(level, edge.number).substr(0, held);
        // A short tile makes every later root wrong; the caller sees that when it computes the root before committing.
        edge.hashes.resize(held);
        edges_.push_back(std::move(edge));
    }
}

void Appender::add(const Hash& leaf) {
    add(0, leaf);
}

void Appender::add(std::size_t level, const Hash& hash) {
    if (level == edges_.size()) edges_.emplace_back();
    auto& edge = edges_[level];
    edge.hashes += sodium::text_of(hash);
    edge.touched = true;
    if (edge.hashes.size() < static_cast<std::size_t>(tile_width) * hash_size) return;
    write_(static_cast<int>(level), edge.number, edge.hashes);
    const auto above = fold(edge.hashes, 0, tile_width);
    edge = {edge.number + 1, {}, false};
    add(level + 1, above);
}

void Appender::finish() {
    for (std::size_t level = 0; level < edges_.size(); ++level)
        if (auto& edge = edges_[level]; edge.touched && !edge.hashes.empty()) {
            write_(static_cast<int>(level), edge.number, edge.hashes);
            edge.touched = false;
        }
}

bool includes(const Hash& root, std::int64_t size, std::int64_t index, const Hash& leaf, const Path& path) {
    if (index < 0 || index >= size) return false;
    auto at = index, last = size - 1;
    auto hash = leaf;
    for (const auto& sibling : path) {
        if (last == 0) return false;
        if ((at & 1) != 0 || at == last) {
            hash = node_hash(sibling, hash);
            for (; (at & 1) == 0 && at != 0; at >>= 1)
                last >>= 1;
        } else {
            hash = node_hash(hash, sibling);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool extends(const Hash& root, std::int64_t size, const Hash& older, std::int64_t older_size, const Path& path) {
    if (older_size < 0 || older_size > size) return false;
    if (older_size == size) return path.empty() && older == root;
    if (older_size == 0) return path.empty() && older == empty_root();
    auto at = older_size - 1, last = size - 1;
    for (; (at & 1) != 0; at >>= 1)
        last >>= 1;
    auto next = path.begin();
    auto first = older;
    if (at != 0) { // else the old tree is a whole subtree, and the proof leaves its hash out
        if (next == path.end()) return false;
        first = *next++;
    }
    auto second = first;
    for (; next != path.end(); ++next) {
        if (last == 0) return false;
        if ((at & 1) != 0 || at == last) {
            first = node_hash(*next, first);
            second = node_hash(*next, second);
            for (; (at & 1) == 0 && at != 0; at >>= 1)
                last >>= 1;
        } else {
            second = node_hash(second, *next);
        }
        at >>= 1;
        last >>= 1;
    }
    return last == 0 && first == older && second == root;
}

std::string tile_path(int level, std::int64_t number, std::int64_t width) {
    const auto three = [](std::int64_t n) {
        auto digits = std::to_string(n % 1000);
        return std::string(3 - digits.size(), '0') + digits;
    };
    auto folders = three(number);
    for (number /= 1000; number > 0; number /= 1000)
        folders.insert(0, "x" + three(number) + "/");
    return "tile/" + (level < 0 ? "entries" : std::to_string(level)) + "/" + folders +
           (width < tile_width ? ".p/" + std::to_string(width) : "");
}

} // namespace temsao::trace::merkle
