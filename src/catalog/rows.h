#pragma once
// Every row of a list is told apart, so that each one is accounted for: a product, or another row, of a kind
// that is named. A row in doubt is a product's, and is then refused for what it lacks. Pure; any thread.
#include "base/finding.h"
#include "catalog/columns.h"

namespace temsao::catalog {

enum class RowKind {
    product,
    heading,   // the list's title, its headings, again on a new page, the numbers of the columns
    group,     // "I. Nhóm thực phẩm", "II | HTX Mẫu"
    total,     // "Tổng cộng: 159 sản phẩm"
    signature, // and notes at the foot of the list
    empty,
};

std::string_view name(RowKind kind); // "group"

// Why a row's cells cannot be used.
struct RowFault {
    std::string meaning; // of its column; empty: the whole row
    Message reason;
    std::string remedy;
};

class Rows {
public:
    Rows(const Table& table, const Columns& columns);

    RowKind kind(std::size_t row) const { return kinds_[row]; }

    std::string words(std::size_t row) const; // what stands in it, for telling it to people

    // The words of the title or group that says of this row's certificate that it has ended; empty when none does.
    const std::string& ending_above(std::size_t row) const { return above_[row]; }

    // The columns about an end that nobody reads, and what this row has in them: "Thu hồi: x".
    std::string ending_beside(std::size_t row) const;

    // A cell that has a Lack, more cells than there are headings, or other headings above.
    std::optional<RowFault> fault(std::size_t row) const;

    // Hidden, struck through, a telephone number without its zero.
    std::vector<Finding> remarks(std::size_t row) const;

private:
    RowKind look_at(std::size_t row) const;
    std::vector<std::string_view> texts(std::size_t row) const;
    std::size_t count_of_product(std::size_t row) const;
    bool is_surely_product(std::size_t row) const;
    bool has_papers(std::size_t row) const;
    const Cell* cell(std::size_t row, std::string_view meaning) const;
    std::string text(std::size_t row, std::string_view meaning) const;
    bool is_heading_again(std::size_t row) const;
    bool is_other_heading(std::size_t row) const;
    void look_above();
    bool is_group(std::size_t row, const std::vector<std::string_view>& texts) const;
    RowFault fault_of(std::size_t row, std::size_t column, const std::string& meaning) const;

    const Table& table_;
    const Columns& columns_;
    std::size_t usual_width_ = 0, last_heading_ = 0;
    std::vector<RowKind> kinds_;
    std::vector<std::string> above_;          // by row: what title or group says that it has ended
    std::vector<std::size_t> other_headings_; // by row: where they stand, counted from 1; 0: under the first ones
    std::vector<Heading> ending_columns_;
};

} // namespace temsao::catalog
