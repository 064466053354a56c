#!/usr/bin/env python3
"""scripts/setup: what is there is left alone; a changed checksum stops everything; --no-apt says what is missing. In a
copy of the scripts, with programs that only pretend: nothing is fetched, built or installed."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
wrong = []


def program(folder, name, words):
    file = folder / name
    file.write_text("#!/bin/sh\n" + words)
    file.chmod(0o755)


def setup(tree, *options, missing="", node="v18.20.4", npm="mkdir -p pages/node_modules"):
    pretend = tree / "bin"
    pretend.mkdir(exist_ok=True)
    program(pretend, "dpkg-query", f'[ "$3" = "{missing}" ] || echo installed\n')
    program(pretend, "apt-get", 'echo "apt-get $*" >>"$CALLS"; case "$*" in *wasi-libc*) exit 1 ;; esac\n')
    program(pretend, "clang++-19", "exit 0\n")
    program(pretend, "sudo", 'echo "sudo $*" >>"$CALLS"; case "$*" in *wasi-libc*) exit 1 ;; esac\n')
    program(pretend, "cmake", 'echo "cmake $*" >>"$CALLS"\n')
    program(pretend, "cargo", "exit 1\n")
    program(pretend, "node", f"echo {node}\n")
    program(pretend, "npm", f'echo "npm $*" >>"$CALLS"; {npm}\n')
    program(pretend, "python3", 'echo "python3 $*" >>"$CALLS"; exit 1\n')
    calls = tree / "calls"
    calls.write_text("")
    done = subprocess.run(
        [tree / "scripts" / "setup", *options],
        capture_output=True,
        text=True,
        env={"PATH": f"{pretend}:{os.environ['PATH']}", "CALLS": str(calls)},
    )
    return done, calls.read_text()


def check(what, holds, done):
    if not holds:
        wrong.append(f"{what}\n{done.stdout}{done.stderr}")


def make_tree(tree):
    """A copy of the scripts with ZXing-C++ built already. Gives the mark that says so."""
    shutil.copytree(ROOT / "scripts", tree / "scripts")
    script = (tree / "scripts/setup").read_text()
    built = re.search(r"^zxing_version=(\S+)", script, re.M)[1]
    mark = tree / f".deps/zxing-cpp-{built}" / re.search(r"^complete=\$zxing_prefix/(\S+)", script, re.M)[1]
    mark.parent.mkdir(parents=True)
    mark.touch()
    program(tree / "scripts", "phone-libraries", "exit 0\n")
    (tree / "pages").mkdir()
    (tree / "pages/package-lock.json").write_text("{}")
    return mark, built


def pages_of_a_new_machine(tree):
    done, _ = setup(tree, npm="exit 1")
    is_told = "registry" in done.stderr and "npm.log" in done.stderr
    check("a registry out of reach is told, and does not stop the rest", done.returncode == 0 and is_told, done)
    done, calls = setup(tree, "--no-apt", node="v16.1.0")
    is_told = "node 18" in done.stdout and "npm" not in calls
    check("without a node that is new enough the pages are left out, and it is told", is_told, done)
    check("and the rest goes on", done.returncode == 0, done)
    done, calls = setup(tree)
    is_fetched = done.returncode == 0 and "npm --prefix pages ci --ignore-scripts" in calls
    check("the pages' packages are fetched by the lock, running no scripts of theirs", is_fetched, done)


def program_alone(tree):
    program(tree / "scripts", "phone-libraries", 'echo phone-libraries >>"$CALLS"\n')
    done, calls = setup(tree, "--program", missing="wasi-libc", npm="exit 1")
    is_told = done.returncode == 0 and "without the pages" in done.stdout
    check("--program leaves out the pages and the phone's libraries, and says so", is_told and calls == "", done)
    done, calls = setup(tree, "--program", missing="libpng-dev")
    check("what the program needs is installed", calls.rstrip().endswith("libpng-dev"), done)
    program(tree / "scripts", "phone-libraries", "exit 0\n")


def debian_packages(tree):
    done, calls = setup(tree)
    is_idle = done.returncode == 0 and calls == "" and "built already" in done.stdout
    check("with all there, nothing is done", is_idle, done)
    done, calls = setup(tree, "--no-apt", missing="libpng-dev")
    is_named = done.returncode == 0 and "libpng-dev" in done.stdout and calls == ""
    check("--no-apt names what is missing and installs nothing", is_named, done)
    done, calls = setup(tree, missing="libpng-dev")
    is_installed = done.returncode == 0 and "install" in calls and calls.rstrip().endswith("libpng-dev")
    check("what is missing is installed, and nothing else", is_installed, done)
    by = "apt-get" if os.geteuid() == 0 else "sudo apt-get"
    check("through sudo for all but root", calls.startswith(by), done)
    done, _ = setup(tree, "--nonsense")
    check("an unknown option stops with 64", done.returncode == 64 and "--no-apt" in done.stderr, done)


def clang_for_webassembly(tree):
    done, calls = setup(tree, missing="wasi-libc")
    is_told = "wasi-libc" in calls and "left out" in done.stderr
    check(
        "without clang for WebAssembly the scanner's page is left out, and it is told",
        done.returncode == 0 and is_told,
        done,
    )
    program(tree / "scripts", "phone-libraries", "exit 1\n")
    done, _ = setup(tree)
    is_told = done.returncode == 0 and "left out" in done.stderr
    check("likewise when its libraries cannot be had", is_told, done)
    program(tree / "scripts", "phone-libraries", "exit 0\n")


def node_and_lock(tree):
    done, calls = setup(tree, missing="nodejs")
    check("a node from elsewhere is left alone", done.returncode == 0 and calls == "", done)
    done, calls = setup(tree, missing="nodejs", node="v12.22.12")
    is_installed = done.returncode == 0 and "install" in calls and calls.rstrip().endswith("nodejs")
    check("an old one gives way to Debian's", is_installed, done)
    (tree / "pages/package-lock.json").write_text('{"changed": true}')
    done, calls = setup(tree)
    check("a changed lock fetches again", "npm --prefix pages ci" in calls, done)


def pinned_sources(tree, mark, built):
    mark.unlink()
    download = tree / ".deps/download"
    download.mkdir()
    archive = download / f"zxing_cpp-{built}.tar.gz"
    archive.write_text("not what was pinned")
    done, calls = setup(tree)
    is_stopped = done.returncode != 0 and "has checksum" in done.stderr and "cmake" not in calls
    check("a changed checksum stops before anything is built", is_stopped, done)

    archive.unlink()
    done, calls = setup(tree)
    is_told = "could not fetch" in done.stderr and archive.name in done.stderr
    check("what cannot be fetched is told, with what to do", done.returncode != 0 and is_told, done)
    check("and never Debian's old one taken", "cmake" not in calls, done)
    asked = [calls.find(words) for words in ("pip download", "releases/download")]
    check("upstream's own release is asked for last", 0 <= asked[0] < asked[1], done)

    release = download / f"zxing-cpp-{built}.tar.gz"
    release.write_text("not what was pinned")
    done, calls = setup(tree)
    is_told = release.name in done.stderr and "has checksum" in done.stderr
    check("its checksum counts as well", done.returncode != 0 and is_told and "cmake" not in calls, done)


with tempfile.TemporaryDirectory(prefix="temsao-setup-") as folder:
    tree = pathlib.Path(folder)
    mark, built = make_tree(tree)
    pages_of_a_new_machine(tree)
    program_alone(tree)
    debian_packages(tree)
    clang_for_webassembly(tree)
    node_and_lock(tree)
    pinned_sources(tree, mark, built)
print("\n".join(wrong) or "the set-up holds")
sys.exit(bool(wrong))
