// What a C++ program finds below it on a computer and not in a browser. Exceptions: what is thrown goes to the page's
// worker (pages/scan/core_module.js), which gives up the attempt it was thrown in (scan/attempt.h), or else this
// module: it starts a new one and says that this photo could not be read.
#include <cstdlib>
#include <typeinfo>

extern "C" {

[[noreturn]] __attribute__((import_module("temsao"), import_name("thrown"))) void temsao_thrown();

// The ABI's names: Itanium C++ ABI, exception handling, 2.4.2 and 2.4.3.
void* __cxa_allocate_exception(std::size_t size) noexcept {
    return std::malloc(size); // never freed: giving an attempt up allows for this loss
}

void __cxa_free_exception(void* thrown) noexcept {
    std::free(thrown);
}

[[noreturn]] void __cxa_throw(void*, std::type_info*, void (*)(void*)) {
    temsao_thrown();
}

// The one thread never ends. (The same ABI, 3.3.5, and its extension for threads.)
int __cxa_thread_atexit(void (*)(void*), void*, void*) noexcept {
    return 0;
}
}
