#pragma once
// The jobs of the press: labels, templates, brands, sticker paper, printers. One function for each command of
// app/options.h. Any thread; what changes files of record or the store locks it.
#include "job/job.h"

namespace temsao::press {

Result<job::Report> show_list(const job::Request&, const job::Surroundings&);
Result<job::Report> print_labels(const job::Request&, const job::Surroundings&);
Result<job::Report> list_templates(const job::Request&, const job::Surroundings&);
Result<job::Report> check_template(const job::Request&, const job::Surroundings&);
Result<job::Report> preview_template(const job::Request&, const job::Surroundings&);
Result<job::Report> set_brand(const job::Request&, const job::Surroundings&);
Result<job::Report> show_brand(const job::Request&, const job::Surroundings&);
Result<job::Report> list_stock(const job::Request&, const job::Surroundings&);
Result<job::Report> show_sheets(const job::Request&, const job::Surroundings&);
Result<job::Report> add_printer(const job::Request&, const job::Surroundings&);
Result<job::Report> list_printers(const job::Request&, const job::Surroundings&);
Result<job::Report> test_printer(const job::Request&, const job::Surroundings&);
Result<job::Report> settle_printer(const job::Request&, const job::Surroundings&);
Result<job::Report> remove_printer(const job::Request&, const job::Surroundings&);
Result<job::Report> calibrate_printer(const job::Request&, const job::Surroundings&);

} // namespace temsao::press
