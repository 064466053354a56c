#!/usr/bin/env python3
"""The lot book over HTTP, from the field to the shop and back: each role does what it may, a producer has its own lots
alone, a print run writes what it packed, and the shopper reads the story without a name of a person or a receiver."""
import json
import urllib.parse

from server import PRODUCT, check, days_ago, run, serving, temsao

OTHER = "HTX Khác Mẫu"
PRODUCER = "HTX Nguyễn Hạnh Mẫu"  # of the session
# Names of people and shops, in every field that takes words.
PLANTED = [f"Nguyễn Văn Bí Mật {number}" for number in range(100)]


def path(product, lot, more=""):
    return f"/api/v1/lots/{urllib.parse.quote(product, safe='')}/{urllib.parse.quote(lot, safe='')}{more}"


def entries(server, producer):
    """From three households to the shop, with a name planted in every place."""
    names = iter(PLANTED)
    fish = "Cá cơm tươi"
    for number in range(3):
        yield {
            "kind": "receive",
            "item": fish,
            "lot": f"CC-{number}",
            "amount": "400 kg",
            "at": days_ago(30 - number),
            "from": f"Hộ {next(names)}, xã Kỳ Xuân, tỉnh Hà Tĩnh",
            "place": f"Nhà thùng {next(names)}",
            "paper": f"PN {next(names)}",
            "note": f"gọi {next(names)}",
        }
    yield {
        "kind": "transform",
        "item": "Nước mắm cốt",
        "lot": "CH-1",
        "amount": "640 lít",
        "at": days_ago(20),
        "use": "CC-0=400 kg; CC-1=400 kg; CC-2=400 kg",
        "process": f"ủ theo cách của {next(names)}",
        "place": f"Xưởng {next(names)}, xã Kỳ Ninh",
    }
    yield {
        "kind": "test",
        "item": "Nước mắm cốt",
        "lot": "CH-1",
        "passed": True,
        "report": "KN-12/2026",
        "at": days_ago(15),
        "note": f"{next(names)} lấy mẫu",
    }
    yield {
        "kind": "pack",
        "item": PRODUCT,
        "lot": "NM-1",
        "amount": "600 chai",
        "use": "CH-1=300 lít",
        "at": days_ago(10),
        "made": days_ago(10),
        "place": f"Xưởng {next(names)}, xã Kỳ Ninh nhà {next(names)}",
    }
    for number, name in enumerate(names):
        yield {
            "kind": "ship",
            "item": PRODUCT,
            "lot": "NM-1",
            "amount": "2 chai",
            "to": f"Cửa hàng {name}",
            "at": days_ago(5),
            "paper": f"PX {number} {name}",
        }


def write_and_read(server, sessions):
    producer = sessions["producer"]
    for wish in entries(server, producer):
        said = server.json("POST", "/api/v1/lots", wish, session=producer)
        check(f"{wish['kind']} {wish['lot']} is written", said.get("added") is True, said)
    again = server.json("POST", "/api/v1/lots", wish, session=producer)
    check("the same entry again changes nothing", again["added"] is False, again)
    wrong = server.ask("POST", "/api/v1/lots", {"kind": "nhảy", "item": "x"}, session=producer)
    check(
        "an unknown kind is refused with words", wrong.status == 400 and b"nh\\u1ea3y" not in wrong.bytes, wrong.bytes
    )
    lots = server.json("GET", "/api/v1/lots", session=producer)["lots"]
    check("the book lists the lots", {"CC-0", "CC-1", "CC-2", "CH-1", "NM-1"} == {lot["lot"] for lot in lots}, lots)
    paged, after = [], ""
    while after is not None:
        part = server.json("GET", f"/api/v1/lots?limit=2&after={urllib.parse.quote(after)}", session=producer)
        paged, after = paged + part["lots"], part["next"]
    check("in pages it is the same", paged == lots, paged)
    facts = server.json("GET", path(PRODUCT, "NM-1"), session=producer)
    check("a lot shows its entries", len(facts["events"]) > 80, len(facts["events"]))
    trace = server.json("GET", path(PRODUCT, "NM-1", "/trace"), session=producer)
    check("it is traced back", {lot["lot"] for lot in trace["made_of"]} == {"CC-0", "CC-1", "CC-2", "CH-1"}, trace)
    check("and forward to the shops", len(trace["became"][0]["shipped"]) > 80, trace["became"])


