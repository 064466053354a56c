#pragma once
// Inside `scan` only: two finder patterns -> candidates whose third pattern is guessed, for symbols with one corner
// under a finger, a strip of tape, glare or dirt. Pure; any thread.
#include "scan/seek.h"

namespace temsao::scan {

// The plausible candidates, least doubtful first, at most `most`.
std::vector<Candidate> find_pairs(const std::vector<Finder>& finders, std::size_t most);

// The guessed pattern looked for around its place, and put where it is seen; as it was, when it is not.
Candidate with_third_sought(const Pyramid& pyramid, const Candidate& pair, Work& work);

} // namespace temsao::scan
