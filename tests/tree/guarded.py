#!/usr/bin/env python3
"""What threads share is read and written under its lock: clang checks it (base/thread_annotations.h) in every source that
has a Mutex or includes a header that has one. Classes have no plain std::mutex, which clang does not know, and each Mutex
guards something by name.

    guarded.py BUILD

Exit status 77 where clang++-14 is not installed."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from compile_flags import flags_of
from tree import ROOT, files

CLANG = shutil.which("clang++-14")
if not CLANG:
    print("clang++-14 is not installed (CONTRIBUTING.md names it); the locks were not checked.")
    sys.exit(77)
build = pathlib.Path(sys.argv[1]).resolve()
CHECK = ["-fsyntax-only", "-Wthread-safety", "-Werror=thread-safety"]

# Local variables of one function, which clang cannot note down.
LOCAL = {"bench/look.cpp", "base/thread_annotations.h"}

CORRECT = """
#include "base/thread_annotations.h"
class Counter {
public:
    void add() { const temsao::Lock lock(mutex_); ++count_; }
    void add_twice() { const temsao::Lock lock(mutex_); add_held(); add_held(); }
private:
    void add_held() REQUIRES(mutex_) { ++count_; }
    temsao::Mutex mutex_;
    int count_ GUARDED_BY(mutex_) = 0;
};
void use(Counter& counter) { counter.add(); counter.add_twice(); }
"""
# What clang has to refuse: each a change of the correct class.
WRONG = {
    "a member without its lock": ("{ const temsao::Lock lock(mutex_); ++count_; }", "{ ++count_; }"),
    "a function without the lock it requires": ("{ const temsao::Lock lock(mutex_); add_held();", "{ add_held();"),
    "a lock taken twice": (
        "{ const temsao::Lock lock(mutex_); ++count_; }",
        "{ const temsao::Lock a(mutex_), b(mutex_); ++count_; }",
    ),
}


def checked(source, folder):
    """Clang's words on a source with the flags of a folder; empty: it holds."""
    flags = flags_of(build, folder)[1:]
    end = subprocess.run([CLANG, *flags, *CHECK, str(source)], cwd=build, capture_output=True, text=True)
    return end.stderr if end.returncode else ""


def teeth():
    """What this test would not see."""
    with tempfile.TemporaryDirectory() as place:
        source = pathlib.Path(place) / "one.cpp"
        source.write_text(CORRECT)
        if why := checked(source, "http"):
            yield f"a correct class is refused:\n{why}"
        for name, (before, after) in WRONG.items():
            assert before in CORRECT
            source.write_text(CORRECT.replace(before, after))
            if "thread-safety" not in checked(source, "http"):
                yield f"clang does not refuse: {name}"


def with_locks():
    """The headers and sources of src/ that have a Mutex, and the sources that include such a header."""
    texts = {str(path.relative_to(ROOT / "src")): path.read_text() for path in files("src/*.h", "src/*.cpp")}
    own = {name for name, text in texts.items() if re.search(r"\bMutex \w+", text)} - LOCAL
    reached, before = set(own), None
    while before != reached:
        before = set(reached)
        headers = [f'#include "{name}"' for name in reached if name.endswith(".h")]
        reached |= {name for name, text in texts.items() if name.endswith(".cpp") and any(h in text for h in headers)}
    return texts, own, {name for name in reached if name.endswith(".cpp")}


def all_checked(sources):
    """Clang's words on these sources of src/. The sources of a folder are read as one, since most of the time goes into
    the headers that they share; where that fails, each is read alone, so that clang's words name it."""
    by_folder = {}
    for name in sorted(sources):
        by_folder.setdefault(name.split("/")[0], []).append(ROOT / "src" / name)
    with tempfile.TemporaryDirectory() as place:
        for folder, paths in by_folder.items():
            together = pathlib.Path(place) / f"{folder}.cpp"
            together.write_text("".join(f'#include "{path}"\n' for path in paths))
            if why := checked(together, folder):
                yield from [alone for path in paths if (alone := checked(path, folder))] or [why]


wrong = list(teeth())
texts, own, sources = with_locks()
for name, text in texts.items():
    if name not in LOCAL and re.search(r"\bstd::(recursive_|shared_|timed_)?mutex\b", text):
        wrong.append(
            f"{name}: a std::mutex, which clang does not know; use Mutex and Lock of base/thread_annotations.h"
        )
for name in own:
    for declared in re.findall(r"\bMutex ([\w, ]+);", texts[name]):
        for lock in declared.split(", "):
            if not re.search(rf"(GUARDED_BY|REQUIRES)\({lock}\)", texts[name]):
                wrong.append(f"{name}: nothing is noted as guarded by {lock}")
wrong.extend(all_checked(sources))
print(
    "\n".join(wrong)
    or f"{len(own)} files with locks, {len(sources)} sources: every guarded member is used under its lock"
)
sys.exit(bool(wrong) or len(own) < 7 or len(sources) < 10)
