# The pages in a browser (pages/): built by npm's tools into build/pages, where the built program looks, and installed
# beside fonts and templates. Without node or its packages the program is built too, and says that it has no pages.
find_program(NODE NAMES node nodejs)
set(TEMSAO_PAGES "")
if(NODE)
  execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE node_version OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
if(NOT NODE OR "${node_version}" VERSION_LESS "v18")
  message(STATUS "pages: not built, node 18 or newer is not here; run scripts/setup")
elseif(NOT EXISTS ${CMAKE_SOURCE_DIR}/pages/node_modules/.temsao-lock)
  message(STATUS "pages: not built, their packages are not here; run scripts/setup")
else()
  set(TEMSAO_PAGES ${CMAKE_BINARY_DIR}/pages)
  file(GLOB page_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/pages/*.json ${CMAKE_SOURCE_DIR}/pages/*.mjs
       ${CMAKE_SOURCE_DIR}/fonts/*.ttf)
  file(GLOB page_folders CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/pages/*)
  list(FILTER page_folders EXCLUDE REGEX "node_modules$|/tests$|\\.[a-z]+$")
  foreach(folder ${page_folders})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${folder}/*)
    list(APPEND page_sources ${sources})
  endforeach()
  if(has_phone_core)
    list(APPEND page_sources ${TEMSAO_PHONE_CORE})
  endif()
  add_custom_command(OUTPUT ${CMAKE_BINARY_DIR}/pages.built
    COMMAND ${NODE} node_modules/typescript/bin/tsc
    COMMAND ${NODE} build.mjs ${TEMSAO_PAGES} ${CMAKE_BINARY_DIR}/phone
    COMMAND ${CMAKE_COMMAND} -E touch ${CMAKE_BINARY_DIR}/pages.built
    DEPENDS ${page_sources} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}/pages COMMENT "Building the pages" VERBATIM)
  add_custom_target(pages ALL DEPENDS ${CMAKE_BINARY_DIR}/pages.built)
  install(DIRECTORY ${TEMSAO_PAGES} DESTINATION ${CMAKE_INSTALL_DATADIR}/temsao)
endif()
