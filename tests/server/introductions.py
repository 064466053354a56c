#!/usr/bin/env python3
"""How a producer introduces itself: handed in, approved, shown on the pages of its products, replaced and withdrawn; what
a picture carries besides its pixels is gone; hostile pictures and floods; nobody sees or changes what is another's."""
import base64
import json
import os
import random
import re
import socket
import sqlite3
import struct
import zlib

from server import CODE, PRODUCT, TODAY, check, is_clear_refusal, png_of, run, serving, temsao

ALL = "/api/v1/introductions"
PAGE = "/page" + CODE.removeprefix("https://id.ocop.vn")
WORDS = 'Nhà tôi làm nước mắm từ năm 1962 <b>&amp; bán ở chợ</b>; xem https://evil.example/x "thử"'
ENGLISH = "We have made fish sauce since 1962 <script>alert(1)</script>"
PLANTED = (struct.pack(">I", 123456789), b"CAMERA OF LAN", b"COMMENT OF LAN", b"PAYLOAD")
KEPT = 20  # that ended, of one producer


def png(width, height, row):
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return png_of(head, zlib.compress(b"".join(b"\0" + row(width) for _ in range(height))))


def noted_jpeg(home):
    """A JPEG held upright by a camera that noted its name and the place, with a comment, and more behind its end."""
    folder = home.parent
    random.seed(7)
    (folder / "plain.png").write_bytes(png(640, 480, lambda width: bytes([random.randrange(256), 90, 60] * width)))
    made = temsao(home, "picture", folder / "plain.png", "--out", folder / "plain.jpg")
    check("a JPEG is made", made.returncode == 0, made.stderr)
    whole = (folder / "plain.jpg").read_bytes()
    camera = struct.pack(">HHII", 0x0110, 2, 16, 62)
    held = struct.pack(">HHIHH", 0x0112, 3, 1, 6, 0)
    gps = struct.pack(">HHII", 0x8825, 4, 1, 78)
    place = struct.pack(">HHHI4sHHIII", 2, 1, 2, 2, b"N\0\0\0", 2, 5, 3, 108, 0)
    tiff = b"MM\0\x2a\0\0\0\x08\0\3" + camera + held + gps + b"\0" * 16 + b"CAMERA OF LAN X\0" + place
    tiff = tiff.ljust(108, b"\0") + struct.pack(">IIIIII", 18, 1, 20, 1, 123456789, 1000000)
    exif = b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff
    comment = b"\xff\xfe" + struct.pack(">H", 16) + b"COMMENT OF LAN"
    return whole[:2] + exif + comment + whole[2:] + b"PAYLOAD <script>" * 99


def wish(picture=None, vi=WORDS, en="", **more):
    coded = base64.b64encode(picture).decode() if picture is not None else None
    return {"words": {"vi": vi, "en": en}, "picture": coded, "is_own": True} | more


def hand_in(server, session, *words, **more):
    answer = server.ask("POST", ALL, wish(*words, **more), session=session)
    check("it is handed in", answer.status == 201, (answer.status, answer.bytes))
    return json.loads(answer.bytes)


def listed(server, session, more=""):
    return server.json("GET", ALL + more, session=session)["introductions"]


def states(server, session):
    return [one["state"] for one in listed(server, session)]


def picture(server, one, session=None):
    return server.ask("GET", f"{ALL}/{one['id']}/picture.jpg", session=session)


def approve(server, one, session):
    return server.ask("POST", f"{ALL}/{one['id']}/approval", {}, session=session)


def withdraw(server, one, session):
    return server.ask("DELETE", f"{ALL}/{one['id']}", session=session)


def page(server, lang="vi"):
    answer = server.ask("GET", f"{PAGE}?lang={lang}")
    check("the page is there", answer.status == 200, answer.status)
    return answer


