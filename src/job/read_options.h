#pragma once
// Options of a request as values. Absent gives `otherwise`. Pure; any thread.
#include "base/units.h"
#include "job/job.h"

namespace temsao::job {

// Nothing when the option is absent; it may be given with an empty text.
std::optional<std::string> text_option(const Request&, const std::string& name);
// Every text that was given, in order.
std::vector<std::string> texts_option(const Request&, const std::string& name);

// Errors date.form, option.number and option.length {name, text, least, most}.
Result<Date> date_option(const Request&, const std::string& name, Date otherwise);
Result<int> number_option(const Request&, const std::string& name, int otherwise, int least, int most);
Result<Mm> length_option(const Request&, const std::string& name, Mm otherwise, Mm least, Mm most); // 2.5 or 2,5

// The key that the store looks up: a GTIN, padded in any way, as 14 digits; else the text itself.
std::string key_of(std::string_view text);

// As a shell takes it for one word: in quotes where it has more than letters, figures and plain signs.
std::string as_shell_word(const std::string& text);

// Pads with spaces to `width` characters as a reader counts them.
std::string padded(const std::string& text, std::size_t width);

} // namespace temsao::job
