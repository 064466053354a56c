#!/usr/bin/env python3
"""Every command has help with an example in both languages, and every example of help and READMEs runs.

    examples.py PROGRAM

Each runs in a folder of its own, made by prepare(); an example that needs another file: make it there. The READMEs' blocks,
one for each role, run line after line in one folder, with the data directory that the role would have; both READMEs have
the same blocks and the same headings, comments aside."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from fake_printer import Printer

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
SAMPLES = ROOT / "samples" / "ha-tinh"
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes


def temsao(words, folder):
    environment = {
        "PATH": f"{PROGRAM.parent}:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TEMSAO_HOME": str(folder / "home"),
        "TEMSAO_PASSPHRASE": "mật khẩu của ví dụ",
    }
    return subprocess.run(
        ["bash", "-c", words], cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE
    )


def serve(words, folder):
    """A server does not end by itself: it is stopped once it says that it serves, on whichever port is free."""
    environment = {
        "PATH": f"{PROGRAM.parent}:/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TEMSAO_HOME": str(folder / "home"),
    }
    server = subprocess.Popen(
        ["bash", "-c", "exec " + re.sub(r":8\d\d\d\b", ":0", words)],
        cwd=folder,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    first = server.stderr.readline()
    server.terminate()
    rest = server.communicate(timeout=PATIENCE)[1]
    return subprocess.CompletedProcess(words, server.returncode if "http" in first else 1, "", first + rest)


def prepare(folder):
    """What an office, a producer and an inspector have at hand: a list of this month, imported twice; photos and scans;
    a template of their own; a record of a check; the province's key, a producer's, and the signed list."""
    shutil.copy(SAMPLES / "danh-sach.xlsx", folder)
    shutil.copy(ROOT / "templates" / "jar-60x40.svg", folder / "mau.svg")
    for _ in range(2):
        temsao("temsao list import danh-sach.xlsx --as-of 2026-11-01", folder)
    temsao(
        "temsao key new root; temsao --home htx key new htx; cp home/keys/root.pub htx/keys/htx.pub .;"
        "temsao key certify htx.pub --all --producer 'HTX Nguyễn Hạnh Mẫu'; temsao publish -o danh-sach.temsao",
        folder,
    )
    for photos in ("anh", "photos"):
        (folder / photos).mkdir()
        temsao(f"temsao label 09520000010003 --date 2026-11-24 -o {photos}/nhan.png", folder)
    temsao(
        "cp anh/nhan.png anh.jpg; temsao verify anh --evidence chung-cu --key root;"
        "mv chung-cu/*.evidence chung-cu/nhan.evidence",
        folder,
    )
    temsao("temsao label 09520000010003 --date 2026-11-24 --serial LO-17 -o so-17.png", folder)
    temsao("temsao account add lan --role office", folder)
    temsao("temsao brand set 'HTX Nguyễn Hạnh Mẫu' --name 'Hương Núi'", folder)
    temsao("temsao backup sao-luu.temsao-backup --with-keys", folder)
    temsao("temsao log prove LO-17 -o bang-chung.tlog-proof", folder)
    temsao(
        "temsao verify so-17.png --date 2026-11-24 --record --place Vinh && temsao checks export kiem-tra-cua-an.jsonl",
        folder,
    )
    fish = 'temsao lot add receive "Cá cơm tươi" CC-251102 --amount "900 kg" --from "Hộ ông Lý" --at 02/11/2025'
    temsao(f"{fish} --producer 'HTX Nguyễn Hạnh Mẫu'", folder)
    pack = 'temsao lot add pack 09520000010003 NM-261124 --amount "600 chai" --use "CC-251102=300 kg" --at 24/11/2025'
    temsao(f"{pack} && temsao lot import {ROOT}/tests/vectors/epcis_events.jsonld", folder)
    temsao("temsao lot template so-lo.xlsx", folder)
    temsao("temsao key new htx-mau; cp -r htx htx-2; temsao --home htx-2 list import danh-sach.xlsx", folder)
    temsao("temsao --home htx-2 log declare 09520000010003 261124 500", folder)
    temsao("temsao --home htx-2 log submit --key htx -o nhat-ky.temsao-log; rm -r htx-2", folder)
    mute = Printer(kind="tsc", answers=False)  # whose labels are unknown until somebody settles them
    temsao(f"temsao printer add TSC-kho {mute.address} --kind tsc --dpi 203", folder)
    temsao("temsao label 09520000010003 --date 2026-11-24 --serial LO-18 --print TSC-kho", folder)
    for scan in ("scan.png", "quet-600dpi.png"):
        temsao(f"temsao label 09520000010003 --date 2026-11-24 --dpi 600 -o {scan}", folder)


def commands(words=("temsao",)):
    """The commands that help names, group by group."""
    text = temsao(" ".join((*words, "--help")), ROOT).stdout
    below = re.findall(r"^  ([a-z-]+)(?: .*)?$", text.partition("Subcommands:")[2], re.M)
    return [one for name in below for one in commands((*words, name))] if below else [words]


# The blocks of commands in the order of the READMEs, and the data directory that each begins with.
ROLES = {"office": None, "producer": "htx", "inspector": None, "print shop": "home"}


def blocks(readme):
    """Of each block of commands its lines, without comments."""
    found = re.findall(r"^```\n(temsao .*?)^```", (ROOT / readme).read_text(), re.M | re.S)
    return [[re.sub(r"\s+# .*", "", line) for line in block.splitlines()] for block in found]


def wrong_in_blocks(folder):
    english, vietnamese = blocks("README.md"), blocks("README.vi.md")
    if english != vietnamese or len(english) != len(ROLES):
        return [f"README.md and README.vi.md must have the same {len(ROLES)} blocks of commands"]
    wrong = []
    for (role, home), lines in zip(ROLES.items(), english):
        at = folder / role
        shutil.copytree(folder / "ready", at)
        if home != "home":
            shutil.rmtree(at / "home")
        if home and home != "home":
            (at / home).rename(at / "home")
        for line in lines:
            done = temsao(line, at)
            if done.returncode not in (0, 1, 2) or "temsao: " in done.stderr:
                wrong.append(f"README.md, {role}: {line}\n    exit status {done.returncode}: {done.stderr}")
    return wrong


def main():
    wrong, examples = [], {}
    for words in commands():
        for language, heading in (("en", "Example:"), ("vi", "Ví dụ:")):
            done = temsao(" ".join((words[0], "--lang", language, *words[1:], "--help")), ROOT)
            shown = re.findall(r"^  (temsao .*)$", done.stdout.partition(heading)[2], re.M)
            if done.returncode != 0 or not shown:
                wrong.append(f"{' '.join(words)}: help in {language} has no example")
            examples |= {example: " ".join(words) + " --help" for example in shown}
    for readme in ("README.md", "README.vi.md"):
        found = re.findall(r"`(temsao [^`]+)`", (ROOT / readme).read_text())
        examples |= {example: readme for example in found}
    if len(examples) < 15:
        wrong.append("hardly any example was found; has the form of help changed?")
    with tempfile.TemporaryDirectory(prefix="temsao-examples-") as folder:
        folder = pathlib.Path(folder)
        (folder / "ready").mkdir()
        prepare(folder / "ready")
        wrong += wrong_in_blocks(folder)
        printer = Printer()  # in place of the address that examples name
        for number, (example, where) in enumerate(examples.items()):
            shutil.copytree(folder / "ready", folder / str(number))
            words = example.replace("192.168.1.40", printer.address)
            done = (serve if "temsao serve" in example else temsao)(words, folder / str(number))
            # 0 to 2: a verdict, or refused as the sample list asks for (and, in years to come, as its end asks for)
            if done.returncode not in (0, 1, 2):
                wrong.append(f"{where}: {example}\n    exit status {done.returncode}: {done.stderr}")
    print("\n".join(wrong) or f"{len(examples)} examples run")
    if wrong:
        print("Correct the example, or make what it needs in prepare() of tests/cli/examples.py.")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
