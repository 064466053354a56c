#!/usr/bin/env python3
"""What documents and comments point at is there: links, paths, and every .md file that anything names."""
import re
import sys

from tree import ROOT, files

TOP = "src|tests|scripts|docs|pages|templates|samples|packaging|cmake|fonts"
ENDINGS = "h|cpp|inc|py|mjs|ts|tsx|css|cmake"


def is_there(path):
    """A file or folder, or a pattern such as serve/*_api.cpp, of the tree or of src/; NAME stands for any name."""
    pattern = re.sub(r"\b[A-Z]{3,}\b", "*", path).rstrip("/.")
    return any(next(base.glob(pattern), None) for base in (ROOT, ROOT / "src"))


wrong, looked = [], 0
documents = files("*.md")
for document in documents:
    at = document.relative_to(ROOT)
    for number, line in enumerate(document.read_text().split("\n"), 1):
        for target in re.findall(r"\]\(([^)#\s]+)\)|src=\"([^\"]+)\"", line):
            target = "".join(target)
            looked += 1
            if "://" not in target and not (document.parent / target).exists():
                wrong.append(f"{at}:{number}: there is no {target}")
        for path in re.findall(rf"(?<![\w./-])((?:{TOP})/[\w.*/-]+|[a-z0-9_]+/[a-z0-9_*]+\.(?:h|cpp))(?![\w/-])", line):
            looked += 1
            if not is_there(path):
                wrong.append(f"{at}:{number}: there is no {path}")

# Paths in the comments of sources, but for includes: those are the compiler's.
C_LIKE, SHELL_LIKE = (".h", ".cpp", ".inc", ".ts", ".tsx", ".mjs", ".css"), (".py", ".cmake", ".txt", "")


def comments(source):
    """Lines of comments with their numbers; of Python also what stands between three quotes."""
    text = source.read_text(errors="replace")
    if source.suffix in C_LIKE:
        text = re.sub(r"(?m)^\s*#.*", "", text)
        marked = r"(?<!:)//([^\n]*)|/\*(.*?)\*/"
    else:
        marked = r'(?:^|(?<=\s))#(?!!)([^\n]*)|"""(.*?)"""'
    for found in re.finditer(marked, text, re.S | re.M):
        first = text.count("\n", 0, found.start()) + 1
        for number, line in enumerate("".join(filter(None, found.groups())).split("\n"), first):
            yield number, line


PATHS = rf"(?<![\w./-])((?:{TOP})/[\w.*/-]+|[a-z0-9_]+/[a-z0-9_*]+\.(?:{ENDINGS}))(?![\w/-])"
for source in files("src/*", "tests/*", "pages/*", "scripts/*", "cmake/*", "CMakeLists.txt", ".ci/*"):
    at = str(source.relative_to(ROOT))
    is_list = source.suffix == ".txt" and source.name != "CMakeLists.txt"  # tests/cli: what is typed
    if source.suffix not in C_LIKE + SHELL_LIKE or is_list:
        continue
    for number, line in comments(source):
        for path in re.findall(PATHS, line):
            looked += 1
            if not any(is_there(base + path) for base in ("", "tests/", "pages/")):
                wrong.append(f"{at}:{number}: there is no {path}")

names = {document.name for document in documents}
for source in files("src/*", "tests/*", "pages/*", "scripts/*", "cmake/*", "CMakeLists.txt"):
    if source.suffix in (".h", ".cpp", ".inc", ".py", ".ts", ".tsx", ".mjs", ".txt", ".cmake", ".md", ""):
        for number, line in enumerate(source.read_text(errors="replace").split("\n"), 1):
            for name in re.findall(r"(?<![\w.%-])([\w.-]+\.md)\b", line):
                looked += 1
                if name not in names:
                    wrong.append(f"{source.relative_to(ROOT)}:{number}: there is no {name}; say what it says instead")

if looked < 100:
    wrong.append(f"only {looked} names were found; has their form changed?")
print("\n".join(wrong) or f"{looked} names are there")
sys.exit(bool(wrong))
