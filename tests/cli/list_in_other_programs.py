#!/usr/bin/env python3
"""The sample and every workbook that temsao writes open in openpyxl, pandas and LibreOffice, where these are installed, and
every cell is there what it is in temsao's own CSV of the same list; what opens in none of them is damaged. What LibreOffice
saves again is the same list. Exit 77, left out, where none of the three is installed; `scripts/setup` installs none.

    list_in_other_programs.py TEMSAO"""
import csv
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "samples/ha-tinh/danh-sach.xlsx"
PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
AS_TEXT = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"

# What spreadsheet programs like to change: formulas, zeros in front, long numbers, days, lines, what looks escaped.
ODD_LIST = """Mã vạch;Tên sản phẩm;Chủ thể;Địa chỉ;Hạng sao;Số QĐ;Ngày QĐ;Điện thoại;Định lượng;Thành phần;HDSD;Cảnh báo
09520000010003;=Mật ong & "hoa" <rừng>;HTX 'Mẫu';-Thôn 1;4;1/QĐ-UBND;15/10/2025;+84912345678;0,5 kg;@mật 100%;1/2 thìa;_x0041_
;Gạo nếp × 2 ‘tím’;HTX 'Mẫu';1-2;3;2/QĐ-UBND;08/04/2025;0912345678;007;1e5;"dòng một
dòng hai";=1+1
;Chè 🍵 xanh;Hộ Ông Mẫu;'phố;3;3/QĐ-UBND;09/04/2025;0900000000;12345678901234567890;TRUE;12/2025;'=A1
"""

WITH_OPENPYXL = """
import json, sys, openpyxl
for name in sys.argv[1:]:
    book = openpyxl.load_workbook(name)
    print(json.dumps([[cell.value for cell in row] for row in book.worksheets[0].iter_rows()], default=str))
"""
WITH_PANDAS = """
import json, sys, pandas
for name in sys.argv[1:]:
    table = pandas.read_excel(name, header=None, dtype=object, keep_default_na=False)
    print(json.dumps(table.values.tolist(), default=str))
"""
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes
wrong = []


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:800]}")


def run(*words, **more):
    """What hangs is ended with all that it started: soffice is a script before the program itself."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "start_new_session": True}
    with subprocess.Popen(list(map(str, words)), **pipes, **more) as started:
        try:
            said, complaint = started.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(started.pid, signal.SIGKILL)
            raise
    return subprocess.CompletedProcess(words, started.returncode, said, complaint)


def python_with(module):
    """An interpreter that has it: this one, or Debian's."""
    for interpreter in (sys.executable, "/usr/bin/python3"):
        if shutil.which(interpreter) and run(interpreter, "-c", f"import {module}").returncode == 0:
            return interpreter
    return None


def as_shown(value):
    """None, a number or a day of a program as its text."""
    text = "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1e6 else str(value)
    day = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)( 00:00:00)?", text)
    return f"{day[3]}/{day[2]}/{day[1]}" if day else text


def day_first(rows):
    """The sample's days, which LibreOffice shows as Americans write them; 31/02/2025 is text."""
    column = next(row for row in rows if "Ngày QĐ" in row).index("Ngày QĐ")
    for row in rows:
        american = re.fullmatch(r"(0[1-9]|1[0-2])/(\d\d)/(\d{4})", row[column]) if len(row) > column else None
        if american:
            row[column] = f"{american[2]}/{american[1]}/{american[3]}"
    return rows


def tidy(rows):
    """Rows as texts, without the empty cells and rows at their ends."""
    all_rows = [[as_shown(value) for value in row] for row in rows]
    for row in all_rows:
        while row and not row[-1]:
            row.pop()
    while all_rows and not all_rows[-1]:
        all_rows.pop()
    return all_rows


def rows_of_csv(file):
    delimiter = ";" if file.read_text("utf-8-sig").split("\n")[0].count(";") > 3 else ","
    return list(csv.reader(file.open(encoding="utf-8-sig", newline=""), delimiter=delimiter))


def without_guard(rows):
    """CSV has an apostrophe before what would be a formula; workbooks need none."""
    return [[cell[1:] if re.match(r"'+[=+\-@]", cell) else cell for cell in row] for row in rows]


