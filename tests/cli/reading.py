#!/usr/bin/env python3
"""Reading needs no writing: on a disk that is read-only, and on one that is full, verify, trace, evidence check, log prove
and list show say what they say elsewhere, and writing says what is wrong. Needs the right to mount (exit status 77
without it).

    reading.py PROGRAM"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.xlsx"
PRODUCT, DAY = "09520000010003", "2026-11-24"
failures = []


def temsao(home, *words):
    environment = os.environ | {
        "TEMSAO_HOME": str(home),
        "TEMSAO_PASSPHRASE": "mật khẩu của bài thử",
        "LANG": "C.UTF-8",
    }
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env=environment)


def expect(holds, words):
    if not holds:
        failures.append(words)


def mount(*words):
    return subprocess.run(["mount", *map(str, words)], capture_output=True).returncode == 0


class Mounted:
    """A small disk with the data directory on it."""

    def __init__(self, folder, home, size):
        self.folder = folder
        folder.mkdir()
        if not mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder):
            print("skipped: no right to mount")
            sys.exit(77)
        shutil.copytree(home, folder / "home")

    def __enter__(self):
        return self.folder / "home"

    def __exit__(self, *_):
        subprocess.run(["umount", self.folder], check=True)


def make_home(folder):
    home = folder / "made"
    temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    label = ("label", PRODUCT, "--date", DAY, "--template", "jar-60x40", "--dpi", "300", "--count", "1")
    fish = ("lot", "add", "receive", "Cá cơm", "CC-1", "--amount", "5 kg", "--from", "An", "--producer", "HTX Mẫu")
    for words in (("key", "new", "an"), (*label, "--serials", "-o", folder / "label.png"), fish):
        done = temsao(home, *words)
        expect(done.returncode == 0, f"{words}: {done.stderr}")
    temsao(home, "verify", folder / "label.png", "--date", DAY, "--evidence", folder / "proof", "--key", "an")
    return home


def questions(folder, home):
    serial = (
        temsao(home, "--json", "verify", folder / "label.png", "--date", DAY)
        .stdout.partition('"serial":')[2]
        .split('"')[1]
    )
    code = f"https://id.ocop.vn/01/{PRODUCT}/10/261124"
    return [
        ("list", "show", "--date", DAY),
        ("list", "show", PRODUCT, "--date", DAY),
        ("verify", folder / "label.png", "--date", DAY),
        ("trace", "parse", code),
        ("trace", "check", code, "--date", DAY),
        ("evidence", "check", next((folder / "proof").glob("*.evidence"))),
        ("log", "prove", serial),
        ("log", "show"),
        ("log", "audit"),
        ("checks", "show"),
        ("lot", "show"),
        ("lot", "show", "CC-1"),
        ("lot", "trace", "CC-1"),
        ("lot", "export", folder / "so.jsonld"),
        ("stock", "list"),
        ("key", "list"),
    ]


def contents(home):
    """Of every file but SQLite's scratch file, and an empty one for changes, which it makes when it tries to lock."""
    files = (file for file in home.rglob("*") if file.is_file() and not file.name.endswith("-shm"))
    return {
        file.relative_to(home): bytes_
        for file in files
        if (bytes_ := file.read_bytes()) or file.suffix != ".sqlite-wal"
    }


def compare(what, home, asked, expected):
    before = contents(home)
    for words in asked:
        said = temsao(home, *words)
        expect(said.returncode < 64, f"{what}: {words} ended {said.returncode}: {said.stderr}")
        expect(
            (said.returncode, said.stdout) == expected[words],
            f"{what}: {words} said {said.stdout[-300:]}, elsewhere {expected[words][1][-300:]}",
        )
    after = contents(home)
    expect(before == after, f"{what}: files changed: {sorted(map(str, before.keys() ^ after.keys()))}")
    writing = temsao(home, "list", "import", LIST, "--as-of", "2026-11-02")
    expect(
        writing.returncode == 74 and writing.stderr, f"{what}: an import ended {writing.returncode}: {writing.stderr}"
    )


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-reading-") as name:
        folder = pathlib.Path(name)
        home = make_home(folder)
        asked = questions(folder, home)
        expected = {}
        for words in asked:
            said = temsao(home, *words)
            expected[words] = (said.returncode, said.stdout)
            expect(said.stdout, f"{words} says nothing: {said.stderr}")
        with Mounted(folder / "stick", home, "20m") as stick:
            if not mount("-o", "remount,ro", folder / "stick"):
                sys.exit(77)
            compare("read-only", stick, asked, expected)
        with Mounted(folder / "full", home, "2m") as full:
            with open(folder / "full" / "filler", "wb", buffering=0) as filler:
                try:
                    while filler.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            compare("full disk", full, asked, expected)
        nothing = temsao("/proc/no/such", "list", "show")
        expect(nothing.returncode == 66, f"no data directory: {nothing.returncode} {nothing.stderr}")
    for words in failures:
        print(words)
    print(f"{len(asked)} questions on a read-only and on a full disk: {'as elsewhere' if not failures else 'FAILED'}")
    sys.exit(1 if failures else 0)


main()
