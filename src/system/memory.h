#pragma once

// What the process holds of the machine's memory. Any thread.

namespace temsao {

// Gives to the system what was freed: malloc keeps it for each thread that ever needed it, so that a server whose
// threads each read one list of a whole country would hold as many lists for good. Some milliseconds after 100 MB.
void return_freed_memory();

} // namespace temsao
