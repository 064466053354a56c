#!/usr/bin/env python3
"""Every id of an exported lot book is the one that epcis2.js, another generator than GS1's, makes of the same event.

    other_hashes.py PROGRAM [ENTRIES]

Needs node and the package epcis2.js (2.7.3 was tried) in node_modules of the folder that TEMSAO_EPCIS2 names; without
them exit status 77. epcis2.js takes every text that JavaScript's Date can read, such as an address that ends in PX-311,
for a time and hashes that: events with such a text are counted and not compared."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from random_book import PATIENCE, exported

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ENTRIES = int(sys.argv[2]) if len(sys.argv) > 2 else 400
FOLDER = os.environ.get("TEMSAO_EPCIS2")
NODE = shutil.which("node") or shutil.which("nodejs")


def main():
    if not NODE or not FOLDER or not (pathlib.Path(FOLDER) / "node_modules/epcis2.js").is_dir():
        print("test left out: TEMSAO_EPCIS2 names no folder with epcis2.js, or there is no node")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        document, failures = exported(PROGRAM, home, ENTRIES)
        words = [NODE, pathlib.Path(__file__).with_suffix(".mjs"), FOLDER, home / "so.jsonld"]
        made = json.loads(subprocess.run(words, capture_output=True, text=True, check=True, timeout=PATIENCE).stdout)
        dated = [one for one in made if one["reads_as_date"]]
        compared = [one for one in made if not one["reads_as_date"]]
        failures += [
            f"another id for {one['step']}: {one['id']} {one['other']}" for one in compared if one["id"] != one["other"]
        ]
        if len(made) != len(document["epcisBody"]["eventList"]):
            failures.append(f"{len(made)} events were read")
        if len(compared) < len(made) // 2:
            failures.append(f"only {len(compared)} of {len(made)} events could be compared")
        print(
            "\n".join(failures[:10])
            or f"{len(compared)} events under the same id; {len(dated)} hold what reads as a date"
        )
        sys.exit(bool(failures))


main()
