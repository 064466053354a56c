#!/usr/bin/env python3
"""Runs one text file of commands (tests/cli/*.txt) and compares what each printed, and its exit status.

    commands.py PROGRAM FILE.txt

The file is read line by line:

    # words                a remark
    $ temsao ...           a command for sh, run in an empty folder; what stands below belongs to it
    < words                a line of its standard input
    words                  a line that it must print on standard output
    2> words               a line that it must print on standard error
    = 65                   its exit status, 0 unless given
    : files.0.verdict = "valid"     standard output must be exactly one JSON document with this value there;
                           a number is a place in a list, and a last `#` counts what is there: : labels.# = 2
    -- name --             starts a file that is there before the first command (at the end; "" lines are kept)

In expected lines `...` stands for anything within the line, and a line of only `...` for any number of lines. Whatever
is not written must not be printed: a command without lines prints nothing.

The commands see `temsao` (PROGRAM), $SAMPLES (samples/), $SOURCE (the tree) and an empty data directory, $TEMSAO_HOME.
`$LIMIT; temsao ...` gives it no more than 2 GB of memory.
Language and time zone are English and UTC unless the command says otherwise. To be free of the calendar give --date.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes


class Step:
    def __init__(self, number, command):
        self.number, self.command = number, command
        self.input, self.out, self.err, self.facts, self.status = [], [], [], [], 0


def parse(text):
    steps, files, name = [], {}, None
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if found := re.fullmatch(r"-- (.+) --", line):
            name = found[1]
            files[name] = ""
        elif name is not None:
            files[name] += line + "\n"
        elif line.startswith("$ "):
            steps.append(Step(number, line[2:]))
        elif not line or line.startswith("#"):
            continue
        elif not steps:
            sys.exit(f"line {number}: a command must come first")
        elif line.startswith("< "):
            steps[-1].input.append(line[2:])
        elif line.startswith("2> "):
            steps[-1].err.append(line[3:])
        elif found := re.fullmatch(r"= (\d+)", line):
            steps[-1].status = int(found[1])
        elif line.startswith(": "):
            steps[-1].facts.append(line[2:])
        else:
            steps[-1].out.append(line)
    return steps, files


def fits(expected, printed):
    pattern = ""
    for line in expected:
        pattern += r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + "\n"
    return re.fullmatch(pattern, printed if printed.endswith("\n") or not printed else printed + "\n")


def value_at(document, path):
    for step in path.split("."):
        if step == "#":
            return len(document)
        document = document[int(step)] if isinstance(document, list) else document[step]
    return document


def wrong_facts(step, printed):
    try:
        document = json.loads(printed)
    except ValueError as why:
        return [f"standard output is not one JSON document ({why})"]
    wrong = []
    for fact in step.facts:
        path, expected = fact.split(" = ", 1)
        try:
            seen = value_at(document, path)
        except (KeyError, IndexError, ValueError, TypeError):
            wrong.append(f"{path} is not there")
            continue
        if seen != json.loads(expected):
            wrong.append(f"{path} is {json.dumps(seen, ensure_ascii=False)}, not {expected}")
    return wrong


def hollow(done):
    """The lines in which a colon announces nothing: "Reason: ."."""
    lines = (done.stdout + "\n" + done.stderr).split("\n")
    return [line for line in lines if re.search(r"[^\W\d_]: ?[.;)](?=[\s\"<]|$)", line)]


def run(step, folder, environment):
    done = subprocess.run(
        ["sh", "-c", step.command],
        input="".join(line + "\n" for line in step.input),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        errors="replace",
        timeout=PATIENCE,
    )
    wrong = [f"a sentence has nothing where something should stand: {line}" for line in hollow(done)]
    if done.returncode != step.status:
        wrong.append(f"exit status {done.returncode}, not {step.status}")
    if step.facts:
        wrong += wrong_facts(step, done.stdout)
    elif not fits(step.out, done.stdout):
        wrong.append("standard output is other than written")
    if not fits(step.err, done.stderr):
        wrong.append("standard error is other than written")
    return wrong, done


def main():
    program, script = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    steps, files = parse(script.read_text())
    if not steps:
        sys.exit(f"{script}: no command in it")
    with tempfile.TemporaryDirectory(prefix="temsao-cli-") as folder:
        folder = pathlib.Path(folder)
        for name, text in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text)
        environment = {
            "PATH": f"{program.parent}:{os.environ['PATH']}",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
            "TZ": "UTC",
            "TEMSAO_HOME": str(folder / "home"),
            "SOURCE": str(ROOT),
            "SAMPLES": str(ROOT / "samples"),
        }
        # Sanitized programs need more memory than any limit, and their options (scripts/sanitize).
        environment["LIMIT"] = ":" if "TEMSAO_SANITIZE" in os.environ else "ulimit -v 2000000"
        environment |= {name: os.environ[name] for name in ("LSAN_OPTIONS", "TSAN_OPTIONS") if name in os.environ}
        failed = False
        for step in steps:
            wrong, done = run(step, folder, environment)
            if wrong:
                failed = True
                print(f"{script.name}:{step.number}: $ {step.command}")
                print("".join(f"    {line}\n" for line in wrong) + "it printed:")
                print(
                    done.stdout[:4000]
                    + "".join(f"2> {line}\n" for line in done.stderr[:4000].split("\n") if line)
                    + f"= {done.returncode}\n"
                )
    print("failed" if failed else f"{len(steps)} commands hold")
    return failed


if __name__ == "__main__":
    sys.exit(main())
