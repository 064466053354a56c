# The words of the house: src/*/sentences.cpp, one table a folder, compiled into the target that holds `base`. The list of
# the tables is written here from the files found, so that no static library can drop a table and nobody keeps the list.
# For this build and for the phone's (src/phone/CMakeLists.txt).
function(temsao_sentences target src)
  file(GLOB files CONFIGURE_DEPENDS ${src}/*/sentences.cpp)
  set(names)
  foreach(file ${files})
    cmake_path(GET file PARENT_PATH folder)
    cmake_path(GET folder FILENAME name)
    list(APPEND names ${name})
  endforeach()
  list(JOIN names ", " declared)
  list(TRANSFORM names PREPEND "&")
  list(JOIN names ", " listed)
  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/sentence_tables.cpp)
  file(CONFIGURE OUTPUT ${list_file} @ONLY CONTENT [[
// Written by cmake/sentences.cmake from the files src/*/sentences.cpp; configuring again writes it anew.
#include "base/sentences.h"

namespace temsao::sentences {

extern const Table @declared@;

static constexpr const Table* found[] = {@listed@};
extern constinit const std::span<const Table* const> tables{found};

} // namespace temsao::sentences
]])
  target_sources(${target} PRIVATE ${files} ${list_file})
  set_source_files_properties(${files} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON) # each names its table `rows`
endfunction()