def no_others(server, home, sessions):
    added = temsao(
        home,
        "lot",
        "add",
        "receive",
        "Mật ong",
        "MO-1",
        "--amount",
        "5 kg",
        "--from",
        "Ai đó",
        "--producer",
        OTHER,
        "--at",
        days_ago(3),
    )
    check("another's lot is in the book", added.returncode == 0, added.stderr)
    seen = {
        who: {lot["lot"] for lot in server.json("GET", "/api/v1/lots", session=sessions[who])["lots"]}
        for who in ("producer", "office")
    }
    check("the office sees it", "MO-1" in seen["office"], seen)
    check("the producer does not", "MO-1" not in seen["producer"], seen)
    product = next(
        lot["product"]
        for lot in server.json("GET", "/api/v1/lots", session=sessions["office"])["lots"]
        if lot["lot"] == "MO-1"
    )
    for more in ("", "/trace"):
        hidden = server.ask("GET", path(product, "MO-1", more), session=sessions["producer"])
        check(f"and may not ask for it {more}", hidden.status == 404, hidden.bytes)
    hidden = json.loads(server.ask("GET", path(product, "MO-1"), session=sessions["office"]).bytes)["events"][0]["id"]
    struck = server.ask(
        "POST", f"/api/v1/lot-entries/{hidden.split(';')[1][:16]}/strike", {}, session=sessions["producer"]
    )
    check("nor strike its entries through", struck.status == 404, struck.bytes)
    used = server.ask(
        "POST",
        "/api/v1/lots",
        {"kind": "transform", "item": "Mứt", "amount": "1 kg", "use": "MO-1=1 kg"},
        session=sessions["producer"],
    )
    check("nor use it", used.status == 404, used.bytes)


def sent_twice(server, sessions):
    """What a phone sends again after a broken connection is written once, also when its words say the time anew."""
    producer, key = sessions["producer"], {"Idempotency-Key": "phone-1"}
    wish = {"kind": "harvest", "item": "Muối", "lot": "MU-1", "amount": "50 lít"}
    first = json.loads(server.ask("POST", "/api/v1/lots", wish, key, producer).bytes)
    again = json.loads(server.ask("POST", "/api/v1/lots", wish, key, producer).bytes)
    check("the first is written", first["added"] is True, first)
    check("the second is the same event", again["added"] is False and again["event"]["id"] == first["event"]["id"])
    other = server.ask("POST", "/api/v1/lots", {**wish, "amount": "9 kg"}, key, producer)
    check("the id of another entry is refused", other.status == 409, other.bytes)
    theirs = json.loads(server.ask("POST", "/api/v1/lots", wish | {"lot": "MU-2"}, key, sessions["office"]).bytes)
    check("an id is one account's own", theirs.get("code") != "lot.request_used", theirs)
    right = wish | {"amount": "50 kg", "instead-of": first["event"]["id"].split(";")[1][:16]}
    said = server.json("POST", "/api/v1/lots", right, session=producer)
    facts = server.json("GET", path(first["lot"]["product"], "MU-1"), session=producer)
    struck = [event.get("struck", {}).get("by") for event in facts["events"]]
    check("the right one stands in its place", said["added"] and said["event"]["id"] in struck, facts)
    entry = said["event"]["id"].split(";")[1][:16]
    gone = server.json("POST", f"/api/v1/lot-entries/{entry}/strike", {}, session=producer)
    check("what did not happen is struck through", gone["reason"] == "did_not_occur", gone)
    twice = server.ask("POST", f"/api/v1/lot-entries/{entry}/strike", {}, session=producer)
    check("once", twice.status == 409 and b"lot.struck_already" in twice.bytes, twice.bytes)


def looked_for(server, sessions):
    found = lambda words: [
        lot["lot"]
        for lot in server.json("GET", f"/api/v1/lots?query={urllib.parse.quote(words)}", session=sessions["office"])[
            "lots"
        ]
    ]
    check("lots are found without accents", found("ca com tuoi") == ["CC-0", "CC-1", "CC-2"], found("ca com"))
    check("by their producer", found("hạnh mẫu") and "MO-1" not in found("hạnh mẫu"), found("hạnh mẫu"))
    lots = server.json("GET", "/api/v1/lots?query=CC-0", session=sessions["office"])["lots"]
    check("with whose they are and what is left", [lots[0]["producer"], lots[0]["left"]] == [PRODUCER, "0 kg"], lots)


def a_run_packs(server, sessions):
    producer = sessions["producer"]
    run_id = server.start_run(producer, count=3, lot="NM-2", serials=True, use="CH-1=30 lít")
    ended = server.finished(producer, run_id)
    check("the run is done", ended["state"] == "done", ended)
    facts = server.json("GET", path(PRODUCT, "NM-2"), session=producer)
    kinds = [(event["kind"], event["outputs"][0]["amount"], event["inputs"][0]["lot"]) for event in facts["events"]]
    check("and wrote what it packed", kinds == [("pack", "3", "CH-1")], facts)


