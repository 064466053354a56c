#!/usr/bin/env python3
"""The API and the command line answer a check with the same JSON, for texts and for a photo."""
import json
import shutil

from server import CODE, PRODUCT, check, run, serving, temsao, without_times

TEXTS = [
    CODE,
    "https://id.ocop.vn/01/09520000010003",
    "https://evil.example/01/09521234543213/10/X",
    "xin chào",
    "https://id.ocop.vn/sp/PKHONGCO1/lo/A",
]


def story(home):
    with serving(home) as server:
        ours = server.ask("POST", "/api/v1/checks/text?lang=en", {"texts": TEXTS})
        theirs = temsao(home, "--lang", "en", "--json", "trace", "check", *TEXTS)
        is_same = without_times(ours.bytes) == without_times(theirs.stdout)
        check("texts: the API says what the command line says", is_same, ours.bytes)

        temsao(home, "label", PRODUCT, "-o", "photo.png", cwd=home)
        shutil.copy(home / "photo.png", home / "photo")
        ours = server.ask("POST", "/api/v1/checks/photo?lang=en", (home / "photo").read_bytes())
        theirs = temsao(home, "--lang", "en", "--json", "verify", "photo", cwd=home)
        check("a photo is answered", ours.status == 200, ours.bytes)
        is_same = without_times(ours.bytes) == without_times(theirs.stdout)
        check("photo: the API says what the command line says", is_same, ours.bytes)
        check("and it read a label there", len(json.loads(ours.bytes)["files"][0]["labels"]) == 1, ours.bytes)


run(story, roles=())
