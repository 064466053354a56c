#!/usr/bin/env python3
"""In the halls a request ends in a reader: only a job, as the folder's jobs.h declares it, and functions named read_…wish
take a job::Request. All others take values."""
import re
import sys

from cpp import tokens
from tree import ROOT, files

HALLS = ("press", "office", "bench")
# Jobs that jobs.h does not declare, with the reason.
ENTRANCES = {"preview_label": "serve asks for the studio's preview; no command does"}
REMEDY = "read its options into a struct in a function read_…wish, and take the struct"


def takes_it(found, place):
    """The name of the function in whose parameters this token stands; none elsewhere."""
    depth = 0
    for at in range(place, -1, -1):
        if found[at].kind != "sign":
            continue
        if found[at].text in "{};":
            return None
        depth += (found[at].text == ")") - (found[at].text == "(")
        if depth < 0:
            return found[at - 1].text
    return None


wrong, seen = [], 0
for hall in HALLS:
    header = (ROOT / "src" / hall / "jobs.h").read_text()
    job = r"Result<job::Report> (\w+)\(const job::Request&, const job::Surroundings&\);"
    jobs = set(re.findall(job, header)) | ENTRANCES.keys()
    for path in files(f"src/{hall}/*.h", f"src/{hall}/*.cpp"):
        found = tokens(path.read_text())
        for place, token in enumerate(found):
            if token.text != "Request" or token.kind != "name":
                continue
            seen += 1
            name = takes_it(found, place)
            if name is None:
                wrong.append(f"{path.relative_to(ROOT)}:{token.line}: a request is not made in a hall; {REMEDY}")
            elif name not in jobs and not re.fullmatch(r"read_(\w+_)?wish", name):
                wrong.append(f"{path.relative_to(ROOT)}:{token.line}: {name} takes a request; {REMEDY}")
print("\n".join(wrong) or f"{seen} mentions of job::Request, all at an entrance or in a reader")
sys.exit(bool(wrong) or seen < 20)
