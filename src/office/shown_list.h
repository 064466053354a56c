#pragma once
// `list show`: its wish, which products are shown, and the report on them; a caller can say more of each product.
// Values; any thread.
#include "catalog/product.h"
#include "job/job.h"

namespace temsao::office {

struct ShowWish {
    std::vector<std::string> named;                // by code or name; empty: all
    Date day;                                      // for which is said what of each certificate holds
    std::optional<int> within = {};                // only those whose certificate ends in so many days
    std::string query = {}, producer = {};         // only those with these words, of this producer; empty: all
    std::string after = {};                        // only those with a greater key
    std::optional<std::size_t> most = {};          // how many; given: the report says where the next page begins
    std::optional<std::filesystem::path> out = {}; // a file for what is shown
};

// Errors: those of job/read_options.h.
Result<ShowWish> read_show_wish(const job::Request& request, const job::Surroundings& around);

// What is said of one product behind its own line, and in JSON behind its own members.
struct ProductDetails {
    std::string words; // whole lines
    job::Json members; // an object
};

// Which products a wish shows.
struct ShownList {
    catalog::ListHeader header;
    std::vector<catalog::Product> products;
    std::optional<std::string> next = {}; // the key after which the next page begins; empty: there is none
};

// Errors: those of the store, and of catalog/find_product.h.
Result<ShownList> shown_list(const ShowWish& wish, const job::Surroundings& around);

// `details` may be empty. Writes the file that the wish names. Errors: file.unwritable, those of sheet/table_writing.h.
Result<job::Report> report_of(const ShownList& list,
                              const ShowWish& wish,
                              const std::function<ProductDetails(const catalog::Product&)>& details,
                              Lang lang);

} // namespace temsao::office