def waits(server, sessions, home):
    """Until the office approves it, nobody sees it but the office and its producer."""
    ours, office = sessions["producer"], sessions["office"]
    sent = noted_jpeg(home)
    check("what is sent has all that was planted", all(planted in sent for planted in PLANTED))
    one = hand_in(server, ours, sent)
    upright = {"address": f"{ALL}/{one['id']}/picture.jpg", "width": 480, "height": 640}
    check("the picture stands upright", one["picture"] == upright, one)
    facts = (one["state"], one["words"], one["account"], one["decided"])
    check("it waits", facts == ("waiting", {"vi": WORDS, "en": ""}, "producer", None), one)
    check("its producer sees it", listed(server, ours) == [one], one)
    check("so does the office", listed(server, office, "?state=waiting") == [one], one)
    check("but not another producer", listed(server, sessions["other"]) == [])
    seen = {role: picture(server, one, session).status for role, session in ({"nobody": None} | sessions).items()}
    may = {"producer": 200, "office": 200, "admin": 200, "other": 404, "inspector": 404, "nobody": 404}
    check("its picture too is for the office and its producer", seen == may, seen)
    answer = picture(server, one, office)
    check("and is not kept", answer.getheader("Cache-Control") == "private, no-store", answer.getheaders())
    found = [planted for planted in PLANTED if planted in answer.bytes]
    is_plain = answer.bytes[:4] == b"\xff\xd8\xff\xe0" and answer.bytes.endswith(b"\xff\xd9")
    check("nothing of what was planted is left", not found and is_plain and b"Exif" not in answer.bytes, found)
    check("the page shows nothing of it", b'class="maker"' not in page(server).bytes)
    for role in ("producer", "other", "inspector"):
        refused = approve(server, one, sessions[role])
        check(f"{role} may not approve it", refused.status == 403, refused.status)
    for role, status in (("other", 404), ("inspector", 403)):
        refused = withdraw(server, one, sessions[role])
        check(f"{role} may not withdraw it", refused.status == status, refused.status)
    check("nothing has changed", listed(server, office) == [one], one)
    return one


def shown(server, sessions, one):
    office = sessions["office"]
    done = approve(server, one, office)
    told = json.loads(done.bytes)
    is_approved = told["state"] == "approved" and told["decided"] == {"by": "office", "on": str(TODAY)}
    check("the office approves it", done.status == 200 and is_approved, done.bytes)
    again = approve(server, one, office)
    check("once", again.status == 409 and is_clear_refusal(again), again.bytes)
    answer = page(server)
    text = answer.bytes.decode()
    check("the page shows it", f'<img src="{one["picture"]["address"]}"' in text, text)
    escaped = "&lt;b&gt;&amp;amp; bán ở chợ&lt;/b&gt;; xem https://evil.example/x &quot;thử&quot;"
    check("with the words as words", escaped in text and "<b>" not in text, text)
    check("and no link of theirs", not re.search(r'(href|src)="[^"]*evil', text), text)
    check("and whose they are, and since when", f"ngày {TODAY:%d/%m/%Y}" in text and "Lời của chủ thể" in text, text)
    places = [text.index(what) for what in ("</dl>", 'class="maker"', "<details><summary>Thấy")]
    check("before what to do if something looks wrong", places == sorted(places), places)
    check("within 30 kB and without a script", len(answer.bytes) < 30_000 and "<script" not in text, len(text))
    policy = answer.getheader("Content-Security-Policy")
    check("whose policy allows only pictures of the server", "img-src 'self';" in policy, policy)
    check("and nothing that runs", "default-src 'none'" in policy and "script-src" not in policy, policy)
    english = page(server, "en").bytes.decode()
    is_told = '<blockquote lang="vi">' in english and "The producer says this" in english
    check("the English page has the Vietnamese words, and says so", is_told, english)
    given = picture(server, one)
    check("everybody gets the picture", given.status == 200 and given.getheader("Content-Type") == "image/jpeg")
    check("and may keep it for a day", given.getheader("Cache-Control") == "public, max-age=86400", given.getheaders())


def replaced(server, sessions, first):
    ours, office = sessions["producer"], sessions["office"]
    dropped = hand_in(server, ours, vi="Bản nháp")
    second = hand_in(server, ours, vi="Bản mới", en=ENGLISH)
    check("a newer one takes the place of the one that waits", states(server, ours) == ["waiting", "approved"])
    gone = approve(server, dropped, office)
    check("which nobody can approve", gone.status == 404 and is_clear_refusal(gone), gone.bytes)
    check("the page has the old one meanwhile", first["id"] in page(server).bytes.decode())
    check("the new one is approved", approve(server, second, office).status == 200)
    english = page(server, "en").bytes.decode()
    is_shown = '<blockquote lang="en">' in english and "since 1962 &lt;script&gt;" in english
    check("and shown, in English too", is_shown and first["id"] not in english, english)
    check("the one before is replaced", states(server, office) == ["approved", "replaced"], states(server, office))
    check(
        "and has no picture",
        picture(server, first, office).status == 404 and listed(server, ours)[1]["picture"] is None,
    )
    return second


