# What shells and man need, made by the program from its table of options as soon as it is built, and installed where they look.
function(temsao_from_options file folder)
  set(made ${CMAKE_BINARY_DIR}/share/${folder}/${file})
  add_custom_command(TARGET temsao POST_BUILD BYPRODUCTS ${made} VERBATIM
    COMMAND ${CMAKE_COMMAND} "-DCOMMAND=$<TARGET_FILE:temsao>;${ARGN}" -DOUT=${made} -P ${CMAKE_SOURCE_DIR}/cmake/write_output.cmake)
  if(GZIP AND folder MATCHES "^man/")
    add_custom_command(TARGET temsao POST_BUILD BYPRODUCTS ${made}.gz VERBATIM COMMAND ${GZIP} -9nkf ${made})
    set(made ${made}.gz)
  endif()
  install(FILES ${made} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder})
endfunction()

temsao_from_options(temsao      bash-completion/completions --lang en --completion bash)
temsao_from_options(_temsao     zsh/site-functions          --lang en --completion zsh)
temsao_from_options(temsao.fish fish/vendor_completions.d   --lang en --completion fish)
temsao_from_options(temsao.1    man/man1                    --lang en --man)
temsao_from_options(temsao.1    man/vi/man1                 --lang vi --man)
