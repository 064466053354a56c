# Which headers a folder of src/ sees. Its own sources look for a header in roots/FOLDER, which leads to the folder itself,
# and in headers/USED for each folder that it may include, and nowhere else: any other arrow does not compile.
#
# A header of a used folder may include one of a folder further down, which the source that started may not see. The
# compiler looks first beside the header that includes, so what a header may include lies beside it:
#
#   headers/label/label/drawing.h  -> src/label/drawing.h             every header of label that is not “Inside `label`”
#   headers/label/label/symbol     -> headers/symbol/symbol           the folders that label may include
#   headers/label/label/label      -> headers/label/inside            label's headers find all others of label
#   headers/label/inside/…         every header of label, the folders as above, and label -> itself
#
# The phone's door (src/phone/CMakeLists.txt) sees headers/USED in the same way. tests/tree/arrows_refused.py asks the compiler.

# Links in `place`, by pairs of a name and what it leads to; others that lie there are taken away.
function(temsao_links place)
  set(pairs ${ARGN})
  file(MAKE_DIRECTORY ${place})
  file(GLOB old RELATIVE ${place} ${place}/*)
  while(pairs)
    list(POP_FRONT pairs name to)
    list(REMOVE_ITEM old ${name})
    if(NOT IS_SYMLINK ${place}/${name})
      file(CREATE_LINK ${to} ${place}/${name} SYMBOLIC)
    endif()
  endwhile()
  foreach(name ${old})
    file(REMOVE ${place}/${name}) # of a link the link, not what it leads to
  endforeach()
endfunction()

# temsao_headers(FOLDER USED…): where FOLDER's sources look for its headers, and where others do.
function(temsao_headers folder)
  temsao_links(${CMAKE_BINARY_DIR}/roots/${folder} ${folder} ${CMAKE_SOURCE_DIR}/src/${folder})
  set(lower "")
  foreach(used ${ARGN})
    list(APPEND lower ${used} ${CMAKE_BINARY_DIR}/headers/${used}/${used})
  endforeach()
  set(seen ${lower} ${folder} ${CMAKE_BINARY_DIR}/headers/${folder}/inside)
  set(all ${lower} ${folder} .)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${folder}/*.h)
  foreach(header ${headers})
    cmake_path(GET header FILENAME name)
    list(APPEND all ${name} ${header})
    file(READ ${header} top LIMIT 300)
    if(top MATCHES "// Inside `${folder}`")
      set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${header}) # in case it shall be seen
    else()
      list(APPEND seen ${name} ${header})
    endif()
  endforeach()
  temsao_links(${CMAKE_BINARY_DIR}/headers/${folder}/${folder} ${seen})
  temsao_links(${CMAKE_BINARY_DIR}/headers/${folder}/inside ${all})
endfunction()

# temsao_sees(TARGET FOLDER USED…): the sources of TARGET, which is FOLDER's, see FOLDER and the folders that it uses.
function(temsao_sees target folder)
  list(TRANSFORM ARGN PREPEND ${CMAKE_BINARY_DIR}/headers/ OUTPUT_VARIABLE used)
  target_include_directories(${target} PRIVATE ${CMAKE_BINARY_DIR}/roots/${folder} ${used})
endfunction()
