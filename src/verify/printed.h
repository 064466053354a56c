#pragma once
// The words printed on a label, as they were read, compared with what its code and the list say. Reading print is
// uncertain, so every remark is a question (Severity::check) that shows what was read; text that is unread, unsure or
// nearly the same gives no remark. Pure; any thread.
//   NAME_MISMATCH {read, listed}     the largest print is read with certainty and is another name
//   DATE_MISMATCH {read, in code}    "NSX 24/11/2025" and "QR 24/11/2026"; HSD likewise
//   LOT_MISMATCH {read, in code}
#include "catalog/product.h"
#include "verify/judge.h"

namespace temsao::verify {

std::vector<Finding> compare_printed(const Claim& claim, const catalog::Product& product);

} // namespace temsao::verify
