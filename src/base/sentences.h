#pragma once
// The form of src/*/sentences.cpp: one table a folder, with every sentence that a person may read from there,
// Vietnamese and English side by side. say() (base/message.h) finds a row by its id in all tables together.
//
// A table holds words only and includes nothing but this header. So `base` links the tables of all folders without
// knowing any of those folders: no arrow up. CMake lists the tables it finds (cmake/sentences.cmake), so a new
// folder's table needs no entry anywhere. The tables are constant; any thread reads them.
#include <span>
#include <string_view>

namespace temsao {

// {0}           fact 0 as it is
// {0:day}       fact 0 is a day, 24/11/2026 or 2026-11-24: shown as 24/11/2026 or 24 Nov 2026
// {0:moment}    fact 0 is a moment, 2026-11-24T10:32:00+07:00: shown as 24/11/2026 10:32 or 24 Nov 2026 10:32
// {0:figure}    fact 0 has a number with a decimal point, "0.78 mm": in Vietnamese it is a comma
// {0:brackets}  fact 0 in brackets after a space; nothing when it is empty
// {0:given| Reason: |.}  fact 0 between these words; nothing when it is empty. For what a person may leave out.
// {0:state}     fact 0 is a serial number's state: the row state.<fact 0>
// {0:word}      fact 0 is the id of a row that has no facts, such as a kind or a field: shown as its words
// {0|tag|tags}  the word that goes with the number in fact 0; Vietnamese needs none
//
// How a sentence reads: an error says what is wrong, where, and what to do now. Only what was compared: never "hàng
// giả" or "hàng thật". Rows are sorted by id. tests/tree/sentences.py checks them: both languages use the same facts,
// and every id is unique and used.
struct Sentence {
    std::string_view id, vi, en;
};

} // namespace temsao

namespace temsao::sentences {

using Table = std::span<const Sentence>;

// Every folder's table, in the order of their folders' names; defined in a file that CMake writes.
extern const std::span<const Table* const> tables;

} // namespace temsao::sentences
