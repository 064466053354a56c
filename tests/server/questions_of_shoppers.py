#!/usr/bin/env python3
"""A shopper asks the office from a product's page: with a form, without a script. The same on one day is one question with
a count; nothing about who asked is in the data directory; the office closes it with a note."""
import json
import re
import sqlite3
import time
import urllib.parse

from server import PRODUCT, check, run, serving, temsao

CODE = f"/01/{PRODUCT}/10/L1?17=271124"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
QUESTIONS = "/api/v1/questions"
ADDRESS = "192.0.2.77"
PERSONAL = ("0912 345 678", "0912345678", "038203001234", "lan@example.vn")
A_MINUTE = 6


def send(server, headers={}, lang="vi", **fields):
    """As a browser sends the form."""
    body = urllib.parse.urlencode({"code": CODE, "kind": "dates", "words": "", "commune": ""} | fields)
    return server.send("POST", f"{QUESTIONS}?lang={lang}", body, FORM | headers)


def listed(server, session, more=""):
    return server.json("GET", QUESTIONS + more, session=session)


def is_page(answer, status):
    return answer.status == status and answer.getheader("Content-Type").startswith("text/html")


def from_the_form(server, office):
    page = server.ask("GET", "/page" + CODE).bytes.decode()
    check("the page has a form and no script", "<form" in page and "<script" not in page, page)
    check("and stays within 30 kB", len(page.encode()) < 30_000, len(page))
    action = re.search(r'action="([^"]*)"', page)[1]
    code = re.search(r'name="code" value="([^"]*)"', page)[1]
    check("the form asks about this code", (action, code) == (QUESTIONS + "?lang=vi", CODE), (action, code))
    words = f"Hạn trên chai 24.11.2026; gọi {PERSONAL[0]} hoặc {PERSONAL[3]}"
    through = {"X-Forwarded-For": ADDRESS, "User-Agent": "Phone of Lan", "Sec-Fetch-Site": "same-origin"}
    answer = send(server, through, words=words, commune="xã Kỳ Xuân 0912345678")
    text = answer.bytes.decode()
    check("the answer is a page", is_page(answer, 200), (answer.status, answer.getheaders()))
    check(
        "that thanks, and says that nothing of the sender is kept",
        "Cảm ơn bạn" in text and "không lưu gì về người gửi" in text,
    )
    check("it shows what is kept", "24.11.2026; gọi […] hoặc […]" in text and "xã Kỳ Xuân […]" in text, text)
    check("sets no cookie", not answer.getheader("Set-Cookie"), answer.getheaders())
    check("and may run nothing", "<script" not in text and "'unsafe" not in answer.getheader("Content-Security-Policy"))
    english = send(server, through, "en", words="bò", commune="")
    check("in English too", "Thank you" in english.bytes.decode(), english.bytes)
    send(server, through, words=words, commune="xã Kỳ Xuân 0912345678")
    seen = listed(server, office)
    check("the same code, kind and day is one question", len(seen["questions"]) == seen["open"] == 1, seen)
    one = seen["questions"][0]
    check("that came three times", one["times"] == 3, one)
    told = [said["words"] for said in one["said"]]
    check("with everybody's words, once", told == ["Hạn trên chai 24.11.2026; gọi […] hoặc […]", "bò"], one)
    facts = (one["product"], one["lot"], one["kind"], one["page"], one["closed"])
    check("with goods, lot, kind and page", facts == (PRODUCT, "L1", "dates", "/page" + CODE, None), one)
    there = server.ask("GET", one["page"])
    check("which opens", there.status == 200 and one["goods"] in there.bytes.decode(), there.status)
    return one


def by_a_program(server, office):
    asked = {"code": f"/01/{PRODUCT}/10/L1/21/S7", "kind": "place", "commune": "phường Thành Sen 0912345678"}
    taken = server.json("POST", QUESTIONS, asked)
    kept = {"kind": "place", "words": "", "commune": "phường Thành Sen […]"}
    check("a program is told what is kept", taken == kept, taken)
    check("a serial number comes along", "S7" in [q["serial"] for q in listed(server, office)["questions"]])
    for wrong in ({"kind": "fake"}, {"kind": None}, {"words": 7}, {"code": "//evil.example" + CODE}, {"code": None}):
        answer = server.ask("POST", QUESTIONS, asked | wrong)
        check(f"{wrong} is refused", answer.status == 400, answer.status)
    text = server.ask("POST", QUESTIONS, json.dumps(asked), {"Content-Type": "text/plain"})
    check("JSON that says it is something else is refused", text.status == 415, text.status)


