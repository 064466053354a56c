"""temsao at work in a data directory, for the tests that stop it there; and what they found to be otherwise. argv[1] is the
program."""
import json
import os
import pathlib
import signal
import subprocess
import sys
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
failures = []


def expect(holds, words):
    if not holds:
        failures.append(words)


def environment(home):
    return os.environ | {"TEMSAO_HOME": str(home), "LANG": "C.UTF-8"}


def start(home, *words, lang="en"):
    command = [PROGRAM, "--json", "--quiet", "--lang", lang, *map(str, words)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment(home))


def temsao(home, *words, lang="en"):
    """(exit status, its report, what it said on standard error)"""
    process = start(home, *words, lang=lang)
    out, err = process.communicate()
    return process.returncode, json.loads(out) if out else {}, err


def kill_after(seconds, process):
    """Whether it was still at work."""
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    return process.returncode == -signal.SIGKILL
