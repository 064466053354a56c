#!/usr/bin/env python3
"""Every kind of PDF that temsao writes, looked at by other programs:

    qpdf       the file is whole
    pdffonts   every font is embedded, a subset, and has its characters
    pdftotext  the words are those of the record, in NFC
    Ghostscript's separations (tiffsep): code and text are on the black plate alone, no place takes over 300 % of ink,
               spot colours have plates of their own, marks stand on every plate and outside the bleed
    mutool     takes the file too, where it is installed

    pdf_kinds.py PROGRAM
"""
import json
import pathlib
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
DPI = 150
MOST_INK = 300
PATIENCE = 12 * 60  # seconds until a program is given up; nothing here asserts how long one takes
PRODUCT = "09520000010003"
PRESS = pathlib.Path("/usr/share/color/icc/ghostscript/default_cmyk.icc")  # Debian's ghostscript brings it
RECORD = ["Nước mắm cá cơm Hạnh Mẫu", "HTX Nguyễn Hạnh Mẫu", "24/11/2026", "24/11/2028", "261124"]
INKS = ("Cyan", "Magenta", "Yellow", "Black")
wrong = []


def run(*words, **more):
    return subprocess.run(
        [str(word) for word in words],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        **more,
    )


def temsao(folder, *words):
    environment = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "TEMSAO_HOME": str(folder / "home"),
        "TEMSAO_PASSPHRASE": "mật khẩu của phép thử",
    }
    done = run(PROGRAM, *words, cwd=folder, env=environment)
    if done.returncode not in (0, 1, 2):
        sys.exit(f"temsao {' '.join(map(str, words))}: {done.stderr}")
    return done.stdout


def make(folder):
    """Each kind: its file, and words that it must have."""
    temsao(folder, "list", "import", ROOT / "samples/ha-tinh/danh-sach.csv", "--as-of", "2026-11-01")
    temsao(folder, "key", "new", "htx", "--owner", "HTX Nguyễn Hạnh Mẫu")
    jar = (ROOT / "templates/jar-60x40.svg").read_text()
    band = '<rect id="ground" x="0" y="0" width="36.5" height="18" fill="#8a4d00" data-accent="yes"/>'
    assert band in jar
    (folder / "gold.svg").write_text(
        jar.replace(
            band,
            band.replace(
                'fill="#8a4d00" data-accent="yes"', 'fill="#8a6d30" data-ink="20 40 80 30" data-spot="PANTONE 871 C"'
            ),
        )
    )
    label = ("label", PRODUCT, "--date", "2026-11-24")
    made = {}

    def kind(name, words, *command):
        temsao(folder, *command, "-o", folder / f"{name}.pdf")
        made[name] = words

    kind("single", RECORD, *label)
    kind("bottle", RECORD, *label, "--template", "bottle-90x60")
    kind("sheet", RECORD, *label, "--stock", "a4-60x40", "--count", "18", "--ticket", folder / "ticket.pdf")
    made["ticket"] = RECORD[:1] + ["261124", "18", "08/04/2028", "In ở 100 %, không co giãn"]
    kind("signed", RECORD, *label, "--profile", "signed", "--key", "htx", "--serials", "--template", "box-100x70")
    kind("press", RECORD, *label, "--bleed", "3", "--marks", *(("--icc", PRESS) if PRESS.exists() else ()))
    kind("press-sheet", RECORD, *label, "--stock", "a4-60x40", "--count", "4", "--bleed", "1.5", "--marks")
    kind("spot", RECORD, *label, "--template", folder / "gold.svg", "--bleed", "3")
    kind(
        "test-sheet",
        ["Tờ thử", "stock calibrate --printer kho"],
        "stock",
        "calibrate",
        "--printer",
        "kho",
        "--date",
        "2026-11-24",
    )
    temsao(folder, *label, "--dpi", "600", "-o", folder / "scan.png")
    temsao(folder, "--lang", "vi", "grade", folder / "scan.png", "--dpi", "600", "--report", folder / "grade.pdf")
    made["grade"] = [f"https://id.ocop.vn/01/{PRODUCT}", "Tốt"]
    return made