def shopper(server):
    pages = {lang: server.ask("GET", f"/page/01/{PRODUCT}/10/NM-1?lang={lang}").bytes for lang in ("vi", "en")}
    for lang, page in pages.items():
        text = page.decode()
        check(f"{lang}: at most 30 kB", len(page) <= 30_000, len(page))
        check(f"{lang}: no script", "<script" not in text)
        check(f"{lang}: the commune of the households", "xã Kỳ Xuân" in text, text)
        check(f"{lang}: the test and its report", "KN-12/2026" in text, text)
    check(
        "three suppliers, in both languages", "3 nơi" in pages["vi"].decode() and "3 suppliers" in pages["en"].decode()
    )
    check(
        "on record comes first",
        pages["vi"].decode().index("Lô NM-1 đã có trong sổ") < pages["vi"].decode().index("<h1>"),
    )
    sets = server.json("GET", f"/01/{PRODUCT}/10/NM-1?linkType=linkset")["linkset"]
    voc = "https://ref.gs1.org/voc/"
    events = sets[0].get(voc + "epcis")
    check("the set of links leads to the events", events and events[0]["type"] == "application/ld+json", sets[0])
    check("and not for the goods as such", voc + "epcis" not in sets[-1], sets[-1])
    for kind in ("traceability", "certificationInfo", "recallStatus"):
        check(f"it has {kind}", len(sets[0].get(voc + kind, [])) == 2, sets[0])
    given = server.ask("GET", urllib.parse.urlsplit(events[0]["href"]).path)
    document = json.loads(given.bytes)
    check("the events are EPCIS 2.0", given.getheader("Content-Type") == "application/ld+json", given.getheaders())
    steps = [event["temsao:step"] for event in document["epcisBody"]["eventList"]]
    check("without deliveries", "ship" not in steps and "pack" in steps, steps)
    gone = server.ask("GET", f"/epcis/01/{PRODUCT}/10/KHONG-CO")
    check("of a lot that the book does not have there are none", gone.status == 404, gone.bytes)
    return [*pages.values(), given.bytes]


def recall(server, home, sessions):
    office = sessions["office"]
    product = next(
        lot["product"] for lot in server.json("GET", "/api/v1/lots", session=office)["lots"] if lot["lot"] == "CC-1"
    )
    look = server.json("GET", path(product, "CC-1", "/recall"), session=office)
    check("a look names lots and receivers", look["recalled"] is False and len(look["lots"]) == 4, look)
    check("and stores nothing", not (home / "keys/revocations").exists())
    refused = server.ask("POST", path(product, "CC-1", "/recall"), {}, session=office)
    check("a recall needs a reason", refused.status == 400, refused.bytes)
    table = server.ask("GET", path(product, "CC-1", "/recall/receivers.csv"), session=office).bytes.decode()
    check("the receivers are a table", len(table.splitlines()) > 80 and PLANTED[-1] in table, table)
    letters = path(product, "CC-1", "/recall/letters.html?reason=histamin")
    letters = server.ask("GET", letters, session=office).bytes.decode()
    check("and each gets a letter", letters.count("<article>") > 80 and "histamin" in letters, letters[:2000])
    check("which stores nothing either", not (home / "keys/revocations").exists())
    done = server.json("POST", path(product, "CC-1", "/recall"), {"reason": "nhiễm histamin"}, session=office)
    check("a recall says what it did", done["recalled"] and done["recalled_before"] == 0, done)
    again = server.json("POST", path(product, "CC-1", "/recall"), {"reason": "nhiễm histamin"}, session=office)
    check("a second one writes nothing", again["recalled_before"] == len(again["lots"]), again)
    facts = server.json("GET", path(product, "CC-1"), session=sessions["producer"])
    entry = next(event["id"] for event in facts["events"] if event["kind"] == "recall").split(";")[1][:16]
    stays = server.ask("POST", f"/api/v1/lot-entries/{entry}/strike", {}, session=sessions["producer"])
    check("a producer does not lift it", stays.status == 409 and b"lot.recall_stays" in stays.bytes, stays.bytes)
    pages = []
    for lang, words in (("vi", "Lô NM-1 đang bị thu hồi"), ("en", "Lot NM-1 is being recalled")):
        page = server.ask("GET", f"/page/01/{PRODUCT}/10/NM-1?lang={lang}").bytes
        check(
            f"{lang}: the page says so first",
            words in page.decode() and page.decode().index(words) < page.decode().index("<h1>"),
        )
        check(f"{lang}: and the lot is not called on record", "đã có trong sổ" not in page.decode())
        pages.append(page)
    return pages


def nothing_leaks(home, given):
    exported = temsao(home, "lot", "export", home / "so.jsonld")
    check("the book is exported", exported.returncode == 0, exported.stderr)
    log = temsao(home, "log", "export", home / "log")
    check("the log is exported", log.returncode == 0, log.stderr)
    shown = {
        "page or public events": b"".join(given),
        "log": b"".join(file.read_bytes() for file in (home / "log").rglob("*") if file.is_file()),
    }
    for where, content in shown.items():
        found = [name for name in PLANTED if name.encode() in content or json.dumps(name)[1:-1].encode() in content]
        check(f"no planted name in {where}", not found, found[:5])


def story(home):
    with serving(home) as server:
        sessions = {role: server.sign_in(role) for role in ("producer", "office")}
        write_and_read(server, sessions)
        no_others(server, home, sessions)
        looked_for(server, sessions)
        sent_twice(server, sessions)
        a_run_packs(server, sessions)
        given = shopper(server)
        given += recall(server, home, sessions)
        nothing_leaks(home, given)


run(story, roles=("producer", "office"))
