#!/usr/bin/env python3
""".ci/run fails by a test and by what scripts/lint found, which looks while the tests run, and prints the twelve longest
tests either way. In a copy, with scripts that only pretend."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
TESTS = 15
SAID = "".join(f"{n}/{TESTS} Test #{n}: cli: number {n} .... Passed {n}.50 sec\n" for n in range(1, TESTS + 1))
# The tests wait for a minute until lint has begun.
WAITS = """echo 'test: will now run 15 tests'
for _ in $(seq 600); do [ -e began ] && break; sleep 0.1; done
[ -e began ] || exit 9"""
wrong = []


def ci(tests, lint):
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder)
        (tree / "scripts").mkdir()
        shutil.copytree(ROOT / ".ci", tree / ".ci")
        for name, does, words, status in (
            ("test", WAITS, SAID + "100% tests passed, 0 tests failed out of 15", tests),
            ("lint", "touch began", "lint: looked", lint),
        ):
            file = tree / "scripts" / name
            file.write_text(f"#!/bin/sh\n{does}\ncat <<'END'\n{words}\nEND\nexit {status}\n")
            file.chmod(0o755)
        return subprocess.run([tree / ".ci/run"], capture_output=True, text=True)


for tests, lint, wanted in ((0, 0, 0), (0, 1, 1), (8, 0, 8), (8, 1, 8)):
    done = ci(tests, lint)
    if done.returncode != wanted:
        wrong.append(f"tests {tests}, lint {lint}: .ci/run ends with {done.returncode} instead of {wanted}")
    longest = re.findall(r"^(\d+)\.50 cli: number \1$", done.stdout, re.M)
    if [int(number) for number in longest] != list(range(TESTS, TESTS - 12, -1)):
        wrong.append(f"tests {tests}, lint {lint}: the twelve longest tests are not told:\n{done.stdout}")
    if ("scripts/lint found something" in done.stdout) != bool(lint) or "lint: looked\n" not in done.stdout:
        wrong.append(f"tests {tests}, lint {lint}: what lint found is not told:\n{done.stdout}")
    if not done.stdout.endswith("100% tests passed, 0 tests failed out of 15\n"):
        wrong.append(f"tests {tests}, lint {lint}: it does not end with ctest's summary:\n{done.stdout}")

print("\n".join(wrong) or ".ci/run fails when it should")
sys.exit(bool(wrong))
