#!/usr/bin/env python3
"""Runs clang-tidy over src/, two files at a time. A file is looked at again when it, anything that it includes, its command,
.clang-tidy or clang-tidy itself has changed; build/tidy/ remembers what was found good. Which headers a file includes is
what Ninja noted when it built the file: one that is not built yet is always looked at. scripts/lint calls this.

    scripts/tidy.py BUILD_FOLDER"""
import concurrent.futures
import functools
import hashlib
import json
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILD = pathlib.Path(sys.argv[1]).resolve()
SEEN = BUILD / "tidy"
TIDY = ["clang-tidy-14", "--quiet", "--extra-arg=-Wno-unknown-warning-option"]


def is_unity(file):
    """Several sources of src/ in one, as CMake writes them where the build has TEMSAO_UNITY."""
    if not re.match(r"unity_\d+_cxx\.cxx$", file.name):
        return False
    named = re.findall(r'^#include "(.+)"$', file.read_text(), re.M)
    return bool(named) and all(pathlib.Path(name).is_relative_to(ROOT / "src") for name in named)


def without_precompiled_header(command):
    """GCC's own precompiled headers mean nothing to clang."""
    return re.sub(r"-Winvalid-pch|-include \S+cmake_pch\.hxx", "", command)


def commands():
    """The compile command of every source in src/, or of the unity files that hold them, by its path. src/phone is left
    out: clang for WebAssembly compiles it with warnings as errors."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        file = pathlib.Path(entry["file"])
        is_ours = file.is_relative_to(ROOT / "src") and file.parent.name != "phone"
        if is_ours or is_unity(file):
            entry["command"] = without_precompiled_header(entry["command"])
            found.setdefault(str(file.relative_to(ROOT)), entry)
    return found


def included():
    """What each object file was made of, as Ninja noted it."""
    if not (BUILD / "build.ninja").exists():
        return {}
    said = subprocess.run(["ninja", "-C", BUILD, "-t", "deps"], capture_output=True, text=True).stdout
    parts = {}
    for block in said.split("\n\n"):
        head, *files = block.strip().split("\n")
        if head.endswith("(VALID)"):
            parts[head.partition(": ")[0]] = [BUILD / name.strip() for name in files]
    return parts


@functools.cache
def state(path):
    """Of a file of ours its content; of the system's, size and time."""
    path = path.resolve()
    if path.is_relative_to(ROOT) and not path.is_relative_to(ROOT / ".deps"):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    seen = path.stat()
    return f"{seen.st_size} {seen.st_mtime_ns}"


def fingerprint(name, entry, parts, common):
    """Of all that clang-tidy's answer depends on; nothing when that is not known."""
    words = shlex.split(entry["command"])
    made_of = parts.get(words[words.index("-o") + 1]) if "-o" in words else None
    if made_of is None:
        return None
    try:
        lines = [common, entry["command"], *(f"{path} {state(path)}" for path in sorted({*made_of, ROOT / name}))]
    except FileNotFoundError:  # an include that is gone since the last build
        return None
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def look(name):
    more = ["--checks=-bugprone-suspicious-include"] if is_unity(ROOT / name) else []
    return subprocess.run([*TIDY, *more, "-p", SEEN, ROOT / name], capture_output=True, text=True)


def main():
    entries, parts = commands(), included()
    if not entries:
        sys.exit(f"{BUILD}/compile_commands.json names no source in src/; configure it again")
    SEEN.mkdir(exist_ok=True)
    (SEEN / "compile_commands.json").write_text(json.dumps(list(entries.values())))
    version = subprocess.run([TIDY[0], "--version"], capture_output=True, text=True).stdout
    common = version + (ROOT / ".clang-tidy").read_text() + " ".join(TIDY)
    prints = {name: fingerprint(name, entry, parts, common) for name, entry in entries.items()}
    mark = lambda name: SEEN / (name.replace("/", "-") + ".good")
    is_good = lambda name: mark(name).exists() and mark(name).read_text() == prints[name]
    changed = [name for name in sorted(entries) if not is_good(name)]
    print(f"clang-tidy: {len(changed)} of {len(entries)} files are new or changed", flush=True)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, done in zip(changed, pool.map(look, changed)):
            if done.returncode:
                failed += 1
                print(done.stdout + (done.stderr if not done.stdout else ""), flush=True)
            elif prints[name]:
                mark(name).write_text(prints[name])
    print(f"clang-tidy: {failed} files with remarks")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