def gone_from_page(server, one, office):
    for lang in ("vi", "en"):
        check("it is gone from the page at once", b'class="maker"' not in page(server, lang).bytes)
    check("its picture too", picture(server, one, office).status == 404)
    check("it cannot be approved again", approve(server, one, office).status == 409)


def withdrawn(server, sessions, shown_now):
    ours, office = sessions["producer"], sessions["office"]
    waiting = hand_in(server, ours, vi="Chờ duyệt")
    check("a producer withdraws what waits", withdraw(server, waiting, ours).status == 200)
    check("once", withdraw(server, waiting, ours).status == 409)
    check("the office withdraws what is shown", withdraw(server, shown_now, office).status == 200)
    gone_from_page(server, shown_now, office)
    third = hand_in(server, ours, vi="Bản thứ ba")
    check("the next one is approved", approve(server, third, office).status == 200)
    check("its producer withdraws what is shown as well", withdraw(server, third, ours).status == 200)
    gone_from_page(server, third, office)
    deeds = server.json("GET", "/api/v1/deeds?limit=200", session=sessions["admin"])["deeds"]
    seen = [(deed["account"], deed["action"]) for deed in deeds if "introduction" in deed["action"]]
    expected = [("producer", "withdrawn"), ("office", "approved"), ("producer", "handed in"), ("office", "withdrawn")]
    check("each is a deed", seen[:4] == [(who, f"introduction {what}") for who, what in expected], seen)


