#pragma once
// What one cell of a list means, or a word of a command that names the same thing. Never fails: empty, or false, where
// the text means nothing of the kind. Pure; any thread.
#include "base/date.h"
#include "catalog/product.h"

namespace temsao::catalog {

// "3", "3 sao", "***", "★★★", "OCOP 3*", "ba sao", "Đạt hạng 3 sao"; empty for every other word beside the number
std::optional<int> read_stars(std::string_view text);
std::optional<double> read_score(std::string_view text);         // "72,5", "72.5"
std::optional<Date> read_date(std::string_view text);            // 15/10/2024, 2024-10-15, 45580
std::optional<std::string> read_decision(std::string_view text); // "QD số 12/QD-UBND" -> "12/QĐ-UBND"
bool is_only_decision(std::string_view text);                    // and its day, and who signed it
bool has_lost_letters(std::string_view text);                    // "M?t ong": a question mark within a word, U+FFFD
bool has_lost_letters_in_name(std::string_view text);            // any question mark
bool has_bytes_as_letters(std::string_view text);                // "SÆ¡n": UTF-8 read as another encoding
bool has_web_signs(std::string_view text);                       // "M&#7853;t", "M%E1%BA%ADt", "M\u1eadt"
bool says_nothing(std::string_view text);                        // "N/A", "chưa có", "(trống)", "…"; dashes too
bool is_dash(std::string_view text);                             // "-", "–", "/": how clerks draw an empty cell
bool is_marks(std::string_view text);                            // "?", "…"; neither letters nor figures
bool has_letter(std::string_view text);                          // "76,5" has none
Group read_group(std::string_view text);                         // the vocabularies of Decisions 148 and 1048

} // namespace temsao::catalog