class Plate:
    """A page of one ink, as Ghostscript writes it: 8 bits a pixel, uncompressed, 255 is no ink."""

    def __init__(self, file):
        data = file.read_bytes()
        order = "<" if data[:2] == b"II" else ">"
        at = struct.unpack_from(order + "I", data, 4)[0]
        tags = {}
        for i in range(struct.unpack_from(order + "H", data, at)[0]):
            tag, kind, count = struct.unpack_from(order + "HHI", data, at + 2 + 12 * i)
            size = {3: "H", 4: "I"}.get(kind)
            if size is None:
                continue
            place = at + 2 + 12 * i + 8
            if count * struct.calcsize(size) > 4:
                place = struct.unpack_from(order + "I", data, place)[0]
            tags[tag] = struct.unpack_from(f"{order}{count}{size}", data, place)
        self.width, self.height = tags[256][0], tags[257][0]
        assert tags[259][0] == 1 and tags[258] == (8,)
        self.pixels = b"".join(data[a : a + n] for a, n in zip(tags[273], tags[279]))

    def box(self, box):
        left, top, right, bottom = (max(0, int(side)) for side in box)
        return [
            self.pixels[y * self.width + left : y * self.width + min(right, self.width)]
            for y in range(top, min(bottom, self.height))
        ]

    def is_empty(self, box):
        return all(row.count(255) == len(row) for row in self.box(box))


def separations(file, folder):
    out = folder / "plates"
    out.mkdir()
    done = run(
        "gs",
        "-q",
        "-dSAFER",
        "-dNOPAUSE",
        "-dBATCH",
        "-sDEVICE=tiffsep",
        "-sCompression=none",
        f"-r{DPI}",
        "-dFirstPage=1",
        "-dLastPage=1",
        f"-sOutputFile={out}/p.tif",
        file,
    )
    if done.returncode != 0:
        wrong.append(f"{file.name}: gs says {done.stdout}{done.stderr}")
    plates = {re.search(r"\((.*)\)", plate.name)[1]: Plate(plate) for plate in out.glob("p(*).tif")}
    shutil.rmtree(out)
    return plates


def boxes_of(file):
    """The page's boxes in pixels from the top left corner."""
    said = run("pdfinfo", "-box", file).stdout
    boxes = {
        name: [float(n) for n in re.findall(r"-?[\d.]+", rest)]
        for name, rest in re.findall(r"^(\w+)Box: +(.*)$", said, re.M)
    }
    height = boxes["Media"][3]
    px = DPI / 72
    return {
        name: (box[0] * px, (height - box[3]) * px, box[2] * px, (height - box[1]) * px) for name, box in boxes.items()
    }


def words_of(file):
    """Each word's box, in pixels."""
    said = run("pdftotext", "-bbox", "-l", "1", file, "-").stdout
    px = DPI / 72
    return [
        (word, [float(side) * px for side in sides])
        for *sides, word in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', said
        )
    ]


def codes_of(file, folder):
    """Each code's box, in pixels, found in a picture of the page."""
    run("pdftoppm", "-r", DPI, "-l", "1", "-gray", "-png", "-singlefile", file, folder / "page")
    read = json.loads(temsao(folder, "--json", "verify", folder / "page.png", "--date", "2026-11-24"))
    found = []
    for label in read["files"][0]["labels"]:
        across, down = zip(*label["corners"])
        found.append((min(across) - 2, min(down) - 2, max(across) + 2, max(down) + 2))
    return found


def check_inks(name, file, folder):
    plates = separations(file, folder)
    colours = [plates[ink] for ink in INKS[:3]] + [plate for ink, plate in plates.items() if ink not in INKS]
    black, boxes = plates["Black"], boxes_of(file)
    if name == "grade":
        return plates  # a map of the code in colours is its point
    codes = codes_of(file, folder)
    wanted = {"test-sheet": 0, "sheet": 18, "press-sheet": 4}.get(name, 1)
    if len(codes) != wanted:
        wrong.append(f"{name}: {len(codes)} codes were read, not {wanted}")
    for box in codes:
        if not all(plate.is_empty(box) for plate in colours):
            wrong.append(f"{name}: the code at {box} is not on the black plate alone")
        shades = b"".join(black.box(box))
        if shades.count(0) < len(shades) / 4:
            wrong.append(f"{name}: the code at {box} is not black on the black plate")
    on_white = 0
    for word, box in words_of(file):
        inner = (box[0] - 1, box[1], box[2] + 1, box[3])
        if all(plate.is_empty(inner) for plate in colours):
            on_white += 1
            if black.is_empty(inner):
                wrong.append(f"{name}: “{word}” is on no plate")
            continue
        # White words on a colour: the ground is all around, the letters are bare paper.
        ground = [plate for plate in colours if not plate.is_empty(inner)]
        middle = [plate.box((box[0], (box[1] + box[3]) / 2, box[2], (box[1] + box[3]) / 2 + 1)) for plate in ground]
        if not all(255 in row[0] for row in middle):
            wrong.append(f"{name}: “{word}” is drawn in colours")
    if on_white < 5:
        wrong.append(f"{name}: only {on_white} words on white")
    # On a sheet the marks stand within its trim box, beside the stickers.
    left, top, right, bottom = (
        boxes["Trim"] if name != "press-sheet" else [mm / 25.4 * DPI for mm in (12, 18.5, 198, 278.5)]
    )
    rows = [plate.box((left + 1, top + 1, right - 1, bottom - 1)) for plate in plates.values()]
    most = max(sum(255 - value for value in values) for row in zip(*rows) for values in set(zip(*row)))
    if most / 255 * 100 > MOST_INK:
        wrong.append(f"{name}: {most / 2.55:.0f} % of ink in one place")
    return plates


