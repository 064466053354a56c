# Tests about the tree itself: form, arrows, habits. Each names the remedy when it fails.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(CLANG_FORMAT NAMES clang-format-14 REQUIRED)
find_program(CLANG_TIDY NAMES clang-tidy-14 REQUIRED)

add_test(NAME "tree: a type's name means one thing in its folder" COMMAND Python3::Interpreter one_meaning.py
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: the includes keep to the arrows" COMMAND Python3::Interpreter arrows.py
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: the compiler refuses an arrow that is not in the table"
         COMMAND Python3::Interpreter arrows_refused.py ${CMAKE_BINARY_DIR} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: setup leaves alone what is there, and stops at a changed checksum"
         COMMAND Python3::Interpreter setup.py WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: clang-format has nothing to change" COMMAND Python3::Interpreter form.py ${CLANG_FORMAT}
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: words that were given up do not come back" COMMAND Python3::Interpreter words.py
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: what documents and comments point at is there" COMMAND Python3::Interpreter documents.py
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
add_test(NAME "tree: every sentence is used, and every one used is there" COMMAND Python3::Interpreter sentences.py
         WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
if(NOT TEMSAO_SANITIZE AND NOT TEMSAO_FUZZ)
  add_test(NAME "tree: clang-tidy finds nothing" COMMAND Python3::Interpreter tidy.py ${CLANG_TIDY} ${CMAKE_BINARY_DIR}
           WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties("tree: clang-tidy finds nothing" PROPERTIES TIMEOUT 1500 COST 1000)
endif()
