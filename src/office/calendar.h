#pragma once
// The last days of certificates as a calendar file (RFC 5545), which calendars on phones and computers import. Pure;
// any thread.
#include "catalog/product.h"

#include <string>

namespace temsao::office {

// One event a product, on the last valid day of the certificate that counts on `day`, with a reminder 30 days before.
// The same list gives the same bytes, and a later import of the file replaces the events.
std::string calendar_of_ends(const catalog::ProductList& list, Date day, Lang lang);

} // namespace temsao::office
