#!/usr/bin/env python3
"""A lot that is on record, one that is not, and a recalled one: the shopper's page and the API say the same of each."""
import datetime

from server import LIST, PRODUCT, TODAY, check, run, serving, temsao

MADE = TODAY - datetime.timedelta(2)
MIDDLE = f"{TODAY - datetime.timedelta(1):%y%m%d}"


def publish(home):
    for words in (
        ("publish", "-o", home / "ds.temsao"),
        ("trust", "add", home / "ds.temsao", "--root", home / "keys/root.pub"),
    ):
        done = temsao(home, *words)
        check(f"{words[0]} is done", done.returncode == 0, done.stderr)


def prepare(home):
    temsao(home, "list", "import", LIST, "--as-of", TODAY)
    temsao(home, "key", "new", "root", "--owner", "UBND tỉnh Mẫu")
    goods, fish, whose = PRODUCT, "Cá cơm tươi", ("--producer", "HTX Nguyễn Hạnh Mẫu")
    for words in (
        (
            "receive",
            fish,
            "CC-1",
            "--amount",
            "900 kg",
            "--from",
            "Ông Lý",
            "--at",
            MADE - datetime.timedelta(9),
            *whose,
        ),
        ("pack", goods, "L1", "--amount", "90 chai", "--use", "CC-1=300 kg", "--at", MADE, "--made", MADE),
        ("pack", goods, "L2", "--amount", "90 chai", "--use", "CC-1=300 kg", "--at", TODAY - datetime.timedelta(1)),
    ):
        added = temsao(home, "lot", "add", *words)
        check(f"{words[0]} {words[2]} is noted", added.returncode == 0, added.stderr)
    publish(home)


def answers(server, lot, made):
    code = f"/01/{PRODUCT}/10/{lot}?11={made}"
    label = server.judge("https://id.ocop.vn" + code)["files"][0]["labels"][0]
    pages = [server.ask("GET", "/page" + code + more).bytes.decode() for more in ("", "&lang=en")]
    return label["verdict"], label["trace"].get("lot_state"), *pages


def story(home):
    prepare(home)
    with serving(home) as server:
        verdict, state, vi, en = answers(server, "L1", f"{MADE:%y%m%d}")
        check("a lot on record is known", (verdict, state) == ("valid", "known"), (verdict, state))
        check("and the page says so", "Lô đã có trong sổ." in vi and "Lot on record." in en, en)
        verdict, state, vi, en = answers(server, "ABC", MIDDLE)
        check("one that nobody reported asks", (verdict, state) == ("check", "not_reported"), (verdict, state))
        check("with words", "Chưa thấy lô này trong sổ" in vi and "Not in the records (to " in en, en)
        check("and nowhere it is called valid", ">Hợp lệ<" not in vi and ">Valid<" not in en, en)
        recalled = temsao(home, "lot", "recall", PRODUCT, "L1", "--reason", "nhiễm histamin")
        check("L1 is recalled", recalled.returncode == 0, recalled.stderr)
        publish(home)
        verdict, state, vi, en = answers(server, "L1", f"{MADE:%y%m%d}")
        check("a recalled lot is not valid", (verdict, state) == ("invalid", "recalled"), (verdict, state))
        check("and people are told what to do", "đừng dùng, trả lại nơi mua" in vi and "take it back" in en, en)


run(story, roles=())
