#!/usr/bin/env python3
"""The pages' journeys (pages/tests/NAME.test.mjs) in Debian's Chromium against a server of their own. Pictures of every screen end
up in build/screenshots. Exit 77, skipped, where node, the pages' packages or Chromium are missing.

    pages.py TEMSAO BUILD_FOLDER NAME"""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
temsao, build, name = sys.argv[1:]
node = shutil.which("node") or shutil.which("nodejs")
chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
missing = [
    what
    for what, there in [
        ("node", node),
        ("chromium", chromium),
        ("the pages' packages", (ROOT / "pages/node_modules/.temsao-lock").exists()),
        (
            "the built pages",
            not (ROOT / "pages" / name).exists()  # the server's own need none
            or (pathlib.Path(build) / "pages" / name / "index.html").exists(),
        ),
    ]
    if not there
]
if missing:
    print(f"skipped, missing: {', '.join(missing)}; scripts/setup, then build")
    sys.exit(77)
done = subprocess.run(
    [node, "--test", f"tests/{name}.test.mjs"],
    cwd=ROOT / "pages",
    env={**os.environ, "TEMSAO": temsao, "CHROMIUM": chromium, "SCREENSHOTS": str(pathlib.Path(build) / "screenshots")},
)
sys.exit(bool(done.returncode))
