"""An invented lot book of entries of every kind, and its export as EPCIS 2.0."""
import json
import os
import pathlib
import random
import shutil
import subprocess

LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
WORDS = "Cá cơm tươi,Nước mắm cốt,Muối hạt “Sơn Hải”,Ớt – khô,Mật ong 2 mùa,a/b c,Tiêu & gừng,gạo <nếp>".split(",")
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes
UNITS = ("kg", "lít", "tấn", "g", "chai")


def book(chance, entries):
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

    for number in range(entries):
        kind = (
            chance.choice(("nhập", "thu hoạch"))
            if len(lots) < 9
            else chance.choice(("chế biến", "giao", "kiểm nghiệm đạt", "kiểm nghiệm không đạt", "đóng gói"))
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
        elif kind in ("chế biến", "đóng gói"):
            of = chance.sample(lots, 2)
            uses = "; ".join(f"{item}/{name}={amount()} {u}" for item, name, u in of if "/" not in name)
            item = "09520000010003" if kind == "đóng gói" else chance.choice(WORDS)
            row(kind, at(), item, lot, amount(), unit, uses, place, "", paper)
        else:
            item, name, unit = chance.choice(lots)
            row(kind, at(), item, name, amount(), unit, "", place, party, paper)
    return "\n".join(rows) + "\n"


def temsao(program, home, *words):
    environment = os.environ | {"TEMSAO_HOME": str(home), "LANG": "C.UTF-8"}
    command = [program, "--json", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=PATIENCE)


def exported(program, home, entries):
    """The events of a book of so many entries, some refused, with one recall; and what was wrong on the way."""
    home.mkdir(exist_ok=True)
    shutil.copy(LIST, home / "list.csv")  # the rows that are refused are written beside it
    temsao(program, home, "list", "import", home / "list.csv", "--as-of", "2026-11-01")
    (home / "so.csv").write_text(book(random.Random(19), entries))
    said = json.loads(temsao(program, home, "lot", "import", home / "so.csv", "--producer", "HTX Mẫu").stdout)
    wrong = []
    if said["added"] < entries // 2:
        wrong.append(f"only {said['added']} of {entries} entries were taken: {said['refused'][:3]}")
    first = json.loads(temsao(program, home, "lot", "show").stdout)["lots"][0]
    temsao(program, home, "lot", "recall", first["product"], first["lot"], "--reason", "nhiễm “x”")
    export = temsao(program, home, "lot", "export", home / "so.jsonld")
    if export.returncode:
        raise SystemExit(export.stderr)
    return json.loads((home / "so.jsonld").read_text()), wrong
