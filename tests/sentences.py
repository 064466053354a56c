#!/usr/bin/env python3
"""The tables src/*/sentences.cpp and the sources hold together: every sentence is named somewhere, both languages use
the same facts, ids are unique. (That every id used exists is also an ENSURE in say().)"""
import re
import sys

from tree import ROOT, files

table = "\n".join(p.read_text() for p in files("src/*/sentences.cpp"))
string = r'"(?:[^"\\]|\\.)*"'
rows = re.findall(r"\{(" + string + r")\s*,\s*((?:" + string + r"\s*)+),\s*((?:" + string + r"\s*)+)\}", table)
sources = "\n".join(p.read_text() for p in files("src/*.h", "src/*.cpp", "src/*.inc") if p.name != "sentences.cpp")
wrong = []
seen = set()


def unquoted(strings):
    return re.sub(r'"\s*"', "", strings)


for raw_id, vi, en in rows:
    id = raw_id.strip('"')
    if id in seen:
        wrong.append(f"{id}: stands twice")
    seen.add(id)
    if set(re.findall(r"\{(\d)[}:]", vi)) != set(re.findall(r"\{(\d)[}:]", en)):
        wrong.append(f"{id}: the languages use different facts")
    for place in re.findall(r"\{([^{}]*)\}", unquoted(vi) + unquoted(en)):
        if not re.fullmatch(r"\d(:day|:state|\|[^|]+\|[^|]+)?", place):
            wrong.append(f"{id}: {{{place}}} is none of the forms that base/sentences.h lists")
    if f'"{id}"' not in sources and not any(f'"{id[:i]}"' in sources for i in range(4, len(id))):
        wrong.append(f"{id}: no source names it; delete the row")
for used in sorted(set(re.findall(r'"([a-z0-9_]+\.[a-z0-9_]+)"', sources))):
    if re.search(r'error\(\s*Cause::\w+,\s*"' + re.escape(used) + '"', sources) and used not in seen:
        wrong.append(f"{used}: an error without a sentence")
if len(rows) < 10:
    wrong.append("the table was not understood; has its form changed?")
print("\n".join(wrong) or f"{len(rows)} sentences hold")
sys.exit(bool(wrong))
