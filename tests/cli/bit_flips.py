#!/usr/bin/env python3
"""Random single bits of a data directory are flipped, one at a time: `check` finds each, or the answers of all commands
that read stay the same.

    bit_flips.py PROGRAM [FLIPS]"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
FLIPS = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
LOGO = pathlib.Path(__file__).resolve().parents[2] / "samples/pictures/jar-60x40.png"
DAY = "2026-11-24"
SECRET = "mật khẩu của bài thử"


def temsao(home, *words):
    environment = os.environ | {"TEMSAO_HOME": str(home), "TEMSAO_PASSPHRASE": SECRET, "LANG": "C.UTF-8"}
    command = [PROGRAM, "--json", "--quiet", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def make_home(folder):
    home = folder / "home"
    shutil.copy(LIST, folder / "list.csv")
    temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-10-01")
    temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-11-01")
    keys = [product["key"] for product in json.loads(temsao(home, "list", "show", "--date", DAY).stdout)["products"]]
    label = ("label", keys[0], "--date", DAY, "--template", "jar-60x40", "--stock", "a4-60x40")
    lot, whose = ("lot", "add"), ("--producer", "HTX Mẫu")
    for words in (
        ("list", "revoke", keys[2], "--decision", "9/QĐ-UBND", "--date", DAY),
        ("key", "new", "root"),
        ("key", "new", "htx"),
        ("key", "certify", "htx", "--producer", "HTX Mẫu", "--all"),
        ("key", "revoke", f"{keys[1]}/L1", "--kind", "lot", "--reason", "thu hồi"),
        ("publish", "-o", folder / "ds.temsao", "--date", DAY),
        ("trust", "add", folder / "ds.temsao"),
        (*label, "--serials", "--count", "5", "--sign-off", "An", "-o", folder / "a.pdf"),
        ("stock", "calibrate", "--printer", "HP", "--measured", "20 20 20 170 257"),
        ("label", keys[0], "--date", DAY, "--template", "jar-60x40", "--count", "4", "-o", folder / "b.png"),
        ("verify", folder / "a.pdf", "--date", DAY, "--record", "--place", "Vinh", "--inspector", "An"),
        ("brand", "set", "HTX Mẫu", "--name", "Hương Núi", "--main", "0 40 100 40", "--logo", LOGO),
        ("log", "declare", keys[0], "261124", "20", "--date", DAY),
        (*lot, "receive", "Cá cơm", "CC-1", "--amount", "1200 kg", "--from", "Hộ ông Lý", *whose),
        (*lot, "receive", "Muối", "M-1", "--amount", "300 kg", "--from", "Hộ bà Tâm", *whose),
        (*lot, "transform", "Cốt", "C-1", "--use", "CC-1=1200 kg", "--use", "M-1=300 kg", "--amount", "900 l", *whose),
        ("log", "export", folder / "so"),
    ):
        done = temsao(home, *words)
        assert done.returncode < 64, (words, done.stderr)
    serials = [
        label["trace"]["serial"]
        for label in json.loads(temsao(home, "verify", folder / "a.pdf", "--date", DAY).stdout)["files"][0]["labels"]
    ]
    temsao(home, "serial", "void", serials[0], "--reason", "rách")
    temsao(home, "serial", "reissue", serials[1], "--reason", "mờ")
    codes = [f"https://id.ocop.vn/01/{key}/10/L1" for key in keys if key.isdigit()]
    codes += [f"https://id.ocop.vn/01/{keys[0]}/10/261124/21/{serial}" for serial in serials]
    return home, codes


def answers(home, codes):
    """Of every command that reads."""
    said = []
    serial = codes[-1].rpartition("/")[2]
    for words in (
        ("list", "show", "--date", DAY),
        ("trace", "check", *codes, "--date", DAY),
        ("list", "diff", "1", "2"),
        ("log", "show", "--last", "100"),
        ("log", "audit"),
        ("log", "prove", serial),
        ("lot", "show"),
        ("lot", "show", "C-1"),
        ("lot", "trace", "C-1"),
        ("checks", "show"),
        ("key", "list"),
        ("stock", "list"),
        ("brand", "show"),
    ):
        done = temsao(home, *words)
        document = json.loads(done.stdout) if done.stdout else {}
        for file in document.get("files", []):
            file.pop("ms", None)
        said.append((done.returncode, document))
    return said


def main():
    seed = random.randrange(1 << 30)
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="temsao-flips-") as name:
        folder = pathlib.Path(name)
        home, codes = make_home(folder)
        whole = temsao(home, "check")
        assert whole.returncode == 0, whole.stdout + whole.stderr
        right = answers(home, codes)
        assert right[0][0] == 0 and right[1][1].get("files"), right[1]
        sizes = {file.relative_to(home): file.stat().st_size for file in home.rglob("*") if file.is_file()}
        files = [file for file, size in sizes.items() if size]
        found, harmless, missed = 0, 0, []
        for number in range(FLIPS):
            # Every second flip by the byte, so mostly in the database; the others by the file.
            weights = [sizes[file] for file in files] if number % 2 else None
            file = dice.choices(files, weights)[0]
            at, bit = dice.randrange(sizes[file]), dice.randrange(8)
            copy = folder / "copy"
            shutil.copytree(home, copy)
            with open(copy / file, "r+b") as damaged:
                damaged.seek(at)
                byte = damaged.read(1)[0]
                damaged.seek(at)
                damaged.write(bytes([byte ^ 1 << bit]))
            check = temsao(copy, "check")
            if check.returncode == 1 and json.loads(check.stdout)["findings"] or check.returncode >= 64:
                found += 1
                if check.returncode == 70:
                    missed.append(f"{file}, byte {at}, bit {bit}: check ended with 70: {check.stderr}")
            elif answers(copy, codes) == right:
                harmless += 1
            else:
                missed.append(f"{file}, byte {at}, bit {bit}: not found, and the answers changed")
            shutil.rmtree(copy)
    print("\n".join(missed))
    print(f"{FLIPS} flipped bits (seed {seed}): {found} found, {harmless} harmless, {len(missed)} missed")
    sys.exit(bool(missed) or found == 0)


main()
