# Every library we link, found in one place. Debian 12's packages are listed in scripts/packages.txt; ZXing-C++ is built
# from pinned source by scripts/setup into .deps/ and never taken from the system, whose 1.4.0 has another interface.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(Cups REQUIRED)
find_package(Boost 1.81 REQUIRED) # headers only: Beast and Asio
foreach(name sqlite3 libpng libjpeg libwebp libexif pugixml cairo libdeflate)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${name})
endforeach()
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(lcms2 REQUIRED IMPORTED_TARGET lcms2)
pkg_check_modules(harfbuzz REQUIRED IMPORTED_TARGET harfbuzz harfbuzz-subset)
pkg_check_modules(zbar REQUIRED IMPORTED_TARGET zbar)
pkg_check_modules(libpqxx REQUIRED IMPORTED_TARGET libpqxx)
pkg_check_modules(libcurl REQUIRED IMPORTED_TARGET libcurl)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
# Debian's libzint-dev has no file for pkg-config.
find_path(ZINT_INCLUDE zint.h REQUIRED)
find_library(ZINT_LIBRARY zint REQUIRED)
add_library(Zint::Zint UNKNOWN IMPORTED)
set_target_properties(Zint::Zint PROPERTIES IMPORTED_LOCATION ${ZINT_LIBRARY}
                                            INTERFACE_INCLUDE_DIRECTORIES ${ZINT_INCLUDE})

set(TEMSAO_DEPS ${CMAKE_SOURCE_DIR}/.deps CACHE PATH "where scripts/setup built the pinned sources")
find_package(ZXing 3.1.1 EXACT CONFIG PATHS ${TEMSAO_DEPS}/zxing-cpp-3.1.1 NO_DEFAULT_PATH)
if(NOT ZXing_FOUND)
  message(FATAL_ERROR "ZXing-C++ 3.1.1 is not in ${TEMSAO_DEPS}. Run scripts/setup first.")
endif()
# Its inner headers, for the one file that takes symbols apart (src/scan/qr_matrix.cpp).
set(TEMSAO_ZXING_INNER ${TEMSAO_DEPS}/zxing-cpp-3.1.1/include/ZXing-inner)
