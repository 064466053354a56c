#!/usr/bin/env python3
"""Files whose structure people reported from the field, each with what is right. They do not stand in this repository;
list_reading.py and list_history.txt have invented ones of the same kinds. Exit 77, skipped, where the folder is missing.

    list_from_field.py TEMSAO FOLDER"""
import json
import pathlib
import shutil
import sys
import tempfile

from list_import import misfits, run

THREE = [
    ("Mật ong rừng Mẫu", "HTX Sông Mẫu", 4, "2394/QĐ-UBND", "2025-10-15"),
    ("Nước mắm cá cơm Mẫu", "HTX Biển Mẫu", 3, "2395/QĐ-UBND", "2025-10-16"),
    ("Bưởi Phúc Mẫu", "HTX Vườn Mẫu", 3, "2396/QĐ-UBND", "2025-10-17"),
]
ALL = {"products": THREE}
UNSAVED, LOST, MONTH = "result was never saved", "has lost letters", "have the month first"
EXPECTED = {
    "h01-loai-hinh-chu-the.csv": {**ALL, "unread": ["Loại hình chủ thể"]},
    "h03-nguoi-dai-dien.csv": {**ALL, "unread": ["Người đại diện chủ thể"]},
    "h02-loai-san-pham.csv": {**ALL, "unread": ["Loại sản phẩm"]},
    "h07-sao-cu.csv": {**ALL, "unread": ["Hạng sao năm 2022"]},
    "h11-ngay-het-han-gcn.csv": {**ALL, "unread": ["Ngày hết hạn giấy chứng nhận ATTP"]},
    "h12-trang-thai-ho-so.csv": {**ALL, "unread": ["Trạng thái hồ sơ"]},
    "c12-merged-producer-csv.csv": {"refused": [(3, "producer is missing"), (4, "producer is missing")]},
    "c25-swallowed-rows.csv": {
        "products": [("Ngon mật ong Mẫu",), ("Trà Mẫu",), ("Gạo Mẫu",), ('Bưởi "Sạch"',), ("Tỏi Mẫu",)]
    },
    "w04-openpyxl-formula.xlsx": {"products": [], "refused": [(2, "J2"), (3, "J3"), (4, UNSAVED)]},
    "x19-formula-no-cache.xlsx": {"products": [], "refused": [(2, "G2"), (3, "J3"), (4, UNSAVED)]},
    "x42-bad-names-printable.xlsx": {
        "products": [("Mật ong rừng Mẫu", "HTX Sông Mẫu")],
        "refused": [(3, LOST), (4, LOST)],
    },
    "x13-hidden-first-sheet.xlsx": {**ALL, "says": ["not read: “cũ” (hidden)"]},
    "x14-hidden-junk-first.xlsx": {**ALL, "says": ["Sheet “Danh sách 2026” was read"]},
    "x15-cover-first.xlsx": {**ALL, "says": ["Sheet “Danh sách 2026” was read"]},
    "x17-hidden-row.xlsx": {**ALL, "says": ["Row 3: ", "is hidden"]},
    "c04-question-marks-ascii-head.csv": {"products": [], "refused": [(2, LOST), (3, LOST), (4, LOST)]},
    "c05-replacement-char.csv": {"products": [], "refused": [(2, LOST), (3, LOST), (4, LOST)]},
    "c35-mojibake-cells.csv": {**ALL, "says": ["became “Mật ong rừng Mẫu”"]},
    "x36-mojibake-all.xlsx": {**ALL, "says": ["became “Tên sản phẩm”"]},
    "x23-two-row-header.xlsx": {**ALL, "rows": {"heading": 2}},
    "c14-us-dates.csv": {"products": [], "refused": [(2, MONTH), (3, MONTH), (4, MONTH)]},
    "k01-html.xls": {"error": "is a web page"},
    "k02-xml2003.xls": {**ALL, "says": ["read by way of Gnumeric"]},
    "k03-danh-sach.docx": {"error": "is a document"},
    "k04-danh-sach.ods": {"error": "(.ods)"},
    "k07-danh-sach.zip": {"error": "is an archive"},
    "c10-scientific-gtin.csv": {"refused": [(2, "shortened the number"), (3, "shortened the number")]},
    "w02-xlsxwriter-formulas.xlsx": {
        "products": [],
        "refused": [(2, "saved as 0"), (3, "saved as 0"), (4, "saved as 0")],
    },
}
# Of these folders every file holds the same three products.
PLAIN = ("08", "15", "24", "25", "26", "27", "28", "29", "31", "32")