def refused(server, sessions):
    ours = sessions["producer"]
    before = listed(server, ours)
    dull = png(200, 200, lambda width: b"\x40\x80\xc0" * width)
    bomb = png_of(struct.pack(">IIBBBBB", 30000, 30000, 1, 0, 0, 0, 0), zlib.compress(bytes(3751 * 30000), 9))
    jpeg = noted_jpeg(server.home)
    for what, body, status in (
        ("a bomb", wish(bomb), 422),
        ("a text", wish(b"<html><script>alert(1)</script>"), 422),
        ("a PDF", wish(b"%PDF-1.4\n"), 422),
        ("a cut JPEG", wish(jpeg[: len(jpeg) // 3]), 422),
        ("noise in a body of 4 MB", wish(os.urandom(3_145_000)), 422),
        ("a line", wish(png(3000, 20, lambda width: b"\0\0\0" * width)), 422),
        ("no base64", wish() | {"picture": "!!!"}, 400),
        ("a number for a picture", wish() | {"picture": 7}, 400),
        ("another's", wish(dull, is_own=False), 400),
        ("nobody's", {"words": {"vi": "x", "en": ""}, "picture": None}, 400),
        ("no words", wish(dull, vi=" \u200b\n"), 400),
        ("only English", wish(dull, vi="", en="Hello"), 400),
        ("too many words", wish(dull, vi="ă" * 401), 400),
        ("too many words in English", wish(dull, en="a" * 401), 400),
        ("marks heaped on a letter", wish(dull, vi="a" + "\u0301" * 5000), 400),
        ("words of another kind", wish(dull) | {"words": "x"}, 400),
        ("a list", [], 400),
    ):
        answer = server.ask("POST", ALL, body, session=ours)
        is_told = answer.status == status and is_clear_refusal(answer)
        check(f"{what} is refused in words", is_told, (answer.status, answer.bytes))
    check("and nothing of it is kept", listed(server, ours) == before, before)
    for role in ("office", "admin", "inspector", "other"):
        answer = server.ask(
            "POST", ALL, wish() | {"producer": "HTX Khác", "account": "producer"}, session=sessions[role]
        )
        check(f"{role} hands in for nobody else", answer.status == (201 if role == "other" else 403), answer.status)
    check("whatever a body says of its producer", listed(server, ours) == before, before)
    check("a state that there is not", server.ask("GET", ALL + "?state=x", session=ours).status == 400)
    taken = hand_in(server, ours, vi="🐟" * 400, en=" hai\r\n\tdòng \0\u202e ")
    check("400 characters of any kind are taken, in one line", taken["words"]["vi"] == "🐟" * 400, taken)
    hidden = [c for c in taken["words"]["en"] if ord(c) < 32 or c == "\u202e"]
    check("nothing that hides is kept", not hidden and taken["words"]["en"].startswith("hai dòng"), taken)


def too_large(server, ours):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        head = f"POST {ALL} HTTP/1.1\r\nHost: a\r\nCookie: {ours.cookie}\r\nX-CSRF: {ours.csrf}\r\n"
        line.sendall(f"{head}Content-Type: application/json\r\nContent-Length: {(4 << 20) + 1}\r\n\r\n".encode())
        check("a body of more than 4 MB is answered before it is sent", b" 413 " in line.recv(400))


def flood(server, sessions, home):
    ours, office = sessions["producer"], sessions["office"]
    random.seed(8)
    noise = png(1000, 800, lambda width: random.randbytes(3 * width))
    for n in range(40):
        one = hand_in(server, ours, vi=f"Lần {n}")
        done = approve(server, one, office) if n % 2 else withdraw(server, one, ours)
        check("it is decided", done.status == 200, done.status)
    for n in range(30):
        one = hand_in(server, ours, noise if n % 10 == 0 else None, vi=f"Thêm {n}")
    seen = states(server, ours)
    ended = [state for state in seen if state in ("withdrawn", "replaced")]
    check("one waits, one is shown", (seen.count("waiting"), seen.count("approved")) == (1, 1), seen)
    check("and twenty that ended are kept", len(ended) == KEPT, seen)
    with sqlite3.connect(home / "temsao.sqlite") as database:
        sizes = [row[0] for row in database.execute("SELECT length(picture) FROM introduction WHERE producer <> ''")]
    check("no picture is larger than 150 kB", max(sizes) <= 200_000, sizes)
    check("nor kept once it has ended", sum(size > 0 for size in sizes) <= 2, sizes)
    after, paged = "", []
    while after is not None:
        part = server.json("GET", f"{ALL}?limit=7&after={after}", session=office)
        paged, after = paged + part["introductions"], part["next"]
    check("the office reads them page by page", paged == listed(server, office, "?limit=200"), len(paged))
    away = {"X-Forwarded-For": "192.0.2.7"}
    statuses = [server.ask("POST", ALL, wish(os.urandom(2_500_000)), away, ours).status for _ in range(8)]
    check("many large ones within a minute are refused", statuses[0] == 422 and 429 in statuses, statuses)
    check("no file of them is left", not list((home / "uploads").glob("*")), list((home / "uploads").glob("*")))


def of_goods_without_stars(server, sessions):
    """The last case: it takes the certificate from the product."""
    office = sessions["office"]
    one = hand_in(server, sessions["producer"], vi="Vẫn còn đây")
    check("it is approved", approve(server, one, office).status == 200)
    check("and shown", "Vẫn còn đây" in page(server).bytes.decode())
    revoked = server.ask(
        "POST", "/api/v1/certificates/revocation", {"product": PRODUCT, "decision": "9/QĐ-UBND"}, session=office
    )
    check("the certificate is revoked", revoked.status == 200, revoked.bytes)
    check("then nothing of it is on the page", b'class="maker"' not in page(server).bytes)


def story(home):
    other = temsao(home, "account", "add", "other", "--role", "producer", "--producer", "HTX Khác")
    check("there is another producer", other.returncode == 0, other.stderr)
    with serving(home) as server:
        server.home = home
        sessions = {role: server.sign_in(role) for role in ("producer", "other", "inspector", "office", "admin")}
        first = waits(server, sessions, home)
        shown(server, sessions, first)
        second = replaced(server, sessions, first)
        withdrawn(server, sessions, second)
        refused(server, sessions)
        too_large(server, sessions["producer"])
        flood(server, sessions, home)
        of_goods_without_stars(server, sessions)
    checked = temsao(home, "check")
    check("check knows the table", checked.returncode == 0, checked.stdout + checked.stderr)


run(story)