def refused(server, office):
    before = listed(server, office)["questions"]
    other = server.ask("GET", "/page/01/09521234543213/10/X")
    check("a code that is not listed has no form", other.status == 404 and b"<form" not in other.bytes, other.bytes)
    for fields, status, says in (
        ({"code": "/01/09521234543213/10/X"}, 404, "không có trong danh sách"),
        ({"code": "/01/09521234543214/10/X"}, 404, "không có trong danh sách"),
        ({"code": "/sp/NOSUCH/lo/L1"}, 404, "không có trong danh sách"),
        ({"code": f"//evil.example/01/{PRODUCT}"}, 400, "code"),
        ({"code": ""}, 400, "code"),
        ({"kind": ""}, 400, "chọn một dòng"),
        ({"words": "ă" * 301}, 400, "Nhiều nhất 300"),
        ({"commune": "ă" * 81}, 400, "Nhiều nhất 80"),
    ):
        answer = send(server, **fields)
        is_told = says in answer.bytes.decode() and b"<form" not in answer.bytes
        check(f"{fields} is refused by a page", is_page(answer, status) and is_told, (answer.status, answer.bytes))
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": f"http://127.0.0.1.evil.example:{server.port}"},
    ):
        answer = send(server, headers)
        check(f"a form of another site is refused: {headers}", is_page(answer, 403), answer.status)
    check("nothing of that is kept", listed(server, office)["questions"] == before, before)
    for headers in ({"Origin": "null"}, {"Origin": server.url}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}):
        answer = send(server, headers)
        check(f"a form of ours is taken: {headers}", is_page(answer, 200), answer.status)


def without_a_session(server, office):
    """A signed-in person's cookie changes nothing: no session is looked up, so no token is asked for."""
    answer = send(server, {"Cookie": office.cookie}, kind="other")
    check("who is signed in asks as anybody", is_page(answer, 200), answer.status)
    deeds = server.json("GET", "/api/v1/deeds?limit=200", session=server.sign_in("admin"))["deeds"]
    check("and no deed names them", not [deed for deed in deeds if "question" in deed["action"]], deeds)


def hostile_words(server, office):
    words = "<script>alert(1)</script>\r\n\0 \u202e ngược \u0300\u0301 ' \" & %00 ]]> \U0001f41f"
    answer = send(server, kind="stars", words=words, commune="<b>\u2028x")
    check("hostile words are shown as words", is_page(answer, 200) and b"<script" not in answer.bytes, answer.bytes)
    check("in one line", b"alert(1)&lt;/script&gt; " in answer.bytes, answer.bytes)
    bytes_ = server.send("POST", QUESTIONS, f"code={urllib.parse.quote(CODE)}&kind=stars&words=%ff%fe%41&", FORM)
    check("bytes that are no text too", is_page(bytes_, 200), bytes_.bytes)
    one = next(q for q in listed(server, office)["questions"] if q["kind"] == "stars")
    kept = [said["words"] for said in one["said"]]
    hidden = [c for said in kept for c in said if ord(c) < 32 or c in "\u202e\u2028"]
    check("nothing that hides is kept", len(kept) == 2 and not hidden, kept)
    long = send(server, kind="stars", words="🐟" * 300)
    check("300 characters of any kind are taken", is_page(long, 200), long.status)


def limits(server):
    statuses, first = [], int(time.time()) // 60
    while 429 not in statuses and len(statuses) < 100:
        answer = send(server, {"X-Forwarded-For": "192.0.2.78"}, kind="place")
        statuses.append(answer.status)
    minutes = int(time.time()) // 60 - first + 1
    check("an address may ask a few times a minute", A_MINUTE <= len(statuses) - 1 <= A_MINUTE * minutes, statuses)
    check("then a page says so", is_page(answer, 429) and "chờ một phút" in answer.bytes.decode(), answer.bytes)
    other = send(server, {"X-Forwarded-For": "192.0.2.79"}, kind="place")
    check("another one may", is_page(other, 200), other.status)
    large = send(server, words="x" * 100_000)
    check("a large body is refused", large.status == 413, large.status)


def only_the_office(server, sessions):
    for role in ("producer", "inspector"):
        for words in (("GET", QUESTIONS), ("POST", QUESTIONS + "/x/close", {"note": "x"})):
            answer = server.ask(*words, session=sessions[role])
            check(f"{role} may not {words[0]} {words[1]}", answer.status == 403, answer.status)
    check("nor who is not signed in", server.ask("GET", QUESTIONS).status == 401)
    for role in ("office", "admin"):
        check(f"{role} may", server.ask("GET", QUESTIONS, session=sessions[role]).status == 200)