def histories(program, folder):
    """Folders whose case is more than one import; how many came out otherwise than is right."""
    wrong = []

    def check(what, holds, seen):
        print(f"{what}: " + ("as expected" if holds else f"{seen}"))
        if not holds:
            wrong.append(what)

    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)

        def take(number):
            for file in next(folder.glob(f"{number}-*")).glob("*.csv"):
                shutil.copy(file, work)
            return work / f"home{number}"

        def shown(home):
            done = run(program, home, "list", "show", "--date", "2026-11-24")
            return {one["name"]: one for one in json.loads(done.stdout)["products"]} if done.stdout else {}

        home = take("09")
        done = run(program, home, "list", "import", str(work / "h15-status-words.csv"), "--as-of", "01/11/2026")
        report, products = json.loads(done.stdout), shown(home)
        valid = {name.split(" — ")[0] for name, one in products.items() if one["status"] == "valid"}
        check("09: only what says so is valid", valid <= {"Còn hiệu lực", "Chưa thu hồi"}, valid)
        check("09: each row is in the list or refused", len(products) + len(report["refused"]) == 15, report["rows"])
        check("09: not yet revoked is not revoked", products["Chưa thu hồi — Mẫu"]["status"] == "valid", products)

        home, base = take("11"), str(work / "00-base.csv")
        run(program, home, "list", "import", base, "--as-of", "01/10/2026")
        run(program, home, "list", "revoke", "09520000010010", "--decision", "3763/QĐ-UBND", "--date", "20/11/2026")
        run(program, home, "list", "import", base, "--as-of", "21/11/2026")
        status = shown(home)["Mật ong rừng Mẫu"]["status"]
        check("11: the revocation stays", status == "revoked", status)
        done = run(program, home, "list", "import", base, "--as-of", "01/01/2026")
        check("11: an older list asks", done.returncode == 1 and '"older"' in done.stdout, done.stdout)

        home, file = take("12"), work / "c31-plus84.csv"
        done = run(program, home, "list", "import", str(file), "--as-of", "01/11/2026")
        refused = pathlib.Path(json.loads(done.stdout)["refused_file"])
        mended = work / "sua.csv"
        mended.write_text(refused.read_text("utf-8").replace("31/02/2025", "28/02/2025"), "utf-8")
        done = run(program, home, "list", "import", str(mended), "--as-of", "02/11/2026")
        check("12: corrected rows alone ask before two fall out", done.returncode == 1, done.stdout)
        run(program, home, "list", "import", str(mended), "--as-of", "02/11/2026", "--add")
        check("12: added, they make the list whole", len(shown(home)) == 3, shown(home))

        home = take("20")
        first, second = work / "e.csv", work / "e2.csv"
        run(program, home, "list", "import", str(file), "--as-of", "01/11/2026")
        run(program, home, "list", "export", str(first))
        run(program, home, "list", "import", str(first), "--as-of", "01/11/2026")
        run(program, home, "list", "export", str(second))
        check("20: what was exported comes back", first.read_bytes() == second.read_bytes(), second.read_text("utf-8"))
        phones = run(program, home, "list", "show", "09520000010010").stdout
        check("20: without the guard of formulas", '"+84 912 345 678"' in phones, phones)
    return len(wrong)


def main():
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if not folder.is_dir():
        print(f"skipped: {folder} is not there; invented files of the same kinds are in list_reading.py")
        return 77
    expected = dict(EXPECTED)
    for one in sorted(folder.iterdir()):
        if one.name[:2] in PLAIN:
            expected |= {file.name: ALL for file in one.iterdir() if file.suffix in (".csv", ".xlsx")}
    expected["x38-lowercase-silent.xlsx"] = {
        **ALL,
        "facts": {("Nước mắm cá cơm Mẫu", "Định lượng"): "", ("Nước mắm cá cơm Mẫu", "Điện thoại"): "0912 345 679"},
    }
    expected["x41-formats-printable.xlsx"] = {
        **ALL,
        "facts": {("Mật ong rừng Mẫu", "Định lượng"): "500 g", ("Mật ong rừng Mẫu", "Điện thoại"): "0912345678"},
    }
    wrong = histories(program, folder)
    for name, right in expected.items():
        files = list(folder.glob(f"*/{name}"))
        found = misfits(program, files[0].read_bytes(), name, right) if files else ["is not in the folder"]
        wrong += bool(found)
        print(f"{name}: " + ("as expected" if not found else "; ".join(found)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