def check_marks(name, plates, boxes):
    """Every mark is on every plate, none within the bleed."""
    left, top, right, bottom = boxes["Bleed"]
    for ink in INKS:
        plate = plates[ink]
        outside = [
            plate.box((0, 0, plate.width, top - 1)),
            plate.box((0, bottom + 1, plate.width, plate.height)),
            plate.box((0, top, left - 1, bottom)),
            plate.box((right + 1, top, plate.width, bottom)),
        ]
        if not all(any(min(row) < 128 for row in part if row) for part in outside):
            wrong.append(f"{name}: marks are missing on {ink}")


def check(name, words, folder):
    file = folder / f"{name}.pdf"
    whole = run("qpdf", "--check", file)
    if whole.returncode != 0:
        wrong.append(f"{name}: qpdf says {whole.stdout}{whole.stderr}")
    fonts = run("pdffonts", file).stdout.splitlines()[2:]
    if not fonts:
        wrong.append(f"{name}: no fonts")
    for line in fonts:
        if line.split()[-5:-2] != ["yes", "yes", "yes"] or not re.match(r"[A-Z]{6}\+BeVietnamPro", line):
            wrong.append(f"{name}: not embedded, subset and with its characters: {line}")
    text = " ".join(run("pdftotext", file, "-").stdout.split())
    if text != unicodedata.normalize("NFC", text):
        wrong.append(f"{name}: text is not in NFC")
    for word in words:
        if word not in text:
            wrong.append(f"{name}: no “{word}” in “{text[:300]}”")
    meta, custom = run("pdfinfo", "-meta", file).stdout, " ".join(run("pdfinfo", "-custom", file).stdout.split())
    about_labels = name not in ("test-sheet", "grade")
    for key, value in (("Product", PRODUCT), ("Lot", "261124"), ("ListDate", "2026-11-01")):
        if about_labels and (f"{key}: {value}" not in custom or f"<pdfx:{key}>{value}</pdfx:{key}>" not in meta):
            wrong.append(f"{name}: {key} is not {value} in {custom}")
    title = re.search(r"Title: +(.*)", run("pdfinfo", file).stdout)
    if not title or (about_labels and RECORD[0] not in title[1]) or title[1] not in meta:
        wrong.append(f"{name}: the title is {title}")
    if (b"/PrintScaling/None" not in file.read_bytes()) or b"/Encrypt" in file.read_bytes():
        wrong.append(f"{name}: viewers may scale it, or it is encrypted")
    if ("PDF/X-4" in meta) != (name == "press" and PRESS.exists()):
        wrong.append(f"{name}: says the wrong thing of PDF/X")
    if shutil.which("mutool") and (said := run("mutool", "info", file)).returncode + len(said.stderr):
        wrong.append(f"{name}: mutool says {said.stderr}")
    boxes = boxes_of(file)
    for outer, inner in (("Media", "Bleed"), ("Bleed", "Trim")):
        if not all(
            a <= b + 0.01 for a, b in zip(boxes[outer][:2] + boxes[inner][2:], boxes[inner][:2] + boxes[outer][2:])
        ):
            wrong.append(f"{name}: the {inner} box reaches out of the {outer} box")
    plates = check_inks(name, file, folder)
    if name == "press":
        check_marks(name, plates, boxes)
    if name == "spot":
        gold = plates.get("PANTONE 871 C")
        if not gold or 0 not in gold.box((30, 30, 32, 31))[0]:
            wrong.append(f"{name}: no plate PANTONE 871 C with the band on it, but {sorted(plates)}")


def main():
    if not shutil.which("gs"):
        print("ghostscript is not installed (scripts/setup)")
        sys.exit(77)
    with tempfile.TemporaryDirectory(prefix="temsao-kinds-") as name:
        folder = pathlib.Path(name)
        for kind, words in make(folder).items():
            check(kind, words, folder)
    if not PRESS.exists():
        print(f"{PRESS} is not there: --icc was not looked at")
    if not shutil.which("mutool"):
        print("mupdf-tools is not installed: mutool did not look")
    print("\n".join(wrong) or "every kind of PDF holds")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