def pages(server, office):
    whole = listed(server, office)
    seen, after = [], ""
    while after is not None:
        page = listed(server, office, f"?limit=2&after={after}")
        seen += page["questions"]
        after = page["next"]
    check("the list comes page by page", seen == whole["questions"] and len(seen) > 3, (seen, whole))


def closed(server, office, one):
    def close(identity, note, session=office):
        return server.ask("POST", f"{QUESTIONS}/{identity}/close", {"note": note}, session=session)

    open_before = listed(server, office)["open"]
    for note in ("", "  ", "x" * 301):
        check(f"a note of {len(note)} is refused", close(one["id"], note).status == 400)
    check("a question that there is not", close("none", "x").status == 404)
    note = "Đã hỏi chủ thể: chai của đợt trước. " + "ă" * 260
    done = close(one["id"], note)
    check("the office closes it with a note", done.status == 200, done.bytes)
    by = json.loads(done.bytes)["closed"]
    check("in its name", (by["by"], by["note"]) == ("office", note), by)
    check("once", close(one["id"], "x").status == 409)
    now = listed(server, office)
    check("it leaves the open ones", now["open"] == open_before - 1 and one["id"] not in str(now), now)
    kept = listed(server, office, "?closed=true")["questions"]
    check("and stays among those closed", [(q["id"], q["times"]) for q in kept] == [(one["id"], one["times"])], kept)
    deeds = server.json("GET", "/api/v1/deeds", session=server.sign_in("admin"))["deeds"]
    deed = next((d for d in deeds if d["action"] == "question closed"), {})
    is_whole = deed.get("account") == "office" and deed["subject"].startswith(f"{one['id']} Đã hỏi chủ thể")
    check("the deed is in the book", is_whole, deeds)
    send(server, words="lại thấy")
    again = [q for q in listed(server, office)["questions"] if q["kind"] == "dates" and q["lot"] == "L1"]
    check("asked again on the day, it is open again", [q["times"] for q in again] == [1], again)


def nothing_personal(home, began):
    """In no file of the data directory is there anything of who asked."""
    files = {path.name: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    check("the database is among them", "temsao.sqlite" in files, files.keys())
    for what in (*PERSONAL, ADDRESS, "192.0.2.78", "192.0.2.79", "Phone of Lan"):
        found = [name for name, bytes_ in files.items() if what.encode() in bytes_]
        check(f"{what} is in no file", not found, found)
    with sqlite3.connect(home / "temsao.sqlite") as database:
        rows = list(database.execute("SELECT * FROM shopper_question"))
    times = {str(second) for second in range(began - 1, int(time.time()) + 2)}
    check("there are questions", len(rows) > 4, rows)
    check("no time finer than the day is kept", not [v for row in rows for v in row if str(v) in times], rows)
    check("the id begins with the day", all(row[0].startswith(row[1].replace("-", "")) for row in rows), rows)
    check("and has no clock in it", not any(f"{s:09x}" in row[0] for row in rows for s in map(int, times)), rows)


def in_backups(home):
    checked = temsao(home, "check")
    check("check knows the tables", checked.returncode == 0, checked.stdout + checked.stderr)
    backup, other = home.parent / "backup", home.parent / "restored"
    for done in (temsao(home, "backup", backup), temsao(other, "restore", backup)):
        check("they are backed up and restored", done.returncode == 0, done.stdout + done.stderr)
    rows = []
    for one in (home, other):
        with sqlite3.connect(one / "temsao.sqlite") as database:
            rows.append(list(database.execute("SELECT * FROM shopper_question ORDER BY id")))
    check("whole", rows[0] == rows[1] and rows[0], rows)


def story(home):
    began = int(time.time())
    with serving(home) as server:
        sessions = {role: server.sign_in(role) for role in ("producer", "inspector", "office", "admin")}
        office = sessions["office"]
        one = from_the_form(server, office)
        by_a_program(server, office)
        refused(server, office)
        without_a_session(server, office)
        hostile_words(server, office)
        limits(server)
        only_the_office(server, sessions)
        pages(server, office)
        one = next(q for q in listed(server, office)["questions"] if q["id"] == one["id"])
        closed(server, office, one)
    nothing_personal(home, began)
    in_backups(home)


run(story)
