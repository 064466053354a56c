#!/usr/bin/env python3
"""Makes files that mean harm, or are simply broken, into the folder named: hostile.py FOLDER [LABEL.pdf]
They are made at test time: small recipes here, large or dangerous files never in the tree. tests/cli/hostile_*.txt uses
them; with LABEL.pdf also photos are made from it."""
import pathlib
import struct
import subprocess
import sys
import zipfile
import zlib

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples" / "ha-tinh"
folder = pathlib.Path(sys.argv[1])
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEADINGS = ["Tên sản phẩm", "Chủ thể", "Hạng sao", "Ngày QĐ"]


def write(name, data):
    (folder / name).write_bytes(data)


# --- workbooks ------------------------------------------------------------------------------------------------------
def workbook(name, sheet, strings="", extra=()):
    """A workbook with this sheet; `sheet` and `strings` are XML or an iterable of pieces, for the large ones."""
    link = f'<Relationship Id="r1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
    link += f'<Relationship Id="r2" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    parts = {
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONS}"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f"<Relationships>{link}</Relationships>",
        "xl/sharedStrings.xml": strings or f"<sst {MAIN}/>",
        "xl/worksheets/sheet1.xml": sheet,
        **dict(extra),
    }
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path, content in parts.items():
            with archive.open(path, "w", force_zip64=True) as part:
                for piece in [content] if isinstance(content, str) else content:
                    part.write(piece.encode())


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows, after=""):
    yield f"<worksheet {MAIN}><sheetData><row>" + "".join(map(inline, HEADINGS)) + "</row>"
    yield from rows
    yield f"</sheetData>{after}</worksheet>"


GOOD_ROW = "<row>" + "".join(map(inline, ["Mật ong", "HTX Mẫu", "3", "15/10/2024"])) + "</row>"


