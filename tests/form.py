#!/usr/bin/env python3
"""clang-format has nothing to change."""
import subprocess
import sys

from tree import files

sources = files("src/*.h", "src/*.cpp", "tests/*.h", "tests/*.cpp")
done = subprocess.run([sys.argv[1], "--dry-run", "-Werror", *sources])
if done.returncode:
    print(f"Run: {sys.argv[1]} -i on the files named above.")
sys.exit(done.returncode)
