#pragma once
// Inside `sheet` only: CSV and TSV in any encoding -> Table. Errors as read_table.
#include "catalog/table.h"

namespace temsao::sheet {

Result<catalog::Table> read_text_file(std::string_view bytes, std::string_view file_name);

} // namespace temsao::sheet
