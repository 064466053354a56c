#!/usr/bin/env python3
"""pdf_words.py TEMSAO SOURCE: a reader of a label's PDF finds every word of it whole, dates and lots and phone numbers
too: in poppler (Evince, Okular), MuPDF (SumatraPDF), pdf.js (Firefox) and PDFium (Chromium). The words are those that the
SVG of the same label names, line by line; every shipped template is tried with the sample's products that it takes.

Exit 77 without node or its packages: then only the two programs of Debian are asked, and a fault there still fails."""
import collections
import html
import itertools
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unicodedata

TEMSAO, SOURCE = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
LABELS_OF_TEMPLATE, LEAST_LABELS, LEAST_FIGURES = 6, 40, 200
SKIPPED = 77


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=600, **more)


def words_of(text):
    return collections.Counter(unicodedata.normalize("NFC", text).split())


def torn_words(wish, page, engine):
    """Those that the page does not have as often as wished. pdf.js puts nothing between what stands inside and outside of
    a form, and looks for parts of words; so words are looked for there as Firefox does it."""
    if engine == "poppler":  # takes "0 g", alone in its row of a table, for one word, whatever is between the two
        page = re.sub(r"(?m)^(\d)(g)$", r"\1 \2", page)
    if engine != "pdf.js":
        return wish - words_of(page)
    text = unicodedata.normalize("NFC", page)
    return {word for word, times in wish.items() if text.count(word) < times}


def pages_of_pdf(file):
    """{engine: [text of each page]}"""
    found = {
        "poppler": run("pdftotext", file, "-").stdout.split("\f")[:-1],
        "MuPDF": run("mutool", "draw", "-q", "-F", "txt", file).stdout.split("\f")[:-1],
    }
    script = SOURCE / "pages/tests/pdf_words.mjs"
    done = run("node", script, file) if (SOURCE / "pages/node_modules/unpdf").is_dir() else None
    if done and done.returncode != 0:
        sys.exit(done.stderr)
    if done:
        found.update(json.loads(done.stdout.splitlines()[-1])[str(file)])
    return found


def drawn_words(folder, stem, labels):
    """What the SVG of each label says that it draws."""
    names = [f"{stem}.svg"] if labels == 1 else [f"{stem}-{i + 1}.svg" for i in range(labels)]
    for name in names:
        lines = re.findall(r'aria-label="([^"]*)"', (folder / name).read_text(encoding="utf-8"))
        yield words_of(" ".join(html.unescape(line) for line in lines))


def compare(template, folder, labels):
    """Faults, and how many figures were looked for."""
    faults, figures = [], 0
    wished = list(drawn_words(folder, template, labels))
    for engine, pages in pages_of_pdf(folder / f"{template}.pdf").items():
        if len(pages) != labels:
            faults.append(f"{template}: {engine} finds {len(pages)} pages of {labels}")
        for number, (wish, page) in enumerate(zip(wished, pages)):
            torn = torn_words(wish, page, engine)
            if torn:
                faults.append(f"{template} {number + 1}, {engine}: torn or lost: {' '.join(sorted(torn))}")
    for wish in wished:
        figures += sum(count for word, count in wish.items() if re.search(r"\d", word))
    return faults, figures


def main():
    faults, all_labels, all_figures = [], 0, 0
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)

        def temsao(*words):
            return run(TEMSAO, "--home", folder / "home", "--lang", "en", "--json", *words, cwd=folder)

        temsao("list", "import", SOURCE / "samples/ha-tinh/danh-sach.csv", "--as-of", "2026-11-01")
        products = json.loads(temsao("list", "show", "--date", "2026-11-24").stdout)["products"]
        keys = [one["key"] for one in products if one["status"] == "valid"]
        for template in sorted(path.stem for path in (SOURCE / "templates").glob("*.svg")):
            options = ["--template", template, "--date", "2026-11-24", "--lot", "L2611-171"]
            takes = (key for key in keys if temsao("label", key, *options, "-o", "try.svg").returncode == 0)
            fits = list(itertools.islice(takes, LABELS_OF_TEMPLATE))
            for kind in ("svg", "pdf"):
                done = temsao("label", *fits, *options, "-o", f"{template}.{kind}")
                if done.returncode != 0:
                    sys.exit(f"{template}: {done.stdout}{done.stderr}")
            found, figures = compare(template, folder, len(fits))
            faults += found
            all_labels += len(fits)
            all_figures += figures
    if all_labels < LEAST_LABELS or all_figures < LEAST_FIGURES:
        faults.append(f"only {all_labels} labels with {all_figures} figures were tried")
    print("\n".join(faults) or f"{all_labels} labels, {all_figures} words with figures, whole in every reader")
    if not faults and not (SOURCE / "pages/node_modules/unpdf").is_dir():
        sys.exit(SKIPPED)
    return bool(faults)


sys.exit(main())
