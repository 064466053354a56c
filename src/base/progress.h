#pragma once
// Progress: a long job tells how many things of how many are done. Doors show it on a terminal; an empty function is
// fine. Called from the thread that runs the job, at most once per thing.
#include <cstddef>
#include <functional>

namespace temsao {
using Progress = std::function<void(std::size_t done, std::size_t total)>;
} // namespace temsao
