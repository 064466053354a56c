#include "symbol/symbol.h"

namespace temsao::symbol {

Symbol::Symbol(int version, EcLevel level, int mask, ModuleBits modules)
    : version_(version),
      level_(level),
      mask_(mask),
      modules_(std::move(modules)) {
    ENSURE(version_ >= 1 && version_ <= 40);
    ENSURE(modules_.size() == static_cast<std::size_t>(size() * row_words(size())));
}

std::string_view name(EcLevel level) {
    constexpr std::string_view names[] = {"L", "M", "Q", "H"};
    return names[static_cast<int>(level)];
}

} // namespace temsao::symbol
