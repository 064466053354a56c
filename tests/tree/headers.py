#!/usr/bin/env python3
"""Each header of src/ that other folders may include says what it is, and what threads may do with it. One that begins
“Inside `folder`” need not say so much, and no other folder includes it."""
import re
import sys

from tree import ROOT, files

# “Any thread”, “one thread at a time”, “called from the thread that runs the job”; or where that is told.
SAYS_THREADS = (
    r"(?i)\b(any|every|each|one|main|worker|caller's|listener's|this) (worker )?thread\b|\bthread of its own\b"
    r"|\bthe thread that\b|\bthreads? of the same process\b|\bevery other process and thread\b|\bby (all|several) threads\b"
    r"|\bnot thread-safe\b"
)
POINTS = r"\bThreads(?: and errors)?: (\w+\.h)"


def comments_of(text):
    return " ".join(words.strip() for words in re.findall(r"//(.*)", text))


def says_threads(path, texts):
    """Here, or in the header of the same folder that it points at."""
    comments = comments_of(texts[path])
    pointed = re.search(POINTS, comments)
    elsewhere = texts.get(f"{path.rpartition('/')[0]}/{pointed[1]}", "") if pointed else ""
    return bool(re.search(SAYS_THREADS, comments) or re.search(SAYS_THREADS, comments_of(elsewhere)))


def wrong_headers(texts):
    """`texts`: every header and source by its path. And how many headers were looked at."""
    wrong, seen, includers = [], 0, {}
    for path, text in texts.items():
        for included in re.findall(r'(?m)^#include "([^"]+)"', text):
            includers.setdefault("src/" + included, []).append(path)
    for path, text in texts.items():
        if not path.endswith(".h"):
            continue
        first_lines = "\n".join(text.split("\n")[:12])
        if inside := re.search(r"// Inside `(\w+)`", first_lines):
            folder = path.split("/")[1]
            others = sorted({other for other in includers.get(path, []) if other.split("/")[1] != folder})
            if inside[1] != folder:
                wrong.append(f"{path}: it says inside {inside[1]}, and lies in {folder}")
            if others:
                wrong.append(f"{path}: {others[0]} includes it: say what it is, its errors and threads, not “Inside”")
            continue
        seen += 1
        if "// " not in first_lines:
            wrong.append(f"{path}: begin with a comment that says what the header is for")
        if not says_threads(path, texts):
            wrong.append(f"{path}: say whether any thread may use it, or one at a time")
    return wrong, seen


def blind_spots():
    """What this test must find, in headers of its own."""
    texts = {
        "src/one/inside.h": "// Inside `one`: a thing.",
        "src/one/moved.h": "// Inside `two`: a thing.",
        "src/one/says.h": "// A thing. Any thread.",
        "src/one/points.h": "// A thing. Threads: says.h.",
        "src/one/points_away.h": "// A thing. Threads and errors: inside.h.",
        "src/one/hints.h": "// A thing.\nint workers; // threads that a job may use",
        "src/one/bare.h": "int a;",
        "src/two/b.cpp": '#include "one/inside.h"\n',
    }
    told, wanted = wrong_headers(texts)[0], ["inside", "moved", "points_away", "hints", "bare", "bare"]
    names = [re.match(r"src/one/(\w+)\.h", one)[1] for one in told]
    return [] if names == wanted else [f"this test found {names} in its own headers, not {wanted}"]


def main():
    paths = files("src/*.h", "src/*.cpp")
    wrong, seen = wrong_headers({str(path.relative_to(ROOT)): path.read_text() for path in paths})
    wrong += blind_spots()
    if seen < 150:
        wrong.append(f"only {seen} headers were found; has their form changed?")
    print("\n".join(wrong) or f"{seen} headers say what they are, and for which threads")
    return bool(wrong)


sys.exit(main())
