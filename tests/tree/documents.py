#!/usr/bin/env python3
"""What documents and comments point at is there: links, paths, and every .md file that anything names."""
import re
import sys

from tree import ROOT, files

TOP = "src|tests|scripts|docs|pages|templates|samples|packaging|cmake|fonts"


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
for source in files("src/*", "tests/*"):
    if source.suffix in (".h", ".cpp"):
        for number, line in enumerate(source.read_text().split("\n"), 1):
            comment = re.search(r"(?<!:)//(.*)", line)
            if not comment or line.lstrip().startswith("#"):
                continue
            paths = rf"(?<![\w./-])((?:{TOP})/[\w.*/-]+|[a-z0-9_]+/[a-z0-9_*]+\.(?:h|cpp|py|mjs))(?![\w/-])"
            for path in re.findall(paths, comment[1]):
                looked += 1
                if not is_there(path) and not is_there("tests/" + path):
                    wrong.append(f"{source.relative_to(ROOT)}:{number}: there is no {path}")

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
