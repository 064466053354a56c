# Tests about the tree itself: arrows, habits. Each names the remedy when it fails. The form is looked at by scripts/lint.
temsao_python("tree: a type's name means one thing in its folder" tree/one_meaning.py)
temsao_python("tree: the includes keep to the arrows" tree/arrows.py)
temsao_python("tree: the compiler refuses an arrow that is not in the table" tree/arrows_refused.py ${CMAKE_BINARY_DIR})
temsao_python("tree: setup leaves alone what is there, and stops at a changed checksum" tree/setup.py)
temsao_python("tree: a request ends in a reader" tree/wishes.py)
temsao_python("tree: words that were given up do not come back" tree/words.py)
temsao_python("tree: what documents and comments point at is there" tree/documents.py)
temsao_python("tree: every sentence is used, and every one used is there" tree/sentences.py)
temsao_python("tree: functions have at most 70 lines" tree/function_length.py)
temsao_python("tree: every test can fail" tree/assertions.py ${CMAKE_CTEST_COMMAND} ${CMAKE_BINARY_DIR})
temsao_python("tree: the types of the pages are those of the server's shapes" tree/api_types.py $<TARGET_FILE:temsao>)
temsao_python("tree: every option stands once, and help, completions, man pages and openapi.json have it"
              one_table.py $<TARGET_FILE:temsao> ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR})
