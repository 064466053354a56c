#pragma once
// Progress: a long job reports how many of how many items are done. Doors show it on a terminal; the function may be
// empty. It is called from the thread that runs the job, at most once per item.
#include <cstddef>
#include <functional>

namespace temsao {
using Progress = std::function<void(std::size_t done, std::size_t total)>;
} // namespace temsao
