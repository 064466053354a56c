#!/usr/bin/env python3
"""The includes of src/ keep to the arrows that CMakeLists.txt gives and DESIGN.md draws; nothing goes round in a circle; the
halls of press and bench do not see each other; doors go to halls and never into a corridor. The compiler refuses an include
of a folder that is not in the table (arrows_refused.py); what it cannot refuse is looked for here: a circle, an arrow that
nothing uses, a way round through the links of cmake/headers.cmake."""
import re
import sys

from tree import ROOT, files

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


def read_arrows():
    """Of each folder those that it may include, from the files that build the program and the phone's core."""
    arrows = {}
    for line in (ROOT / "CMakeLists.txt").read_text().split("\n"):
        if found := re.match(r"temsao_(?:folder\((\w+)\s+USES|sources\(temsao (\w+))([a-z0-9 ]*)", line):
            arrows[found[1] or found[2]] = set(found[3].split())
    linked = re.search(r"set\(linked ([a-z0-9 ]+)\)", (ROOT / "src/phone/CMakeLists.txt").read_text())[1]
    return arrows | {"phone": set(linked.split())}


def wrong_includes(arrows):
    # the phone links what others use
    unused = {(folder, to) for folder, uses in arrows.items() for to in uses if folder != "phone"}
    for path in files("src/*.h", "src/*.cpp"):
        folder = path.relative_to(ROOT / "src").parts[0]
        for number, line in enumerate(path.read_text().split("\n"), 1):
            found = re.match(r'\s*#\s*include\s*"(([^/"]*)/?[^"]*)"', line)
            if not found:
                continue
            place = f"{path.relative_to(ROOT)}:{number}"
            if not re.fullmatch(r"\w+/\w+\.(h|inc)", found[1]):
                yield f"{place}: include FOLDER/FILE.h, not {found[1]}"
            unused.discard((folder, found[2]))
            if found[2] == folder:
                continue
            if found[2] not in arrows[folder] or found[1] not in ONLY.get((folder, found[2]), {found[1]}):
                yield f"{place}: {folder} may not include {found[1]}"
    yield from (f"{folder} has an arrow to {to} and includes nothing of it" for folder, to in sorted(unused))


def wrong_ways(arrows):
    """Circles, halls that see each other, doors into a corridor."""
    wrong = []

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
    return wrong


def wrong_rows(arrows):
    design = (ROOT / "DESIGN.md").read_text().split("\n")
    for folder, uses in sorted(arrows.items()):
        drawn = next((line for line in design if line.startswith(f"| `{folder}` |")), None)
        if drawn is None:
            yield f"DESIGN.md has no row for {folder}"
        elif set(drawn.rstrip(" |").split("|")[-1].replace("—", "").split()) != uses:
            yield f"DESIGN.md draws other arrows for {folder} than CMakeLists.txt: {drawn}"


def main():
    arrows = read_arrows()
    wrong = [*wrong_includes(arrows), *wrong_ways(arrows), *wrong_rows(arrows)]
    print("\n".join(wrong) or "the arrows hold")
    if wrong:
        print(
            "Let the hall hand the thing in, or move the piece; if the arrow itself is wrong, change it in CMakeLists.txt"
            " and DESIGN.md in one step."
        )
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