def workbooks():
    whole = (SAMPLES / "danh-sach.xlsx").read_bytes()
    write("cut.xlsx", whole[: len(whole) // 2])
    write("flipped.xlsx", bytes(b ^ 0x55 if 400 < i < 900 else b for i, b in enumerate(whole)))
    write(
        "encrypted.xlsx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
    )
    write("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    workbook("macros.xlsm", sheet([GOOD_ROW]), extra=[("xl/vbaProject.bin", "macro")])
    megabyte = " " * 1_000_000
    workbook("bomb.xlsx", sheet(megabyte for _ in range(100)))  # 100 MB in 0.4 MB
    # a size declared smaller than what is there: 100 bytes for the whole sheet
    workbook("lying.xlsx", sheet([GOOD_ROW] * 50))
    lying = bytearray((folder / "lying.xlsx").read_bytes())
    for at in (lying.rfind(b"PK\1\2"),):
        lying[at + 24 : at + 28] = struct.pack("<I", 100)
    write("lying.xlsx", lying)
    workbook("cells.xlsx", sheet("<row>" + "<c/>" * 100_000 + "</row>" for _ in range(200)))
    workbook(
        "deep.xlsx",
        sheet([GOOD_ROW]),
        strings=["<sst><si>", *["<r>" * 100_000] * 20, "<t>x</t>", *["</r>" * 100_000] * 20, "</si></sst>"],
    )
    workbook(
        "merged.xlsx",
        sheet(
            [GOOD_ROW, '<row r="200000"><c r="A200000" t="inlineStr"><is><t>x</t></is></c></row>'],
            "<mergeCells>" + '<mergeCell ref="A2:GR200000"/>' * 1000 + "</mergeCells>",
        ),
    )
    workbook(
        "repeated.xlsx",
        sheet("<row>" + '<c t="s"><v>0</v></c>' * 100 + "</row>" for _ in range(2000)),
        strings=f"<sst><si><t>{'x' * 39_000}</t></si></sst>",
    )
    workbook("far.xlsx", sheet(['<row r="4000000000"><c t="inlineStr"><is><t>x</t></is></c></row>']))
    workbook(
        "formula.xlsx",
        sheet(
            [
                "<row>"
                + inline("=HYPERLINK(&quot;http://x.example&quot;)")
                + '<c t="str"><f>CONCAT("HTX ","Mẫu")</f><v>HTX Mẫu</v></c>'
                + "<c><f>1+2</f><v>3</v></c>"
                + inline("15/10/2024")
                + "</row>"
            ]
        ),
    )
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    workbook("entities.xlsx", [entities, *sheet([GOOD_ROW.replace("Mật ong", "&b;&b;")])])


# --- text -----------------------------------------------------------------------------------------------------------
def texts():
    head = ",".join(HEADINGS) + "\n"
    write("nul.csv", (head + "Mật\0 ong,HTX,3,15/10/2024\n").encode())
    write(
        "formula.csv", (head + '"=HYPERLINK(""http://x.example"")",+HTX,3,15/10/2024\n=A1+1,@x,9,15/10/2024\n').encode()
    )
    write("quote.csv", (head + '"never closed,HTX,3,15/10/2024\n' * 3).encode())
    write("cells.csv", (head + ("," * 199 + "x\n") * 100_000).encode())
    write("long.csv", (head + "x" * 50_000 + ",HTX,3,15/10/2024\n").encode())
    write("bidi.csv", (head + "Mật\u202e ong\u200b\x07,HTX\x1b[31m Mẫu,3,15/10/2024\n").encode())
    write("bytes.csv", bytes((i * 7919 >> 3) % 255 + 1 for i in range(5000)))
    write("picture.csv", png(1, 1, zlib.compress(b"\0\0")))
    write("empty.csv", b"")


# --- pictures -------------------------------------------------------------------------------------------------------
def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, data):
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
        + chunk(b"IDAT", data)
        + chunk(b"IEND", b"")
    )


def after_start(jpeg, segment):
    return jpeg[:2] + segment + jpeg[2:]


def exif(orientation):
    tiff = b"MM\0\x2a\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x112, 3, 1, orientation, 0, 0)
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def jpeg_of(pdf, *options):
    subprocess.run(
        ["pdftoppm", "-r", "300", "-gray", "-jpeg", *options, "-singlefile", pdf, folder / "made"], check=True
    )
    return (folder / "made.jpg").read_bytes()


def pictures(pdf):
    write("huge.png", png(50_000, 50_000, zlib.compress(bytes(1000))))
    write("cut.png", png(400, 400, zlib.compress(bytes(200 * 401))))
    write("wrong.png", b"GIF89a" + bytes(100))
    write(
        "bomb.png", png(6_000, 6_000, zlib.compress(bytes(6_001) * 6_000, 9))
    )  # 36 megapixels in 35 kB: allowed, and black
    text = zlib.compress(bytes(50_000_000), 9)
    write(
        "text.png",
        png(1, 1, zlib.compress(b"\0\xff"))[:33]
        + chunk(b"zTXt", b"a\0\0" + text)
        + png(1, 1, zlib.compress(b"\0\xff"))[33:],
    )
    jpeg = jpeg_of(pdf)
    write("whole.jpg", jpeg)
    write("cut.jpg", jpeg[: len(jpeg) // 2])
    write("turned.jpg", after_start(jpeg, exif(6)))
    write("badexif.jpg", after_start(jpeg, b"\xff\xe1\0\x20Exif\0\0MM\0\x2a\xff\xff\xff\xf0" + b"\xff" * 16))
    frame = jpeg.index(b"\xff\xc0")
    write("huge.jpg", jpeg[: frame + 5] + struct.pack(">HH", 50_000, 50_000) + jpeg[frame + 9 :])
    progressive = jpeg_of(pdf, "-jpegopt", "progressive=y")
    first = progressive.index(b"\xff\xda")
    after = progressive.index(b"\xff\xc4", first)
    write("scans.jpg", progressive[:after] + progressive[first:after] * 3000 + progressive[after:])
    (folder / "made.jpg").unlink()


# --- PDF ------------------------------------------------------------------------------------------------------------
def pdf(objects):
    """Objects by number, written with a table of references."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, table, len(objects) + 1, len(out))
    )


def stream(data, words=b""):
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (words, len(data), data)


def page(content, resources=b"", box=b"[0 0 100 100]"):
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox %b /Contents 4 0 R /Resources << %b >> >>" % (box, resources),
        content,
    ]


def documents(label):
    whole = pathlib.Path(label).read_bytes()
    write("cut.pdf", whole[: len(whole) // 3])
    write("wide.pdf", pdf(page(stream(b""), box=b"[0 0 14400 14400]")))  # 5 by 5 metres
    counted = page(stream(b""))
    counted[1] = b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>"
    write("pages.pdf", pdf(counted))
    # each form draws the next one ten times: 10^9 strokes
    form = [
        stream(
            b"/F Do " * 10,
            b"/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F %d 0 R >> >>" % (6 + i),
        )
        for i in range(9)
    ]
    last = stream(b"0 0 m 99 99 l S", b"/Type /XObject /Subtype /Form /BBox [0 0 100 100]")
    write("forms.pdf", pdf(page(stream(b"/F Do"), b"/XObject << /F 5 0 R >>") + form + [last]))
    image = stream(
        zlib.compress(bytes(1_000_000)),
        b"/Type /XObject /Subtype /Image /Width 60000 /Height 60000 "
        b"/BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode",
    )
    write("image.pdf", pdf(page(stream(b"100 0 0 100 0 0 cm /I Do"), b"/XObject << /I 5 0 R >>") + [image]))
    write("words.pdf", b"%PDF-1.7\nthese are only words\n")


workbooks()
texts()
if len(sys.argv) > 2:
    pictures(sys.argv[2])
    documents(sys.argv[2])
