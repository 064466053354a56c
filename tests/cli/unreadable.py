#!/usr/bin/env python3
"""What may not be entered or read is an error that names it (exit status 74), and never counts as empty: each file and
folder of a data directory in turn, made unreadable in a way that holds for every user (a link that leads to itself), and
as root the whole directory for another user as well.

    unreadable.py PROGRAM"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
PRODUCT, DAY, NOBODY = "09520000010003", "2026-11-24", 65534
CODE = f"https://id.ocop.vn/01/{PRODUCT}/10/261124"
failures = []

# Each file or folder, and commands that need it.
NEEDED = {
    "temsao.sqlite": [
        ("list", "show", "--date", DAY),
        ("trace", "check", CODE, "--date", DAY),
        ("log", "show"),
        ("log", "audit"),
        ("lot", "show"),
        ("checks", "show"),
        ("account", "list"),
        ("label", PRODUCT, "--date", DAY, "-o", "x.png"),
        ("publish", "-o", "x", "--date", DAY),
        ("key", "certify", "htx", "--producer", "HTX Mẫu"),
    ],
    "log.key": [("label", PRODUCT, "--date", DAY, "-o", "x.png"), ("log", "declare", PRODUCT, "261124", "4")],
    "log-folders": [("log", "audit"), ("label", PRODUCT, "--date", DAY, "-o", "x.png")],
    "keys": [("key", "list"), ("publish", "-o", "x", "--date", DAY)],
    "keys/root.key": [("key", "list"), ("publish", "-o", "x", "--date", DAY), ("label", PRODUCT, "-o", "x.png")],
    "keys/certificates": [("key", "list"), ("publish", "-o", "x", "--date", DAY)],
    "keys/revocations": [("key", "list"), ("publish", "-o", "x", "--date", DAY)],
    "keys/published": [("publish", "-o", "x", "--date", DAY)],
    "trust": [("trace", "check", CODE, "--date", DAY), ("publish", "-o", "x", "--date", DAY)],
    "trust/bundle": [("trace", "check", CODE, "--date", DAY)],
    "trust/root.pub": [("trace", "check", CODE, "--date", DAY)],
    "templates": [("template", "list"), ("label", PRODUCT, "--date", DAY, "--template", "jar-60x40", "-o", "x.png")],
    "stocks": [("stock", "list")],
    "printers.json": [],
    "approvals": [],
}


def temsao(home, folder, *words, user=None):
    environment = os.environ | {
        "TEMSAO_HOME": str(home),
        "TEMSAO_PASSPHRASE": "mật khẩu của bài thử",
        "LANG": "C.UTF-8",
    }
    return subprocess.run(
        [PROGRAM, *map(str, words)], capture_output=True, text=True, env=environment, cwd=folder, user=user
    )


def expect(holds, words):
    if not holds:
        failures.append(words)


def make_home(folder):
    home = folder / "home"
    for name in ("templates", "stocks"):
        (home / name).mkdir(parents=True)
    for words in (
        ("list", "import", LIST, "--as-of", "2026-11-01"),
        ("key", "new", "root"),
        ("key", "new", "htx"),
        ("key", "certify", "htx", "--producer", "HTX Mẫu", "--all"),
        ("key", "revoke", f"{PRODUCT}/L9", "--kind", "lot"),
        ("publish", "-o", folder / "ds", "--date", DAY),
        ("trust", "add", folder / "ds"),
        ("label", PRODUCT, "--date", DAY, "--serials", "--sign-off", "An", "-o", folder / "a.png"),
        ("stock", "calibrate", "--printer", "HP", "--measured", "20 20 20 170 257"),
        ("log", "export", folder / "so"),
    ):
        done = temsao(home, folder, *words)
        expect(done.returncode < 64, f"{words}: {done.returncode} {done.stderr}")
    return home


def obstructed(folder, home, name, commands):
    copy = folder / "copy"
    shutil.copytree(home, copy, symlinks=True)
    path = copy / name
    expect(path.exists(), f"{name} is not there")
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.symlink_to(path.name)
    for words in commands:
        said = temsao(copy, folder, *words)
        expect(
            said.returncode == 74 and str(path) in said.stderr,
            f"{name}: {words} ended {said.returncode}: {said.stdout[-200:]} {said.stderr}",
        )
        expect(not (folder / "x.png").exists() and not (folder / "x").exists(), f"{name}: {words} wrote its file")
    check = temsao(copy, folder, "check")
    expect(check.returncode in (1, 74) and str(path) in check.stdout + check.stderr, f"{name}: check: {check}")
    shutil.rmtree(copy)


def for_another_user(folder, home):
    os.chmod(folder, 0o755)
    for part in (home, home / "temsao.sqlite"):
        before = part.stat().st_mode
        os.chmod(home, 0o755)
        os.chmod(part, 0)
        for words in (("list", "show", "--date", DAY), ("trace", "check", CODE, "--date", DAY), ("log", "audit")):
            said = temsao(home, "/", *words, user=NOBODY)
            expect(
                said.returncode == 74 and str(part) in said.stderr,
                f"another user, {part.name}: {words} ended {said.returncode}: {said.stdout[-200:]} {said.stderr}",
            )
        os.chmod(part, before)


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-unreadable-") as name:
        folder = pathlib.Path(name)
        home = make_home(folder)
        for part, commands in NEEDED.items():
            obstructed(folder, home, part, commands)
        beside = folder / "file"
        beside.write_text("x")
        for words in NEEDED["temsao.sqlite"][:6]:
            said = temsao(beside / "home", folder, *words)
            expect(said.returncode == 74, f"below a file: {words} ended {said.returncode}: {said.stdout} {said.stderr}")
        if os.geteuid() == 0:
            for_another_user(folder, home)
    for words in failures:
        print(words)
    print(f"{len(NEEDED)} files and folders that may not be read: {'each is named' if not failures else 'FAILED'}")
    sys.exit(1 if failures else 0)


main()
