#!/usr/bin/env python3
"""In a folder of src/, a type's name means one thing: two of one name, in two files, the linker would silently mix up."""
import re
import sys
from collections import defaultdict

from tree import ROOT, files

places = defaultdict(set)
for path in files("src/*.h", "src/*.cpp"):
    folder = path.relative_to(ROOT / "src").parts[0]
    is_hidden = False  # in an anonymous namespace, which no other file sees
    for line in path.read_text().split("\n"):
        if line.startswith("namespace {"):
            is_hidden = True
        elif line.startswith("} // namespace"):
            is_hidden = False
        elif found := re.match(r"(?:struct|class|union|enum|enum class) (\w+)(?: final)?(?: : [^;]*)? \{", line):
            if not is_hidden:
                places[folder, found[1]].add(str(path.relative_to(ROOT)))

twice = {name: where for name, where in places.items() if len(where) > 1}
for (folder, name), where in sorted(twice.items()):
    print(
        f"{folder}: {name} is defined in {' and '.join(sorted(where))}; rename one, or hide it in an anonymous namespace"
    )
print(f"{len(places)} types, {len(twice)} of two meanings")
sys.exit(bool(twice) or len(places) < 100)
