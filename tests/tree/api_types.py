#!/usr/bin/env python3
"""The shapes in openapi.json: each that is named is there, each is reached from a route, and the types that the pages
use (pages/kit/api_types.ts) are made from these and no others. Exit 77, skipped, where node or the pages' packages are
missing.

    api_types.py TEMSAO"""
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def named_in(part):
    return set(re.findall(r'"#/components/schemas/(\w+)"', json.dumps(part)))


def reached(document):
    schemas = document["components"]["schemas"]
    seen, ahead = set(), named_in(document["paths"])
    while ahead:
        name = ahead.pop()
        seen.add(name)
        ahead |= named_in(schemas[name]) - seen if name in schemas else set()
    return seen


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    document = json.loads(subprocess.run([program, "--openapi"], capture_output=True, text=True, check=True).stdout)
    there, used = set(document["components"]["schemas"]), reached(document)
    wrong = [f"no shape {name}, which another or a route names" for name in sorted(used - there)]
    wrong += [f"shape {name} is named by no route" for name in sorted(there - used)]
    node = shutil.which("node") or shutil.which("nodejs")
    if wrong or len(there) < 40:
        print("\n".join(wrong) or f"only {len(there)} shapes")
        return 1
    if not node or not (ROOT / "pages/node_modules/.temsao-lock").exists():
        print("skipped, missing: node or the pages' packages; scripts/setup")
        return 77
    return subprocess.run([node, "types.mjs", program, "--check"], cwd=ROOT / "pages").returncode


sys.exit(main())
