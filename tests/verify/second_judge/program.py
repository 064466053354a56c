"""temsao, as both tests call it."""
import json
import pathlib
import shutil
import subprocess
import sys


class Program:
    """temsao with a data directory of its own in `folder`."""

    def __init__(self, program, folder):
        self.program, self.folder = program, pathlib.Path(folder)

    def run(self, *words, lang="en"):
        done = subprocess.run(
            [self.program, "--home", self.folder / "home", "--lang", lang, "--json", *words],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{words[:3]}: exit status {done.returncode}: {done.stderr}{done.stdout[:400]}")
        return json.loads(done.stdout)

    def import_list(self, text, as_of):
        """Into an empty home: a product without a number would keep its code from the list before."""
        shutil.rmtree(self.folder / "home", ignore_errors=True)
        file = self.folder / "danh-sach.csv"
        file.write_text(text, encoding="utf-8")
        return self.run("list", "import", file, "--as-of", as_of.isoformat())

    def export(self):
        file = self.folder / "ra.csv"
        self.run("list", "export", file)
        return file.read_text(encoding="utf-8")

    def labels(self, texts, day, lang="en"):
        """What `trace check` says of each text."""
        answer = self.run("trace", "check", "--date", day.isoformat(), *texts, lang=lang)
        return [file["labels"][0] for file in answer["files"]]
