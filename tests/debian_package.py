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

ROOT = pathlib.Path(__file__).resolve().parent.parent
build = pathlib.Path(sys.argv[1]).resolve()
if missing := [name for name in ("cpack", "dpkg-deb", "dpkg-shlibdeps") if not shutil.which(name)]:
    print(f"skipped, missing: {', '.join(missing)}")
    sys.exit(77)
wrong = []


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:2000]}")


def run(*words, **more):
    return subprocess.run(list(map(str, words)), capture_output=True, text=True, **more)


with tempfile.TemporaryDirectory(prefix="temsao-deb-") as folder:
    folder = pathlib.Path(folder)
    made = run("cpack", "-G", "DEB", "--config", build / "CPackConfig.cmake", "-B", folder)
    packages = list(folder.glob("*.deb"))
    if made.returncode or len(packages) != 1:
        sys.exit(f"cpack made {packages}: {made.stdout}{made.stderr}")
    fields = dict(re.findall(r"^ ?([A-Z][\w-]*): (.*)$", run("dpkg-deb", "--info", packages[0]).stdout, re.M))
    check("it is ours", fields["Package"] == "temsao", fields)
    check("libraries are asked for", all(name in fields["Depends"] for name in ("libsqlite3-0", "libsodium23", "libssl3",
                                                                             "poppler-utils")), fields["Depends"])
    check("programs that read rarer photos and print are recommended",
          fields.get("Recommends") == "libvips-tools, tesseract-ocr, tesseract-ocr-vie", fields.get("Recommends"))
    listed = run("dpkg-deb", "--contents", packages[0]).stdout
    inside = {line.split()[5].removeprefix("./"): line.split()[:2] for line in listed.splitlines()}
    wanted = ["usr/bin/temsao", "lib/systemd/system/temsao.service", "usr/share/temsao/templates/jar-60x40.svg",
              "usr/share/temsao/templates/stocks.csv"]
    pages = sorted(page.name for page in (build / "pages").iterdir() if (page / "index.html").exists()) if (build / "pages").exists() else []
    wanted += [f"usr/share/temsao/pages/{page}/index.html" for page in pages]
    check("everything is in it", not (absent := [name for name in wanted if name not in inside and "usr/" + name not in inside]),
          (absent, sorted(inside)[:200]))
    check("all of it is root's, and nobody else may write", all(
        who == "root/root" and (mode[0] == "l" or (mode[5] != "w" and mode[8] != "w")) for mode, who in inside.values()), listed)

    run("dpkg-deb", "-x", packages[0], folder / "there", check=True)
    program = folder / "there/usr/bin/temsao"
    environment = {"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]}
    version = run(program, "--version", env=environment, cwd=folder)
    check("it runs, in the package's version", version.stdout.split() == ["temsao", fields["Version"].partition("-")[0]], version)
    steps = [run(program, "list", "import", ROOT / "samples/ha-tinh/cac-vu-viec.csv", "--as-of", "2026-11-01", env=environment),
             run(program, "template", "preview", "jar-60x40", "-o", folder / "a.pdf", env=environment)]
    check("with its own templates and fonts", all(step.returncode == 0 for step in steps) and (folder / "a.pdf").exists(), steps)
    server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True, env=environment)
    try:
        url = re.search(r"http://\S+:\d+", server.stderr.readline())[0]
        health = json.load(urllib.request.urlopen(url + "/healthz", timeout=20))
        check("its server is well", health["status"] == "ok", health)
        for page in pages:
            with urllib.request.urlopen(f"{url}/{page}/", timeout=20) as answer:
                check(f"it serves its own {page}", b"<!doctype html" in answer.read(200).lower())
    finally:
        server.terminate()
        check("and ends", server.wait(timeout=30) == 0)
print("\n".join(wrong) or "the package holds")
sys.exit(bool(wrong))
