# The Debian package: cpack -G DEB --config build/CPackConfig.cmake; tests/tree/debian_package.py looks it over.
install(FILES packaging/temsao.service DESTINATION lib/systemd/system)
install(FILES packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/temsao)
if(GZIP)
  set(TEMSAO_CHANGELOG ${CMAKE_BINARY_DIR}/share/doc/changelog.gz)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share/doc)
  execute_process(COMMAND ${GZIP} -9nc ${CMAKE_SOURCE_DIR}/packaging/changelog OUTPUT_FILE ${TEMSAO_CHANGELOG})
  install(FILES ${TEMSAO_CHANGELOG} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/temsao)
endif()

set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_CONTACT "Tem Sao <temsao@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "OCOP packaging labels, made and checked")
set(CPACK_PACKAGE_DESCRIPTION "Tem Sao prints the labels of products of Vietnam's OCOP programme (One
Commune One Product) from a province's product list: stars, dates and a
trace code, a GS1 Digital Link in a QR symbol, on sticker paper or a label
printer. It checks photos of labels against the list, on the command line,
in a browser and without a network. The server has pages for producers,
inspectors and the province's office, and an HTTP API.")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS poppler-utils) # a program, which no library asks for
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "libvips-tools, gnumeric, tesseract-ocr, tesseract-ocr-vie") # HEIC, AVIF, TIFF; XLS, ODS; verify --ocr
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "libreoffice-calc") # XLSB
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON) # the program is enough; no need to build the tests for a package
include(CPack)
