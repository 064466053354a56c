#include "system/memory.h"

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace temsao {

void return_freed_memory() {
#ifdef __GLIBC__
    (void)::malloc_trim(0);
#endif
}

} // namespace temsao
