#!/usr/bin/env python3
"""Each header of src/ that other folders may include says what it is, and what threads may do with it."""
import re
import sys

from tree import ROOT, files

wrong, seen = [], 0
for header in files("src/*.h"):
    text = header.read_text()
    first_lines = "\n".join(text.split("\n")[:12])
    if "// Inside `" in first_lines:
        continue
    seen += 1
    comments = "\n".join(re.findall(r"//.*", text))
    if "// " not in first_lines:
        wrong.append(f"{header.relative_to(ROOT)}: begin with a comment that says what the header is for")
    if not re.search(r"thread", comments, re.IGNORECASE):
        wrong.append(f"{header.relative_to(ROOT)}: say whether any thread may use it, or one at a time")
if seen < 150:
    wrong.append(f"only {seen} headers were found; has their form changed?")
print("\n".join(wrong) or f"{seen} headers say what they are, and for which threads")
sys.exit(bool(wrong))
