#pragma once
// Inside `sheet` only: an Office file as its parts (ECMA-376 part 2). Which part is which is found by following the
// relationships from `_rels/.rels`; nothing is taken from where programs usually put it. Names of parts are compared
// without case, and `\` counts as `/`.
#include "base/result.h"

#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace temsao::sheet {

struct Relationship {
    std::string id;
    std::string type;   // the last word of its address: "worksheet"
    std::string target; // the part's name, from the root of the package, without a slash before it
};

class Package {
public:
    // `bytes` must outlive the package. Errors (Cause::data): table.not_zip, table.too_large, table.broken.
    static Result<Package> open(std::string_view bytes, std::string_view file_name);

    bool has(std::string_view name) const;

    const std::vector<std::string>& names() const { return names_; } // small letters, with /

    Result<std::string> text(std::string_view name) const; // errors table.broken, table.too_large
    Result<pugi::xml_document> xml(std::string_view name) const;

    // Of a part; "" means the package itself. Empty when there is no such part.
    Result<std::vector<Relationship>> relationships(std::string_view of) const;

    Error fail(std::string id, std::vector<std::string> facts = {}) const; // with the file's name before the facts

private:
    struct Closed {
        void operator()(void* archive) const;
    };

    Package() = default;
    Outcome check_size();

    std::string file_name_;
    std::unique_ptr<void, Closed> archive_;
    std::vector<std::string> names_;
    std::map<std::string, std::uint64_t, std::less<>> places_;
};

// A name without its prefix: "x:row" -> "row".
std::string_view local_name(std::string_view name);
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
// The attribute with that name after any prefix.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);

} // namespace temsao::sheet
