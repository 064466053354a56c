#!/usr/bin/env python3
"""Every id of an exported lot book is the one that GS1's reference generator makes of the same event, and JSON-LD loses
none of its terms.

    second_hashes.py PROGRAM [ENTRIES]

Needs the packages epcis-event-hash-generator and PyLD of PyPI, which temsao itself does not; without them exit status
77. GS1's JSON schema is compared as well where TEMSAO_EPCIS_SCHEMA names its file and jsonschema is there."""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    from epcis_event_hash_generator import hash_generator, json_to_py
    from pyld import jsonld
except ImportError as missing:
    print(f"test left out: {missing}")
    sys.exit(77)

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ENTRIES = int(sys.argv[2]) if len(sys.argv) > 2 else 400
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
WORDS = "Cá cơm tươi,Nước mắm cốt,Muối hạt “Sơn Hải”,Ớt – khô,Mật ong 2 mùa,a/b c,Tiêu & gừng,gạo <nếp>".split(",")
UNITS = ("kg", "lít", "tấn", "g", "chai")
failures = []


def book(chance):
    rows = ["Việc,Ngày giờ,Sản phẩm,Lô,Lượng,ĐVT,Từ lô,Nơi,Từ/Đến,Giấy tờ"]
    lots = []

    def row(*cells):
        rows.append(",".join('"' + str(cell).replace('"', '""') + '"' for cell in cells))

    def at():
        day = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2025"
        return day if chance.random() < 0.3 else f"{day} {chance.randint(0, 23):02}:{chance.randint(0, 59):02}"

    def amount():
        whole = chance.choice((1, 7, 10, 250, 99999))
        return whole if chance.random() < 0.5 else f"{whole},{chance.choice((5, 25, 125))}"

    for number in range(ENTRIES):
        kind = (
            chance.choice(("nhập", "thu hoạch"))
            if len(lots) < 9
            else chance.choice(("chế biến", "giao", "kiểm nghiệm"))
        )
        lot, unit = f"L{number}-{chance.choice('AZ%/+.')}", chance.choice(UNITS)
        place, party = chance.choice(("", "Nhà thùng, xã Kỳ Xuân", "9520000077013")), chance.choice(
            ("Hộ ông Lý", "9520000077013")
        )
        paper = chance.choice(("", "PN 12/2025", "số 007", "ổ “1”"))
        if kind in ("nhập", "thu hoạch"):
            item = chance.choice(WORDS)
            lots.append((item, lot, unit))
            row(kind, f"{chance.randint(1, 28):02}/01/2024", item, lot, amount(), unit, "", place, party, paper)
        elif kind == "chế biến":
            of = chance.sample(lots, 2)
            uses = "; ".join(f"{item}/{name}={amount()} {u}" for item, name, u in of if "/" not in name)
            row(kind, at(), chance.choice(WORDS), lot, amount(), unit, uses, place, "", paper)
        else:
            item, name, unit = chance.choice(lots)
            row(kind, at(), item, name, amount(), unit, "", place, party, paper)
    return "\n".join(rows) + "\n"


def temsao(home, *words):
    environment = os.environ | {"TEMSAO_HOME": str(home), "LANG": "C.UTF-8"}
    return subprocess.run([PROGRAM, "--json", *map(str, words)], capture_output=True, text=True, env=environment)


def lost_terms(document):
    """Members of events that JSON-LD drops, since no context says what they mean: of ours, those with a prefix."""
    known = {prefix for part in document["@context"] if isinstance(part, dict) for prefix in part}
    names = {name for event in document["epcisBody"]["eventList"] for name in event if ":" in name}
    ours = {"@context": [part for part in document["@context"] if isinstance(part, dict)]}
    for name in sorted(names):
        value = next(event[name] for event in document["epcisBody"]["eventList"] if name in event)
        expanded = jsonld.expand(ours | {name: value if isinstance(value, str) else "x"})
        if name.split(":")[0] not in known or not expanded or len(expanded[0]) != 1:
            yield name


def schema_errors(document):
    file = os.environ.get("TEMSAO_EPCIS_SCHEMA")
    if not file:
        return []
    import jsonschema

    schema = json.loads(pathlib.Path(file).read_text())
    checker = jsonschema.validators.validator_for(schema)(schema)
    return [str(error.message)[:200] for error in checker.iter_errors(document)]


def main():
    with tempfile.TemporaryDirectory() as name:
        home = pathlib.Path(name)
        temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
        (home / "so.csv").write_text(book(random.Random(19)))
        taken = temsao(home, "lot", "import", home / "so.csv", "--producer", "HTX Mẫu")
        said = json.loads(taken.stdout)
        if said["added"] < ENTRIES // 2:
            failures.append(f"only {said['added']} of {ENTRIES} entries were taken: {said['refused'][:3]}")
        first = json.loads(temsao(home, "lot", "show").stdout)["lots"][0]
        temsao(home, "lot", "recall", first["product"], first["lot"], "--reason", "nhiễm “x”")
        exported = temsao(home, "lot", "export", home / "so.jsonld")
        if exported.returncode:
            sys.exit(exported.stderr)
        document = json.loads((home / "so.jsonld").read_text())
        events = document["epcisBody"]["eventList"]
        made = hash_generator.epcis_hashes_from_events(json_to_py.event_list_from_epcis_document_json(document))
        for event, other in zip(events, made[0] if isinstance(made, tuple) else made):
            if event["eventID"] != other:
                failures.append(f"another id: {json.dumps(event, ensure_ascii=False)} {other}")
        failures.extend(f"JSON-LD drops {name}" for name in lost_terms(document))
        failures.extend(f"the schema refuses: {words}" for words in schema_errors(document))
        print(
            "\n".join(failures[:10]) or f"{len(events)} events, each under the id that the reference generator gives it"
        )
        sys.exit(bool(failures) or len(events) < ENTRIES // 2)


main()
