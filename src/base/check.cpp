#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace temsao {

void check_failed(const char* condition, const char* file, int line) {
    std::fprintf(stderr, "temsao: bug: %s does not hold at %s:%d; please report it\n", condition, file, line);
    std::_Exit(70);
}

} // namespace temsao
