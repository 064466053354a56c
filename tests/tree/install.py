#!/usr/bin/env python3
"""What is installed runs from where it was put: fonts and templates are found beside it, not in the source tree.

    install.py CMAKE BUILD_FOLDER"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
with tempfile.TemporaryDirectory(prefix="temsao-install-") as folder:
    folder = pathlib.Path(folder)
    subprocess.run([sys.argv[1], "--install", sys.argv[2], "--prefix", folder / "usr"], check=True, capture_output=True)
    # a template that only the installed tree has, and one font less: both must show
    share = folder / "usr/share/temsao"
    (share / "templates/jar-60x40.svg").rename(share / "templates/only-here.svg")

    def temsao(*words):
        return subprocess.run(
            [folder / "usr/bin/temsao", *words],
            capture_output=True,
            text=True,
            cwd=folder,
            env={"HOME": str(folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"]},
        )

    steps = [
        temsao("--version"),
        temsao("template", "list"),
        temsao("template", "preview", "only-here", "-o", "a.pdf"),
        temsao("list", "import", ROOT / "samples/ha-tinh/cac-vu-viec.csv", "--as-of", "2026-11-01"),
    ]
    holds = (
        all(step.returncode == 0 for step in steps)
        and "only-here" in steps[1].stdout
        and "jar-60x40" not in steps[1].stdout
        and (folder / "a.pdf").exists()
        and (folder / ".local/share/temsao/temsao.sqlite").exists()
    )
    print("the installed program runs" if holds else "\n".join(step.stdout + step.stderr for step in steps))
sys.exit(not holds)
