#!/usr/bin/env python3
"""A hundred processes change the same record at once: as many changes are kept as were said done, each number is given
once, and what is left behind reads whole.

    crowd.py PROGRAM"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
CROWD = 100
DAY, LATER = "2026-11-01", "2026-11-24"
HEAD = "Tên sản phẩm,Chủ thể,Hạng sao,Ngày QĐ,Cơ quan cấp,Số QĐ\n"
SECRET = "mật khẩu của bài thử"
failures = []


def expect(holds, words):
    if not holds:
        failures.append(words)


def environment(home):
    return os.environ | {"TEMSAO_HOME": str(home), "TEMSAO_PASSPHRASE": SECRET, "LANG": "C.UTF-8"}


def temsao(home, *words):
    done = subprocess.run([PROGRAM, "--json", "--quiet", *words], capture_output=True, text=True, env=environment(home))
    return done.returncode, json.loads(done.stdout) if done.stdout else {}


def crowd(home, commands, at_once=CROWD):
    """Starts `at_once` processes, and another whenever one ends; gives (status, JSON) of each, in order."""
    answers = [None] * len(commands)
    running = {}

    def finish(number):
        process = running.pop(number)
        out, err = process.communicate()
        answers[number] = (process.returncode, json.loads(out) if out else {}, err)

    for number, words in enumerate(commands):
        if len(running) == at_once:
            finish(next(iter(running)))
        running[number] = subprocess.Popen(
            [PROGRAM, "--json", *map(str, words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment(home),
        )
    for number in list(running):
        finish(number)
    return answers


def all_done(what, answers):
    bad = [answer for answer in answers if answer[0] != 0]
    expect(not bad, f"{what}: {len(bad)} of {len(answers)} were not done, such as {bad[:1]}")
    return len(answers) - len(bad)


def write_list(path):
    rows = (f"Mật ong {i},HTX Mẫu,3,15/10/2025,UBND tỉnh,{i + 1}/QĐ-UBND\n" for i in range(CROWD))
    path.write_text(HEAD + "".join(rows))


def products(home):
    return temsao(home, "list", "show", "--date", LATER)[1]["products"]


def list_revocations(home):
    keys = [product["key"] for product in products(home)]
    expect(len(keys) == CROWD, f"the list has {len(keys)} products")
    said = crowd(home, [("list", "revoke", key, "--decision", "3763/QĐ-UBND", "--date", LATER) for key in keys])
    done = all_done("list revoke", said)
    kept = sum(product["status"] == "revoked" for product in products(home))
    versions = {answer[1].get("version") for answer in said}
    expect(kept == done, f"list revoke: {done} said done, {kept} kept")
    expect(len(versions) == CROWD, f"list revoke: {len(versions)} different versions")


def imports(home, folder):
    before = temsao(home, "list", "import", folder / "list.csv", "--as-of", DAY)[1]["version"]
    said = crowd(home, [("list", "import", folder / "list.csv", "--as-of", DAY)] * CROWD)
    all_done("list import", said)
    versions = sorted(answer[1]["version"] for answer in said)
    expect(versions == list(range(before + 1, before + CROWD + 1)), f"list import: versions {versions}")


def key_revocations(home):
    said = crowd(
        home, [("key", "revoke", f"P1/S{i}", "--kind", "serial", "--reason", f"in hỏng {i}") for i in range(CROWD)]
    )
    done = all_done("key revoke", said)
    kept = {one["what"] for one in temsao(home, "key", "list")[1]["revocations"]}
    expect(len(kept) == done, f"key revoke: {done} said done, {len(kept)} kept")


def keys(home):
    """The same name from all of them: one key, and its public half is its own. Opening a key takes 256 MB."""
    said = crowd(home, [("key", "new", "htx")] * 8, at_once=8)
    made = [answer for answer in said if answer[0] == 0]
    expect(len(made) == 1, f"key new: {len(made)} of one name were made")
    shown = temsao(home, "key", "list")[1]["keys"]
    expect([key["public"] for key in shown] == [made[0][1]["public"]], "key new: the key is not the one said made")
    line = (home / "keys/htx.pub").read_text().splitlines()[-1]
    expect(line == made[0][1]["public"], "key new: the .pub file is of another key")


def certificates(home):
    temsao(home, "key", "new", "root")
    names = [f"HTX {i}" for i in range(16)]
    said = crowd(home, [("key", "certify", "htx", "--producer", name, "--all") for name in names], at_once=8)
    done = all_done("key certify", said)
    kept = {one["producer"] for one in temsao(home, "key", "list")[1]["certificates"]}
    expect(kept == set(names) and done == len(names), f"key certify: {done} said done, {len(kept)} kept")


def publications(home, folder):
    """Opening the root key takes 256 MB and half a second of a core, so eight at a time, and no hundred of them."""
    out, times = folder / "ds.temsao", 24
    said = crowd(home, [("publish", "-o", out, "--date", LATER)] * times, at_once=8)
    all_done("publish", said)
    numbers = sorted(answer[1].get("sequence", 0) for answer in said)
    expect(numbers == list(range(1, times + 1)), f"publish: numbers {numbers}")
    status, added = temsao(folder / "field", "trust", "add", out, "--root", home / "keys/root.pub")
    expect(status == 0 and added.get("sequence") == times, f"publish: the file left is number {added.get('sequence')}")


def sign_offs(home, folder, key):
    words = ("label", key, "--date", LATER, "--template", "jar-60x40", "--count", "1")
    said = crowd(
        home, [(*words, "-o", folder / f"s{i}.pdf", "--sign-off", f"Người {i}") for i in range(CROWD)], at_once=20
    )
    all_done("sign-off", said)
    ids = {answer[1].get("approval") for answer in said}
    kept = {file.stem for file in (home / "approvals").glob("*.json")}
    expect(ids == kept and len(ids) == CROWD, f"sign-off: {len(ids)} said done, {len(kept)} kept")


def positions(text):
    """How many there are in "3-5,9"."""
    pairs = (part.split("-") for part in text.split(","))
    return sum(int(pair[-1]) - int(pair[0]) + 1 for pair in pairs)


def sheets(home, folder, key):
    """Each run takes the positions that are free: no sticker is given to two runs."""
    size = next(one for one in temsao(home, "stock", "list")[1]["stocks"] if one["id"] == "a4-60x40")
    each = size["labels"]
    words = (
        "label",
        key,
        "--date",
        LATER,
        "--template",
        "jar-60x40",
        "--stock",
        "a4-60x40",
        "--start",
        "next",
        "--count",
        "1",
    )
    said = crowd(home, [(*words, "-o", folder / f"b{i}.pdf") for i in range(CROWD)], at_once=20)
    done = all_done("sheets", said)
    status, left = temsao(home, "stock", "sheets", "a4-60x40")
    free = sum(positions(sheet) for sheet in left["free"])
    expect(free == -done % each, f"sheets: {done} labels, {free} positions of {each} a sheet left")


def printers(home):
    """Measured corrections of many printers, one file."""
    names = [f"may-{i}" for i in range(CROWD)]
    said = crowd(home, [("stock", "calibrate", "--printer", name, "--measured", "20 20 20 170 257") for name in names])
    done = sum(answer[0] == 0 for answer in said)
    kept = json.loads((home / "printers.json").read_text()) if (home / "printers.json").exists() else {}
    expect(done == CROWD and set(names) <= set(kept), f"printers: {done} said done, {len(kept)} kept: {said[0][2]}")


def left_over(home):
    names = [file.name for file in home.rglob("*") if file.name.startswith(".temsao-")]
    expect(not names, f"left behind: {names}")


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-crowd-") as name:
        folder = pathlib.Path(name)
        home = folder / "home"
        write_list(folder / "list.csv")
        imports(home, folder)
        key = products(home)[0]["key"]
        sign_offs(home, folder, key)
        sheets(home, folder, key)
        printers(home)
        list_revocations(home)
        key_revocations(home)
        keys(home)
        certificates(home)
        publications(home, folder)
        left_over(home)
    for words in failures:
        print(words)
    print(f"up to {CROWD} processes at once, each kind of record: {'nothing lost' if not failures else 'FAILED'}")
    sys.exit(1 if failures else 0)


main()
