# The eye and the judge once more, as WebAssembly for the inspector's phone (src/phone). Without clang for WebAssembly or its
# libraries the program is built all the same, and the page that needs them is left out, with a message.
find_program(TEMSAO_WASM_CLANG clang++-19)
set(TEMSAO_PHONE_CORE ${CMAKE_BINARY_DIR}/phone/temsao_core.wasm)
set(has_phone_core FALSE)
if(TEMSAO_SANITIZE OR TEMSAO_FUZZ OR NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  message(STATUS "phone: no core, it is made with the release build only")
elseif(NOT TEMSAO_WASM_CLANG OR NOT EXISTS ${CMAKE_SOURCE_DIR}/.deps/phone/.complete-2)
  message(STATUS "phone: no core, clang for WebAssembly or its libraries are not here; run scripts/setup")
else()
  set(has_phone_core TRUE)
  # A build of its own, since it has another compiler; it knows best what is out of date, so it is asked each time.
  add_custom_target(phone ALL
    COMMAND ${CMAKE_COMMAND} -E make_directory phone
    COMMAND ${CMAKE_COMMAND} -S ${CMAKE_SOURCE_DIR}/src/phone -B phone -G Ninja -DCMAKE_BUILD_TYPE=Release
            -DTEMSAO_HEADERS=${CMAKE_BINARY_DIR}/headers
    COMMAND ${CMAKE_COMMAND} --build phone -- -j2
    BYPRODUCTS ${TEMSAO_PHONE_CORE}
    WORKING_DIRECTORY ${CMAKE_BINARY_DIR} COMMENT "The eye and the judge for the phone" VERBATIM)
endif()
