#!/usr/bin/env python3
"""The compiler refuses an arrow that is not in the table. A source of each folder, with that folder's own flags, asks the
compiler for every header of src/ (__has_include): it finds those of the folder itself and of the folders in the table,
without those that are “Inside” their folder, and no other. And an include of each folder that is not in the table does not
compile.

    arrows_refused.py BUILD"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

from arrows import read_arrows
from compile_flags import flags_of
from tree import ROOT, files

build = pathlib.Path(sys.argv[1])
arrows = read_arrows()
headers = {}  # of each folder: the path of a header as an include has it, and whether other folders may include it
for path in files("src/*.h"):
    name = str(path.relative_to(ROOT / "src"))
    top = "\n".join(path.read_text().split("\n")[:12])
    headers.setdefault(name.split("/")[0], {})[name] = not re.search(r"// Inside `\w+`", top)


def compiler_of(folder):
    """Its words, and where it is run; of the phone only where its core is built."""
    at = build / "phone" if folder == "phone" else build
    return flags_of(at, folder), at


def run(folder, text, *options):
    words, at = compiler_of(folder)
    with tempfile.TemporaryDirectory() as place:
        source = pathlib.Path(place) / "one.cpp"
        source.write_text(text)
        return subprocess.run([*words, *options, source], cwd=at, capture_output=True, text=True)


def found_by(folder):
    """Every header of src/ that an include in a source of this folder would find."""
    every = [name for names in headers.values() for name in names]
    end = run(folder, "".join(f'#if __has_include("{name}")\nfound "{name}"\n#endif\n' for name in every), "-E", "-P")
    assert end.returncode == 0, end.stderr
    return set(re.findall('found "(.+)"', end.stdout))


def wrong_in(folder):
    """What the compiler sees otherwise than the table has it."""
    seen = found_by(folder)
    own = (
        set() if folder == "phone" else set(headers.get(folder, {}))
    )  # the phone's header is given to the compiler by name
    may = own | {name for used in arrows[folder] for name, is_open in headers[used].items() if is_open}
    yield from (f"{folder} must not see {name}, and the compiler finds it" for name in sorted(seen - may))
    yield from (f"{folder} may include {name}, and the compiler does not find it" for name in sorted(may - seen))
    for other in sorted(set(headers) - arrows[folder] - {folder}):
        name = sorted(headers[other])[0]
        end = run(folder, f'#include "{name}"\n', "-fsyntax-only")
        if end.returncode == 0:
            yield f"{folder} must not include {name}, but it compiles"
        elif not re.search("No such file|file not found", end.stderr):
            yield f"{folder} with {name} fails for another reason:\n{end.stderr[:500]}"


def main():
    left_out = set()
    if not (build / "phone/compile_commands.json").exists():
        print("left out: phone, its core is not built here")
        left_out.add("phone")
    looked = sorted(set(arrows) - left_out)
    wrong = [one for folder in looked for one in wrong_in(folder)]
    refused = sum(len(set(headers) - arrows[folder] - {folder}) for folder in looked)
    print(
        "\n".join(wrong)
        or f"the compiler refuses {refused} arrows that are not in the table, from {len(looked)} folders"
    )
    if wrong:
        print("The table is in CMakeLists.txt (temsao_folder), what a folder sees in cmake/headers.cmake.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
