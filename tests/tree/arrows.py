#!/usr/bin/env python3
"""The includes of src/ keep to the arrows that CMakeLists.txt gives and DESIGN.md draws."""
import re
import sys

from tree import ROOT, files

arrows = {"cli": {"base", "app", "serve"}, "phone": {"base", "gs1", "trace", "scan", "app"}}  # the doors
for line in (ROOT / "CMakeLists.txt").read_text().split("\n"):
    if found := re.match(r"temsao_folder\((\w+)\s+USES([a-z0-9 ]*)", line):
        arrows[found[1]] = set(found[2].split())
# `verify` knows of `scan` what was read, not how (style.md, the house).
only = {("verify", "scan"): {"scan/reading.h"}}

wrong = []
for path in files("src/*.h", "src/*.cpp"):
    folder = path.relative_to(ROOT / "src").parts[0]
    for number, line in enumerate(path.read_text().split("\n"), 1):
        found = re.match(r'#include "((\w+)/[^"]+)"', line)
        if not found or found[2] == folder:
            continue
        if found[2] not in arrows[folder] or found[1] not in only.get((folder, found[2]), {found[1]}):
            wrong.append(f"{path.relative_to(ROOT)}:{number}: {folder} may not include {found[1]}")

design = ROOT / "DESIGN.md"
for folder, uses in sorted(arrows.items()):
    row = f"| `{folder}` |"
    drawn = next((line for line in design.read_text().split("\n") if line.startswith(row)), None)
    if drawn is None:
        wrong.append(f"DESIGN.md has no row for {folder}")
    elif set(drawn.rstrip(" |").split("|")[-1].replace("—", "").split()) != uses:
        wrong.append(f"DESIGN.md draws other arrows for {folder} than CMakeLists.txt: {drawn}")

print("\n".join(wrong) or "the arrows hold")
if wrong:
    print(
        "Hand the thing in from src/app, or move the piece; if the arrow itself is wrong, change it in CMakeLists.txt"
        " and DESIGN.md in one step."
    )
sys.exit(bool(wrong))
