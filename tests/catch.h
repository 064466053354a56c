#pragma once
// Catch2 in either major: Debian 12 has 2.13, backports 3.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include <iostream>
#include <string>
#include <vector>

// Ends a case that cannot be tried on this machine. ctest counts it as skipped, by these words (tests/CMakeLists.txt).
#define LEAVE_OUT(why)                                                                                                 \
    do {                                                                                                               \
        SUCCEED();                                                                                                     \
        std::cout << "test left out: " << (why) << "\n";                                                               \
        return;                                                                                                        \
    } while (false)