def write_all(folder):
    """Every workbook that temsao writes, by its file, with the rows that it must have; None: as the others read it."""
    (folder / "le.csv").write_text(ODD_LIST, "utf-8")

    def temsao(*words):
        done = run(PROGRAM, "--lang", "vi", "--home", folder / "home", *words)
        check(f"temsao {words} ends", done.returncode in (0, 1), done)

    files = {}
    for number, source in enumerate((SAMPLE, folder / "le.csv")):
        for ending in ("csv", "xlsx", "ods"):
            refused = folder / f"loi-{number}.{ending}"
            temsao("list", "import", source, "--replace", "--as-of", "2026-11-01", "--refused", refused)
            temsao("list", "export", folder / f"ds-{number}.{ending}")
            temsao(
                "list", "show", "--expiring", "30000", "--date", "2026-11-24", "-o", folder / f"het-{number}.{ending}"
            )
        for name in ("ds", "loi", "het"):
            plain = folder / f"{name}-{number}.csv"
            if plain.exists():
                rows = without_guard(rows_of_csv(plain))
                files |= {plain.with_suffix(f".{ending}"): rows for ending in ("xlsx", "ods")}
    temsao("list", "template", folder / "mau.xlsx")
    temsao("lot", "template", folder / "so-lo.xlsx")
    sample = folder / "goc.xlsx"
    shutil.copy(SAMPLE, sample)
    return files | {folder / "mau.xlsx": None, folder / "so-lo.xlsx": None, sample: None}


def by_python(module, code, files):
    interpreter = python_with(module)
    if not interpreter:
        return None
    done = run(interpreter, "-c", code, *files)
    check(f"{module} opens {len(files)} workbooks", done.returncode == 0, done.stderr[-600:])
    return dict(zip(files, map(json.loads, done.stdout.splitlines())))


def soffice(folder, form, out, files):
    settings = f"-env:UserInstallation=file://{folder}/settings"
    return run("soffice", settings, "--headless", "--norestore", "--convert-to", form, "--outdir", out, *files)


def by_libreoffice(folder, files):
    if not shutil.which("soffice"):
        return None
    read = {}
    for ending in ("xlsx", "ods"):
        out = folder / f"from-{ending}"
        soffice(folder, AS_TEXT, out, [file for file in files if file.suffix == f".{ending}"])
        for file in files:
            texts = sorted(out.glob(f"{file.stem}-*.csv")) if file.suffix == f".{ending}" else []
            first = [one for one in texts if "Danh mục" not in one.name]
            check(f"LibreOffice opens {file.name}", file.suffix != f".{ending}" or first, list(folder.glob("from-*/*")))
            if first:
                rows = list(csv.reader(first[0].open(encoding="utf-8", newline="")))
                read[file] = day_first(rows) if file.stem == "goc" else rows
    return read


def same_list_saved_again(folder):
    """The sample, opened and saved by LibreOffice."""
    for form in ("xlsx:Calc MS Excel 2007 XML", "ods", "xls:MS Excel 97"):
        out = folder / form[:4].strip(":")
        soffice(folder, form, out, [SAMPLE])
        saved = next(iter(out.glob("danh-sach.*")), None)
        if not saved or (saved.suffix != ".xlsx" and not shutil.which("ssconvert")):
            check(f"LibreOffice saves the sample as {form}", saved)
            continue
        home = folder / f"home-{saved.suffix[1:]}"
        for file in (SAMPLE, saved):
            done = run(PROGRAM, "--json", "--home", home, "list", "import", file, "--as-of", "2026-11-01")
        report = json.loads(done.stdout)
        check(f"{saved.suffix} of LibreOffice is the same list", report.get("changes") == [], done.stdout)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = write_all(folder)
        workbooks = [file for file in files if file.suffix == ".xlsx"]
        found = {
            "openpyxl": by_python("openpyxl", WITH_OPENPYXL, workbooks),
            "pandas": by_python("pandas", WITH_PANDAS, workbooks),
            "LibreOffice": by_libreoffice(folder, list(files)),
        }
        there = {program: read for program, read in found.items() if read is not None}
        if not there:
            print("left out: openpyxl, pandas and LibreOffice are not installed")
            return 77
        cells = 0
        for file, expected in files.items():
            for program, read in there.items():
                if file not in read:
                    continue
                rows = tidy(read[file])
                expected = expected or rows  # nobody wrote it as CSV: the first program's cells
                cells += sum(map(len, rows))
                off = [(a, b) for a, b in zip(rows, tidy(expected)) if a != b]
                check(f"{file.name} in {program}", rows and not off and len(rows) == len(tidy(expected)), off[:1])
        if found["LibreOffice"] is not None:
            same_list_saved_again(folder)
    absent = [program for program, read in found.items() if read is None]
    print("\n".join(wrong) or f"{cells} cells of {len(files)} workbooks, the same in {', '.join(there)}")
    if absent:
        print(f"left out: {', '.join(absent)}, not installed")
    return bool(wrong)


sys.exit(main())
