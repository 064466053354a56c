#pragma once
// What a stranger typed, without the numbers and addresses that lead to a person. Pure; any thread.
#include <string>
#include <string_view>

namespace temsao {

// Runs of 9 or more digits (telephone and identity numbers) and e-mail addresses become […]. One or two spaces, dots,
// hyphens or brackets between digits do not end a run; a date such as 24.11.2026 is not a part of one. Digits of full
// width count, and come back as ASCII. Names of people cannot be told from other words and stay. Needs UTF-8, tidied.
std::string impersonal(std::string_view text);

} // namespace temsao
