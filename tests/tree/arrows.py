#!/usr/bin/env python3
"""The includes of src/ keep to the arrows that CMakeLists.txt gives and DESIGN.md draws; nothing goes round in a circle; the
halls of press and bench do not see each other; doors go to halls and never into a corridor."""
import re
import sys

from tree import ROOT, files

DOORS = {"cli": {"base", "system", "job", "app", "serve"}}
PHONE = ROOT / "src/phone/CMakeLists.txt"
CORRIDORS = {
    "label",
    "page",
    "render",
    "printers",
    "decode",
    "scan",
    "stars",
    "grade",
    "verify",
    "symbol",
    "catalog",
    "sheet",
}
# `verify` knows of a photo what was read in it, not the picture.
ONLY = {("verify", "photo"): {"photo/reading.h"}}

arrows = dict(DOORS)
for line in (ROOT / "CMakeLists.txt").read_text().split("\n"):
    if found := re.match(r"temsao_folder\((\w+)\s+USES([a-z0-9 ]*)", line):
        arrows[found[1]] = set(found[2].split())
linked = re.search(r"set\(folders ([a-z0-9 ]+)\)", PHONE.read_text())[1].split()
arrows["phone"] = set(linked) - {"phone"}

wrong = []
unused = {
    (folder, to) for folder, uses in arrows.items() for to in uses if folder != "phone"
}  # it links what others use
for path in files("src/*.h", "src/*.cpp"):
    folder = path.relative_to(ROOT / "src").parts[0]
    for number, line in enumerate(path.read_text().split("\n"), 1):
        found = re.match(r'#include "((\w+)/[^"]+)"', line)
        if not found or found[2] == folder:
            continue
        unused.discard((folder, found[2]))
        if found[2] not in arrows[folder] or found[1] not in ONLY.get((folder, found[2]), {found[1]}):
            wrong.append(f"{path.relative_to(ROOT)}:{number}: {folder} may not include {found[1]}")
wrong.extend(f"{folder} has an arrow to {to} and includes nothing of it" for folder, to in sorted(unused))


def reach(folder, way=()):
    """Every folder that `folder` uses, its own ones and theirs; a circle is told with its way."""
    if folder in way:
        wrong.append("a circle: " + " -> ".join([*way, folder]))
        return set()
    return arrows[folder].union(*(reach(used, (*way, folder)) for used in arrows[folder]))


reached = {folder: reach(folder) for folder in arrows}
for one, other in (("press", "bench"), ("bench", "press"), ("office", "press"), ("office", "bench")):
    if other in reached[one]:
        wrong.append(f"{one} sees {other}")
for door in ("app", "serve", "cli"):
    for folder in sorted(arrows[door] & CORRIDORS):
        wrong.append(f"{door} goes into the corridor {folder}")

design = (ROOT / "DESIGN.md").read_text().split("\n")
for folder, uses in sorted(arrows.items()):
    drawn = next((line for line in design if line.startswith(f"| `{folder}` |")), None)
    if drawn is None:
        wrong.append(f"DESIGN.md has no row for {folder}")
    elif set(drawn.rstrip(" |").split("|")[-1].replace("—", "").split()) != uses:
        wrong.append(f"DESIGN.md draws other arrows for {folder} than CMakeLists.txt: {drawn}")

print("\n".join(wrong) or "the arrows hold")
if wrong:
    print(
        "Let the hall hand the thing in, or move the piece; if the arrow itself is wrong, change it in CMakeLists.txt and"
        " DESIGN.md in one step."
    )
sys.exit(bool(wrong))
