#pragma once
// Inside `app`: what a print shop needs in a PDF, read from --bleed, --marks and --icc.
#include "job/job.h"
#include "page/trimming.h"
#include "render/icc.h"

namespace temsao::press {

// Errors option.length, press.pdf_only {option}.
Result<page::Trimming> read_trimming(const job::Request& request);

// The print shop's profile; empty if none was given. Errors press.pdf_only, and those of read_file and
// render::read_output_profile.
Result<std::optional<render::OutputProfile>> read_press(const job::Request& request);

} // namespace temsao::press
