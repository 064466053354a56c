include(cmake/headers.cmake)

# One static library for each folder of src/, warnings as errors, the same flags everywhere.
set(TEMSAO_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Wold-style-cast -Woverloaded-virtual -Werror
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>) # GCC 12 sees a ghost in std::string operator+ (GCC bug 105651)
if(TEMSAO_SANITIZE)
  # -Wmaybe-uninitialized sees ghosts in instrumented code (GCC 12)
  list(APPEND TEMSAO_WARNINGS -Wno-maybe-uninitialized)
  add_compile_options(-fsanitize=${TEMSAO_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
  add_link_options(-fsanitize=${TEMSAO_SANITIZE})
endif()
if(TEMSAO_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -gline-tables-only)
  add_link_options(-fsanitize=address,undefined)
endif()

# temsao_sources(TARGET FOLDER USED…): the sources of FOLDER, and the folders whose headers they may include.
function(temsao_sources target folder)
  temsao_headers(${folder} ${ARGN})
  temsao_sees(${target} ${folder} ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "/sentences\\.cpp$") # every folder's words are in `base`, see cmake/sentences.cmake
  target_sources(${target} PRIVATE ${sources})
  # The more sources are joined, the less often the same headers are read; two cores still share a folder.
  set_target_properties(${target} PROPERTIES UNITY_BUILD ${TEMSAO_UNITY} UNITY_BUILD_BATCH_SIZE 18)
  target_compile_options(${target} PRIVATE ${TEMSAO_WARNINGS})
  if(TEMSAO_UNITY) # it takes every source of a joined file for a header, where a name without linkage would be a mistake
    target_compile_options(${target} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
  endif()
endfunction()

# Folders whose time goes into waiting for disks, networks and people, or into the folders that they call. They are compiled
# with -O1, in little more than half the time of -O3; what is counted in microseconds (docs/measured.md) lies elsewhere.
set(TEMSAO_WAITING job lots check press sheet store epcis printers page http office bench desk app serve)
# Folders that go over each pixel of a photo or a label have -O3. All others have -O2, which takes a sixth less time to compile.
set(TEMSAO_PIXELS symbol render photo scan stars grade)

# temsao_folder(FOLDER USES … LIBRARIES …): a library that is linked with those it uses, and with those that they use.
function(temsao_folder folder)
  cmake_parse_arguments(arg "" "" "USES;LIBRARIES" ${ARGN})
  add_library(temsao_${folder} STATIC)
  temsao_sources(temsao_${folder} ${folder} ${arg_USES})
  list(TRANSFORM arg_USES PREPEND temsao_)
  target_link_libraries(temsao_${folder} PUBLIC ${arg_USES} PRIVATE ${arg_LIBRARIES})
  if(folder IN_LIST TEMSAO_WAITING)
    target_compile_options(temsao_${folder} PRIVATE $<$<CONFIG:Release>:-O1>)
  elseif(NOT folder IN_LIST TEMSAO_PIXELS)
    target_compile_options(temsao_${folder} PRIVATE $<$<CONFIG:Release>:-O2>)
  endif()
endfunction()
