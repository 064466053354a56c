#pragma once
// Runs what a library may give up by throwing an exception. On the phone there are no exceptions: there
// src/phone/runtime.cpp and the page's worker give it up from outside. Any thread.
#include <exception>
#include <type_traits>

namespace temsao::scan {

#ifdef __wasm__

// Calls `run` with `with`. False when something was thrown in it: then the stack is as it was before, but nothing on it
// was destroyed, so what it had allocated stays allocated.
__attribute__((import_module("temsao"), import_name("attempt"))) extern "C" int temsao_attempt(void (*run)(void*),
                                                                                               void* with);

template <class Run>
bool attempt(Run&& run) {
    const auto call = [](void* with) { (*static_cast<std::remove_reference_t<Run>*>(with))(); };
    return temsao_attempt(call, &run) != 0;
}

#else

template <class Run>
bool attempt(Run&& run) {
    try {
        run();
        return true;
    } catch (const std::exception&) {
        return false;
    }
}

#endif

} // namespace temsao::scan
