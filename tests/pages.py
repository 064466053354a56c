#!/usr/bin/env python3
"""The pages' journeys (pages/tests/NAME.test.mjs) in Debian's Chromium against a server of their own. With the
environment variable SCREENSHOTS, a folder, a picture of every screen is put there. Exit 77, skipped, where node, the
pages' packages, Chromium or the page are missing. NAME is the page's, or begins with it: scan_photos is about pages/scan.
With --fails the journeys must fail, and end: a failure that leaves a browser or a server behind would be waited for
without end.

    pages.py TEMSAO BUILD_FOLDER NAME [--fails]"""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
temsao, build, name, *more = sys.argv[1:]
PATIENCE = 13 * 60  # seconds; less than scripts/test has for a test
node = shutil.which("node") or shutil.which("nodejs")
chromium = os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")
page = name.split("_")[0]
has_sources = (ROOT / "pages" / page).exists()  # the pages that the server writes itself have none
wanted = [
    ("node", node),
    ("chromium", chromium),
    ("the pages' packages", (ROOT / "pages/node_modules/.temsao-lock").exists()),
    ("the built pages", not has_sources or (pathlib.Path(build) / "pages" / page / "index.html").exists()),
]
missing = [what for what, is_there in wanted if not is_there]
if missing:
    print(f"skipped, missing: {', '.join(missing)}; scripts/setup, then build")
    sys.exit(77)
journeys = subprocess.Popen(
    [node, "--test", f"tests/{name}.test.mjs"],
    cwd=ROOT / "pages",
    env={**os.environ, "TEMSAO": temsao, "CHROMIUM": chromium},
)
try:
    status = journeys.wait(timeout=PATIENCE)
except subprocess.TimeoutExpired:
    journeys.terminate()  # playwright-core ends its browsers then
    print(f"{name}: still running after {PATIENCE} seconds")
    sys.exit(1)
sys.exit(bool(status) != (more == ["--fails"]))
