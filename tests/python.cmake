# Tests written in Python: a name, the file, and what it is given. Exit status 77 counts as skipped. The long ones are among
# them, so they begin before the many short cases, which then fill the gaps. Those that damage or kill do so a few dozen
# times here; called by hand with a larger number, or with none, they do it hundreds of times.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
function(temsao_python name file)
  add_test(NAME ${name} COMMAND Python3::Interpreter ${file} ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 COST 100)
endfunction()

# The command line: one text file of commands each (commands.py says how they read).
file(GLOB command_files CONFIGURE_DEPENDS cli/*.txt)
foreach(file ${command_files})
  get_filename_component(name ${file} NAME_WE)
  temsao_python("cli: ${name}" cli/commands.py $<TARGET_FILE:temsao> ${file})
endforeach()
temsao_python("cli: a second program reads the log after kills and full disks, and finds every label once"
              cli/log_tiles.py $<TARGET_FILE:temsao>)
temsao_python("cli: a copy of the log behind any web server is whole, and one damaged byte is found"
              cli/mirror.py $<TARGET_FILE:temsao>)
temsao_python("cli: a hundred processes at once change each kind of record, and nothing is lost"
              cli/crowd.py $<TARGET_FILE:temsao>)
temsao_python("cli: reading needs no writing: a read-only stick and a full disk answer as any other"
              cli/reading.py $<TARGET_FILE:temsao>)
temsao_python("cli: labels are printed at label printers, and what became of each one is known or asked"
              cli/print_at_printer.py $<TARGET_FILE:temsao>)
temsao_python("cli: labels are printed at office printers, and what became of each one is known or asked"
              cli/print_at_office_printer.py $<TARGET_FILE:temsao>)
temsao_python("printers: wherever an office printer goes wrong, no page is printed twice, and none counts that was not"
              printers/ipp_printer.py $<TARGET_FILE:feed_pages>)
temsao_python("printers: ippeveprinter prints labels unscaled, and a jam there is told"
              printers/ippeveprinter.py $<TARGET_FILE:temsao>)
temsao_python("cli: what may not be read is an error that names it, and never counts as empty"
              cli/unreadable.py $<TARGET_FILE:temsao>)
temsao_python("cli: each flipped bit is found, or changes no answer"
              cli/bit_flips.py $<TARGET_FILE:temsao> 60)
temsao_python("cli: import, submit, take and recall, killed at any moment, leave whole events, all in the log"
              cli/lots_killed.py $<TARGET_FILE:temsao> 32)
temsao_python("cli: backups made while others print are whole, and damaged ones are refused"
              cli/hot_backup.py $<TARGET_FILE:temsao> 60)
temsao_python("cli: every kind of PDF holds before other programs: fonts, words, boxes, inks"
              cli/pdf_kinds.py $<TARGET_FILE:temsao>)
temsao_python("cli: poppler, MuPDF, pdf.js and PDFium find every word of a label's PDF whole"
              cli/pdf_words.py $<TARGET_FILE:temsao> ${CMAKE_SOURCE_DIR})
temsao_python("cli: every command has help with an example, and every example runs"
              cli/examples.py $<TARGET_FILE:temsao>)
temsao_python("cli: every template takes the products it is for, without a remark of preflight"
              cli/templates_pass.py $<TARGET_FILE:temsao> ${CMAKE_SOURCE_DIR})
temsao_python("cli: a list is read as its program shows it, or the message says what was not read"
              cli/list_reading.py $<TARGET_FILE:temsao>)
temsao_python("cli: lists saved as XLS and ODS give the list of the XLSX, or say what to install"
              cli/list_of_other_programs.py $<TARGET_FILE:temsao>)
temsao_python("cli: binary workbooks are read by way of LibreOffice, or the message says what to install"
              cli/list_by_libreoffice.py $<TARGET_FILE:temsao>)
temsao_python("cli: LibreOffice itself reads a binary workbook, each value as its cell shows it"
              cli/list_by_real_libreoffice.py $<TARGET_FILE:temsao>)
temsao_python("cli: the workbooks that temsao writes are the same in openpyxl, pandas and LibreOffice"
              cli/list_in_other_programs.py $<TARGET_FILE:temsao>)
temsao_python("cli: files from the field are read, or the message says what was not read"
              cli/list_from_field.py $<TARGET_FILE:temsao> ${CMAKE_SOURCE_DIR}/../shared/field)
temsao_python("cli: a list of the whole country is imported, the same from text and workbook"
              cli/whole_country.py $<TARGET_FILE:temsao>)
temsao_python("lists: the same list in forty layouts, twelve forms of days, six encodings and by eight programs is the same"
              lists/same_list.py $<TARGET_FILE:temsao> --looks $<TARGET_FILE:many_looks>)
temsao_python("lists: a list damaged in one place is not accepted in silence as another one"
              lists/one_spoilt.py $<TARGET_FILE:temsao>)

# The server, as those see it who talk to it: each file is one test, named after it.
file(GLOB server_files CONFIGURE_DEPENDS server/*.py)
list(FILTER server_files EXCLUDE REGEX "/(server|shapes|two_servers|two_witnesses|store_that_hangs|forked_log)\\.py$")
foreach(file ${server_files})
  get_filename_component(name ${file} NAME_WE)
  string(REPLACE "_" " " name ${name})
  temsao_python("serve: ${name}" ${file} $<TARGET_FILE:temsao>)
endforeach()

temsao_python("store: the same cases, commands and servers on PostgreSQL"
              store/postgres.py $<TARGET_FILE:test_store> $<TARGET_FILE:temsao>)
# The whole is scripts/cluster-test --faults 200, which takes most of an hour.
set(cluster_test "store: on three machines that are killed, stopped and cut off no serial is lost or doubled")
add_test(NAME ${cluster_test} COMMAND ${CMAKE_SOURCE_DIR}/scripts/cluster-test $<TARGET_FILE:temsao> --faults 8 --minutes 4)
set_tests_properties(${cluster_test} PROPERTIES SKIP_RETURN_CODE 77 COST 400)
temsao_python("epcis: a second program gives every event of a lot book the id that it has"
              epcis/second_hashes.py $<TARGET_FILE:temsao>)
temsao_python("epcis: every document and event is what GS1's schema says, and JSON-LD loses no term of it"
              epcis/schema.py $<TARGET_FILE:temsao>)
temsao_python("epcis: a third program too, where a text does not look like a date to it"
              epcis/other_hashes.py $<TARGET_FILE:temsao>)
temsao_python("trace: a second verifier, written from the page on the format, says the same of every vector"
              trace/second_verifier.py vectors/signed_code.txt vectors/bundle_marks.txt)
temsao_python("trace: a second reader takes the same bundles with witnesses, and reads the same cosignatures"
              trace/second_witness.py vectors/witnessed_bundles.txt vectors/cosignatures.txt)
temsao_python("trace: a second reader finds the same lots, days and serials, and one guess in two hundred passes at most"
              trace/second_lots.py vectors/lots.txt)
temsao_python("verify: a second judge, written from the documents, says the same of random lists, codes and days"
              verify/second_judge.py $<TARGET_FILE:temsao>)
temsao_python("verify: the order of rows, an unrelated product, another language or a quiet day change no verdict"
              verify/metamorphic.py $<TARGET_FILE:temsao>)
temsao_python("scan: photos of others are read as far as ZXing reads them, and nothing is read where there is nothing"
              only_with.py ${CMAKE_SOURCE_DIR}/../shared/photos $<TARGET_FILE:test_scan> "[shared]" --warn NoAssertions)
set_tests_properties("scan: photos of others are read as far as ZXing reads them, and nothing is read where there is nothing"
                     PROPERTIES FAIL_REGULAR_EXPRESSION "No tests ran")
temsao_python("tree: what is installed runs from where it was put"
              tree/install.py ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR})
temsao_python("tree: the Debian package has everything, and runs where it is unpacked"
              tree/debian_package.py ${CMAKE_BINARY_DIR})
