# The judging core once more, as WebAssembly for the inspector's phone (src/phone). Without emscripten or its libraries the
# program is built all the same, and the page that needs the core is left out, with a message.
find_program(EMCMAKE emcmake)
set(TEMSAO_PHONE_CORE ${CMAKE_BINARY_DIR}/phone/temsao_core.js)
set(has_phone_core FALSE)
if(TEMSAO_SANITIZE OR TEMSAO_FUZZ OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  message(STATUS "phone: no core, it is made with the release build only")
elseif(NOT EMCMAKE OR NOT EXISTS ${CMAKE_SOURCE_DIR}/.deps/phone/.complete-1)
  message(STATUS "phone: no core, emscripten or its libraries are not here; run scripts/setup")
else()
  set(has_phone_core TRUE)
  # A build of its own, since it has another compiler; it knows best what is out of date, so it is asked each time.
  add_custom_target(phone ALL
    COMMAND ${CMAKE_COMMAND} -E make_directory phone
    COMMAND ${EMCMAKE} ${CMAKE_COMMAND} -S ${CMAKE_SOURCE_DIR}/src/phone -B phone -G Ninja -DCMAKE_BUILD_TYPE=Release >phone/setup.log
    COMMAND ${CMAKE_COMMAND} --build phone -- -j2
    BYPRODUCTS ${TEMSAO_PHONE_CORE} ${CMAKE_BINARY_DIR}/phone/temsao_core.wasm
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} COMMENT "The judging core for the phone" VERBATIM)
endif()
