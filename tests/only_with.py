#!/usr/bin/env python3
"""Runs a test that needs a folder which is not in the repository; where that is missing, it is skipped, exit status 77.
What such a test checks, another one checks with data of the repository: this is a second look, at what others made.

    only_with.py FOLDER COMMAND ..."""
import pathlib
import subprocess
import sys

folder, *command = sys.argv[1:]
if not pathlib.Path(folder).is_dir():
    print(f"skipped: there is no folder {folder}")
    sys.exit(77)
sys.exit(bool(subprocess.run(command).returncode))
