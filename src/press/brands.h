#pragma once
// Inside `press`: the brands of producers, in the data directory's brands/.
//
//   brands/<16 hex>.json   all versions of one producer's brand, the newest last; a file of record, named by a hash of
//                          the producer's key (catalog/same_name.h)
//   brands/<16 hex>.png    a logo, named by a hash of its bytes (.jpg for JPEG); it never changes, so that old
//                          versions keep theirs
//
// A label takes the newest version. Any thread; what changes a file locks it.
#include "job/job.h"
#include "label/brand.h"

#include <map>
#include <set>

namespace temsao::press {

struct BrandRecord {
    std::string producer; // as it was given
    int version = 0;
    std::optional<Date> since; // empty before it is kept
    std::string name, motto, place;
    std::optional<label::Ink> main, second;
    std::optional<label::Typeface> typeface;
    std::string pattern;               // its name, or empty
    std::string logo, one_colour_logo; // files in brands/, or empty
};

// What a run says of brands: none is used, or a version other than the newest.
struct BrandWish {
    bool is_used = true;
    std::optional<int> version = {};
};

// The newest version, or the one asked for; nothing when the producer has no brand. Errors: home.file {file}
// (Cause::data), brand.no_version {producer, version, newest} (Cause::missing).
Result<std::optional<BrandRecord>>
brand_of(const job::Surroundings& around, const std::string& producer, std::optional<int> version = {});

// Of all producers, by producer. Errors: as brand_of.
Result<std::vector<BrandRecord>> all_brands(const job::Surroundings& around);

// Keeps what `change` makes of the newest version, which is empty at first, as a new version of today; gives the newest
// version unchanged when nothing differs.
Result<BrandRecord> change_brand(const job::Surroundings& around,
                                 const std::string& producer,
                                 const std::function<Outcome(BrandRecord&)>& change);

// Keeps a logo's file and gives its name in brands/. Errors: those of read_file and decode_picture.
Result<std::string> keep_logo(const job::Surroundings& around, const std::filesystem::path& file);

// With its logos and its pattern. Errors: those of read_file, decode_picture, open_pattern; brand.logo_altered {file}
// (Cause::data).
Result<std::shared_ptr<const label::Brand>> open_brand(const job::Surroundings& around, const BrandRecord& record);

// The brands of a run's producers, each opened once. Any thread may read it.
class BrandShelf {
public:
    // Errors: those of brand_of and open_brand.
    static Result<std::shared_ptr<const BrandShelf>>
    open(const job::Surroundings& around, const BrandWish& wish, const std::set<std::string>& producers);

    std::shared_ptr<const label::Brand> of(const std::string& producer) const; // null: none

private:
    std::map<std::string, std::shared_ptr<const label::Brand>> brands_; // by producer_key
};

job::Json to_json(const BrandRecord& record);

} // namespace temsao::press
