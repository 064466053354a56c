#!/usr/bin/env python3
"""The Debian package as CPack makes it: what it asks for, what lies in it, and that the program runs from where it was
unpacked, with its own fonts, templates and pages. Exit 77, skipped, without dpkg's programs.

    debian_package.py BUILD_FOLDER"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
build = pathlib.Path(sys.argv[1]).resolve()
if missing := [name for name in ("cpack", "dpkg-deb", "dpkg-shlibdeps") if not shutil.which(name)]:
    print(f"skipped, missing: {', '.join(missing)}")
    sys.exit(77)
PATIENCE = 12 * 60  # seconds until the server is given up; nothing here asserts how long it takes
wrong = []


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:2000]}")


def run(*words, **more):
    return subprocess.run(list(map(str, words)), capture_output=True, text=True, **more)


def built_pages():
    folder = build / "pages"
    return sorted(page.parent.name for page in folder.glob("*/index.html"))


def make(folder):
    made = run("cpack", "-G", "DEB", "--config", build / "CPackConfig.cmake", "-B", folder)
    packages = list(folder.glob("*.deb"))
    if made.returncode or len(packages) != 1:
        sys.exit(f"cpack made {packages}: {made.stdout}{made.stderr}")
    return packages[0]


def check_fields(fields):
    check("it is ours", fields["Package"] == "temsao", fields)
    first = (ROOT / "packaging/changelog").read_text().splitlines()[0]
    check("its changelog is of this version", f"({fields['Version']})" in first, (first, fields["Version"]))
    libraries = ("libsqlite3-0", "libsodium23", "libssl3", "libcups2", "poppler-utils")
    absent = [name for name in libraries if name not in fields["Depends"]]
    check("libraries are asked for", not absent, (absent, fields["Depends"]))
    recommended = "libvips-tools, gnumeric, tesseract-ocr, tesseract-ocr-vie"
    seen = fields.get("Recommends")
    check("programs that read rarer photos and print are recommended", seen == recommended, seen)


def check_contents(package, pages):
    listed = run("dpkg-deb", "--contents", package).stdout
    inside = {line.split()[5].removeprefix("./"): line.split()[:2] for line in listed.splitlines()}
    wanted = [
        "usr/bin/temsao",
        "lib/systemd/system/temsao.service",
        "usr/share/temsao/templates/jar-60x40.svg",
        "usr/share/temsao/templates/stocks.csv",
        "usr/share/bash-completion/completions/temsao",
        "usr/share/zsh/site-functions/_temsao",
        "usr/share/fish/vendor_completions.d/temsao.fish",
        "usr/share/man/man1/temsao.1.gz",
        "usr/share/man/vi/man1/temsao.1.gz",
        "usr/share/doc/temsao/copyright",
        "usr/share/doc/temsao/changelog.gz",
    ]
    wanted += [f"usr/share/temsao/pages/{page}/index.html" for page in pages]
    absent = [name for name in wanted if name not in inside and "usr/" + name not in inside]
    check("everything is in it", not absent, (absent, sorted(inside)[:200]))
    for name, (mode, who) in inside.items():
        is_guarded = who == "root/root" and (mode[0] == "l" or (mode[5] != "w" and mode[8] != "w"))
        check(f"{name} is root's, and nobody else may write", is_guarded, (mode, who))


def check_by_lintian(package):
    """What Debian's own checker calls an error; the test says so where it is not installed."""
    if not shutil.which("lintian"):
        print("lintian is not installed: its half of this test did not run")
        return False
    told = run("lintian", "--allow-root", "--no-cfg", package).stdout
    check("lintian finds no error and warns of nothing", not re.search(r"^[EW]:", told, re.M), told)
    return True


def check_unit():
    """How much of the machine the service could reach if it were broken into, by systemd's own measure: 10 is all."""
    if not shutil.which("systemd-analyze"):
        print("systemd-analyze is not installed: its part of this test did not run")
        return False
    unit = ROOT / "packaging/temsao.service"
    told = run("systemd-analyze", "security", "--offline=true", "--no-pager", unit).stdout
    level = re.search(r"exposure level for \S+: ([\d.]+)", told)
    check("the service is closed in: at most 2.0", level and float(level[1]) <= 2.0, told[-1500:])
    return True


def check_server(program, pages, environment):
    command = [program, "serve", "--listen", "127.0.0.1:0"]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        url = re.search(r"http://\S+:\d+", server.stderr.readline())[0]
        health = json.load(urllib.request.urlopen(url + "/healthz", timeout=PATIENCE))
        check("its server is well", health["status"] == "ok", health)
        for page in pages:
            with urllib.request.urlopen(f"{url}/{page}/", timeout=PATIENCE) as answer:
                check(f"it serves its own {page}", b"<!doctype html" in answer.read(200).lower())
    finally:
        server.terminate()
        check("and ends", server.wait(timeout=PATIENCE) == 0)


def main():
    pages = built_pages()
    with tempfile.TemporaryDirectory(prefix="temsao-deb-") as name:
        folder = pathlib.Path(name)
        package = make(folder)
        fields = dict(re.findall(r"^ ?([A-Z][\w-]*): (.*)$", run("dpkg-deb", "--info", package).stdout, re.M))
        check_fields(fields)
        check_contents(package, pages)
        is_looked_over = [check_by_lintian(package), check_unit()]

        run("dpkg-deb", "-x", package, folder / "there", check=True)
        program = folder / "there/usr/bin/temsao"
        environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
        version = run(program, "--version", env=environment, cwd=folder)
        expected = ["temsao", fields["Version"].partition("-")[0]]
        check("it runs, in the package's version", version.stdout.split() == expected, version)
        sample = ROOT / "samples/ha-tinh/cac-vu-viec.csv"
        for words in (
            ("list", "import", sample, "--as-of", "2026-11-01"),
            ("template", "preview", "jar-60x40", "-o", folder / "a.pdf"),
        ):
            done = run(program, *words, env=environment)
            check(f"with its own templates and fonts: {words[0]}", done.returncode == 0, done)
        check("a template's PDF is there", (folder / "a.pdf").exists())
        check_server(program, pages, environment)
    print("\n".join(wrong) or "the package holds")
    if not wrong and not all(is_looked_over):
        return 77  # what could be tried holds
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
