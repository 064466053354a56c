#!/usr/bin/env python3
"""A list is read as the program shows it in which it was written, or the message says what was not read. Each case below
has the file and what is right beside it (list_import.py says how an expectation reads). All data are invented.

    list_reading.py TEMSAO"""
import io
import shutil
import sys
import unicodedata
import zipfile

from list_import import misfits

HEAD = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ"
TEA = ("Trà Mẫu", "HTX Mẫu", 3, "1/QĐ-UBND", "2025-10-15")
RICE = ("Gạo Mẫu", "HTX Mẫu", 4, "2/QĐ-UBND", "2025-10-20")
ROWS = "Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\nGạo Mẫu,HTX Mẫu,4,2/QĐ-UBND,20/10/2025\n"
BOTH = {"products": [TEA, RICE]}

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def text(value, more=""):
    return f'<c t="inlineStr"{more}><is><t>{value}</t></is></c>'


def row(*cells, more=""):
    return f"<row{more}>" + "".join(c if c.startswith("<c") else text(c) for c in cells) + "</row>"


TWO = row(*HEAD.split(",")) + "".join(row(*line.split(",")) for line in ROWS.splitlines())


def links(*all_of_them):
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{t}" Target="{to}"/>' for i, (t, to) in enumerate(all_of_them)
    )
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def pack(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def sheet_of(rows, front=""):
    return f'<worksheet xmlns="{MAIN}">{front}<sheetData>{rows}</sheetData></worksheet>'


def book(*sheets, styles="", rename=lambda name: name, prefix="r"):
    """Each sheet is (name, state, XML of its rows) or its rows alone."""
    sheets = [("Danh sách", "visible", one) if isinstance(one, str) else one for one in sheets]
    entries = "".join(
        f'<sheet name="{n}" sheetId="{i + 1}" state="{s}" {prefix}:id="r{i}"/>' for i, (n, s, _) in enumerate(sheets)
    )
    targets = [("worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))] + [("styles", "styles.xml")]
    parts = {
        "_rels/.rels": links(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:{prefix}="{OFFICE}"><sheets>{entries}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": links(*targets),
        "xl/styles.xml": styles or f'<styleSheet xmlns="{MAIN}"/>',
    }
    for i, (_, _, rows) in enumerate(sheets):
        parts[f"xl/worksheets/sheet{i + 1}.xml"] = rows if rows.startswith("<worksheet") else sheet_of(rows)
    return pack({rename(name): content for name, content in parts.items()})


def odd_targets():
    """The workbook at the root, its sheet in a folder beside it, reached by .. and by a full name."""
    return pack(
        {
            "_rels/.rels": links(("officeDocument", "/buch/mappe.xml")),
            "buch/mappe.xml": f'<workbook xmlns="{MAIN}" xmlns:k="{OFFICE}"><sheets><sheet name="A" k:id="r0"/></sheets></workbook>',
            "buch/_rels/mappe.xml.rels": links(("worksheet", "./../blatt/a.xml"), ("sharedStrings", "/texte/s.xml")),
            "blatt/a.xml": sheet_of(TWO.replace(text("Trà Mẫu"), '<c t="s"><v>0</v></c>')),
            "texte/s.xml": f'<sst xmlns="{MAIN}"><si><r><t>Trà</t></r><r><t xml:space="preserve"> Mẫu</t></r></si></sst>',
        }
    )


FORMATS = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0&quot; g&quot;"/>'
    '<numFmt numFmtId="171" formatCode="0000000000"/><numFmt numFmtId="172" formatCode="0.0"/></numFmts>'
    '<fonts><font/><font><strike/></font><font><name val=".VnTime"/></font></fonts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/>'
    '<xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>'
)
TEA_CELLS = ["Trà Mẫu", "HTX Mẫu", "3", "1/QĐ-UBND", "15/10/2025"]
RICE_ROW = row("Gạo Mẫu", "HTX Mẫu", "4", "2/QĐ-UBND", "20/10/2025")
HEAD_ROW = row(*HEAD.split(","))


def with_facts(*cells):
    return row(*HEAD.split(","), "Định lượng", "Điện thoại", "Có giá trị đến") + row(*TEA_CELLS, *cells)


def csv(body, head=HEAD):
    return (head + "\n" + body).encode()


def old(text_of_file, encoding):
    """As Windows shows the bytes of an old encoding: a spreadsheet kept them as Latin letters."""
    return text_of_file.encode("utf-8").decode(encoding).encode("utf-8")


def dates(*days):
    return csv("".join(f"Trà {i},HTX Mẫu,3,1/QĐ-UBND,{day}\n" for i, day in enumerate(days)))


def issued(*days):
    return [(f"Trà {i}", "HTX Mẫu", 3, "1/QĐ-UBND", day) for i, day in enumerate(days)]


CASES = [
    # columns
    (
        "an exact heading beats one that contains it",
        csv(
            "Chè,Trà Mẫu,Công ty,HTX Mẫu,5,3,1/QĐ-UBND,15/10/2025\n",
            "Loại sản phẩm,Tên sản phẩm,Loại hình chủ thể,Chủ thể,Hạng sao năm 2021,Hạng sao,Số QĐ,Ngày QĐ",
        ),
        {"products": [TEA], "unread": ["Loại sản phẩm", "Loại hình chủ thể", "Hạng sao năm 2021"]},
    ),
    (
        "the days and numbers of other papers are not the certificate's",
        csv(
            "Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,01/01/2026,9/ATTP,thu hồi\n",
            HEAD + ",Ngày hết hạn chứng nhận ATTP,Số giấy chứng nhận ATTP,Tình trạng hồ sơ",
        ),
        {
            "products": [(*TEA, "2028-10-15", "valid")],
            "unread": ["Ngày hết hạn chứng nhận ATTP", "Số giấy chứng nhận ATTP", "Tình trạng hồ sơ"],
        },
    ),
    (
        "two columns that could be meant stop the import",
        csv("A,B,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n", "Tên sản phẩm,Tên SP,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ"),
        {"error": "column A “Tên sản phẩm” and column B “Tên SP”"},
    ),
    (
        "two columns that say the same do not",
        csv("Trà Mẫu,Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n", "Tên sản phẩm,Tên SP,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ"),
        {"products": [TEA], "unread": ["Tên SP"]},
    ),
    (
        "a column that is not understood is named",
        csv("Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,x\n", HEAD + ",Vùng nguyên liệu"),
        {"products": [TEA], "unread": ["Vùng nguyên liệu"], "says": ["F “Vùng nguyên liệu”"]},
    ),
    (
        "a heading in two rows",
        csv(",,,Số,Ngày\n" + ROWS, "Tên sản phẩm,Chủ thể,Hạng sao,Quyết định công nhận,"),
        {**BOTH, "rows": {"heading": 2}},
    ),
    # rows
    (
        "titles, groups, totals, signatures and empty rows are counted",
        (
            "DANH SÁCH OCOP,,,,\n,,,,\n"
            + HEAD
            + "\nNhóm: Thực phẩm,,,,\n"
            + ROWS
            + 'Tổng cộng: 2,,,,\n,,,"Hà Tĩnh, ngày 1 tháng 11 năm 2026",\n,,,NGƯỜI LẬP,\n'
        ).encode(),
        {**BOTH, "rows": {"heading": 2, "group": 1, "total": 1, "signature": 2, "empty": 1}, "says": ["Tổng cộng: 2"]},
    ),
    (
        "a row longer than the headings is refused",
        csv("Trà Mẫu, loại 1,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n" + ROWS),
        {**BOTH, "refused": [(2, "The row has 6 cells")], "unread": [""]},
    ),
    (
        "a row without its producer is refused",
        csv(ROWS + "Nón Mẫu,,,3/QĐ-UBND,20/10/2025\n"),
        {**BOTH, "refused": [(4, "producer")]},
    ),
    # CSV
    ("lines that end with CR", csv(ROWS).replace(b"\n", b"\r"), BOTH),
    (
        "a quote within a cell is a letter",
        csv(ROWS.replace("Trà Mẫu", 'Trà "Mẫu"')),
        {"products": [('Trà "Mẫu"', *TEA[1:]), RICE]},
    ),
    ("a quoted cell may have lines", csv(ROWS.replace("Trà Mẫu", '"Trà\nMẫu"')), BOTH),
    (
        "a quote that takes rows into a cell is named",
        csv('"Nón,HTX Mẫu,3,3/QĐ-UBND,15/10/2025\n' + ROWS + 'Mắm",HTX Mẫu,3,4/QĐ-UBND,15/10/2025\n'),
        {"error": "line 2: a quote takes 4 lines"},
    ),
    ("empty columns count for nothing", csv(ROWS.replace("\n", "," * 300 + "\n"), HEAD + "," * 300), BOTH),
    ("Excel's own first line is no row", b"sep=;\r\n" + csv(ROWS).replace(b",", b";"), BOTH),
    (
        "what temsao guards against formulas reads back",
        csv("'-Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n"),
        {"products": [("-Trà Mẫu", *TEA[1:])]},
    ),
    # days
    (
        "days as offices write them",
        dates("ngày 08 tháng 4 năm 2025", "8/4/2025", "08.04.2025", "2025-04-08", "8 Apr 2025", "15/4/25"),
        {"products": issued(*["2025-04-08"] * 5, "2025-04-15")},
    ),
    (
        "one day that has the month first puts the column in doubt",
        dates("10/15/2025", "4/8/2025"),
        {"products": [], "refused": [(2, "month first"), (3, "month first")]},
    ),
    (
        "a short year needs a column that shows the order",
        dates("8/4/25"),
        {"products": [], "refused": [(2, "not certain")]},
    ),
    # letters
    (
        "UTF-8 that was read twice is mended",
        old(csv(ROWS).decode(), "latin-1"),
        {**BOTH, "says": ["became “Tên sản phẩm”"]},
    ),
    ("UTF-16", csv(ROWS).decode().encode("utf-16"), BOTH),
    (
        "letters that are gone are refused",
        csv("M?t ong,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\nM\ufffdt ong,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n" + ROWS),
        {**BOTH, "refused": [(2, "lost letters"), (3, "lost letters")]},
    ),
    (
        "a question mark in a name stands for a letter, in a note it asks",
        csv(
            "Cà ph?,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,\nTrà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,lần đầu?\n",
            HEAD + ",Ghi chú",
        ),
        {"products": [TEA], "refused": [(2, "lost letters")]},
    ),
    (
        "TCVN3 by its font in one column",
        book(HEAD_ROW + row(text("ChÌ MÉu", ' s="6"'), *TEA_CELLS[1:]), styles=FORMATS),
        {"products": [("Chè Mẫu", *TEA[1:])], "says": ["TCVN3"]},
    ),
    # bar codes
    (
        "a bar code in its guises, and one that was cut",
        csv(
            'Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,"=""9520000010010"""\nGạo Mẫu,HTX Mẫu,4,2/QĐ-UBND,20/10/2025,9520000010027.0\nNón,HTX Mẫu,4,2/QĐ-UBND,20/10/2025,9.52E+12\n',
            HEAD + ",Mã vạch",
        ),
        {
            **BOTH,
            "facts": {("Trà Mẫu", "Mã vạch"): "09520000010010", ("Gạo Mẫu", "Mã vạch"): "09520000010027"},
            "refused": [(4, "shortened")],
        },
    ),
    (
        "a number for use within a shop is no product's own",
        csv("Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025,2000000000015\n", HEAD + ",Mã vạch"),
        {"products": [TEA], "facts": {("Trà Mẫu", "Mã vạch"): ""}, "says": ["for use within a shop"]},
    ),
    # workbooks
    ("a workbook", book(TWO), BOTH),
    ("another prefix for relationships", book(TWO, prefix="d3p1"), BOTH),
    ("names of parts in capitals", book(TWO, rename=str.upper), BOTH),
    ("names of parts with backslashes", book(TWO, rename=lambda name: name.replace("/", "\\")), BOTH),
    ("parts elsewhere, by relative and full names", odd_targets(), BOTH),
    (
        "numbers as they are shown",
        book(
            with_facts('<c s="1"><v>500</v></c>', '<c s="2"><v>912345678</v></c>', '<c s="4"><v>46675</v></c>'),
            styles=FORMATS,
        ),
        {
            "products": [(*TEA, "2027-10-15")],
            "facts": {("Trà Mẫu", "Định lượng"): "500 g", ("Trà Mẫu", "Điện thoại"): "0912345678"},
        },
    ),
    (
        "a fraction as it is shown",
        book(with_facts('<c s="3"><v>0.30000000000000004</v></c>'), styles=FORMATS),
        {"products": [TEA], "facts": {("Trà Mẫu", "Định lượng"): "0,3"}},
    ),
    (
        "cells named in small letters",
        book(with_facts(text("0912 345 678", ' r="g2"'))),
        {"products": [TEA], "facts": {("Trà Mẫu", "Định lượng"): "", ("Trà Mẫu", "Điện thoại"): "0912 345 678"}},
    ),
    (
        "a telephone number that lost its zero is told",
        book(with_facts("500 g", "<c><v>912345678</v></c>")),
        {"products": [TEA], "says": ["Row 2", "lack its first 0"]},
    ),
    ("_x000D_ is the end of a line", book(HEAD_ROW + row("Trà_x000D_ Mẫu", *TEA_CELLS[1:])), {"products": [TEA]}),
    (
        "an error value is refused with its cell",
        book(with_facts("500 g", "", '<c t="e"><v>#REF!</v></c>')),
        {"products": [], "refused": [(2, "Cell H2 shows the error #REF!")]},
    ),
    (
        "a formula without its value is refused",
        book(with_facts("500 g", "", "<c><f>EDATE(E2,36)</f></c>")),
        {"products": [], "refused": [(2, "Cell H2 has a formula whose result")]},
    ),
    (
        "a formula saved as 0 is refused",
        book(with_facts("500 g", "", '<c s="4"><f>EDATE(E2,36)</f><v>0</v></c>'), styles=FORMATS),
        {"products": [], "refused": [(2, "Cell H2 has a formula that was saved as 0")]},
    ),
    (
        "hidden and struck rows are told",
        book(
            HEAD_ROW
            + row(*TEA_CELLS, more=' hidden="1"')
            + row(text("Gạo Mẫu", ' s="5"'), "HTX Mẫu", "4", "2/QĐ-UBND", "20/10/2025"),
            styles=FORMATS,
        ),
        {
            **BOTH,
            "says": [
                "Row 2: The row of “Trà Mẫu” is hidden",
                "Row 3: The row of “Gạo Mẫu” has struck-through text in A3",
            ],
        },
    ),
    (
        "a hidden column is told",
        book(sheet_of(TWO, '<cols><col min="3" max="3" hidden="1"/></cols>')),
        {**BOTH, "says": ["Column C “Hạng sao” is hidden"]},
    ),
    (
        "a hidden sheet in front is not the list",
        book(("cũ", "hidden", HEAD_ROW + row(*TEA_CELLS)), ("mới", "visible", TWO)),
        {**BOTH, "says": ["Sheet “mới” was read", "“cũ” (hidden)"]},
    ),
    (
        "a cover in front is not the list",
        book(("Bìa", "visible", row("Danh sách")), ("mới", "visible", TWO)),
        {**BOTH, "says": ["Sheet “mới” was read"]},
    ),
    (
        "a second list is told",
        book(("3 sao", "visible", TWO), ("4 sao", "visible", HEAD_ROW + RICE_ROW)),
        {**BOTH, "says": ["“4 sao” (it has the columns of a list too"]},
    ),
    (
        "without a list the sheets are named",
        book(("Bìa", "visible", row("x")), ("Khác", "visible", row("y"))),
        {"error": "Other sheets: “Khác”"},
    ),
    # other kinds of file
    ("a web page", b"<html><table><tr><td>x</td></tr></table></html>", {"error": "is a web page"}),
    ("a PDF", b"%PDF-1.7\n", {"error": "is a PDF"}),
    ("a document", pack({"[Content_Types].xml": "<x/>", "word/document.xml": "<x/>"}), {"error": "is a document"}),
    (
        "an OpenDocument spreadsheet",
        pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}),
        {"error": ".ods"},
    ),
    (
        "a binary workbook",
        pack({"_rels/.rels": links(("officeDocument", "xl/workbook.bin")), "xl/workbook.bin": "x"}),
        {"error": "LibreOffice cannot read" if shutil.which("soffice") else ".xlsb"},
    ),
    ("an Apple Numbers file", pack({"Index/Document.iwa": "x"}), {"error": "Apple Numbers"}),
    ("an archive", pack({"danh-sach.csv": "x"}), {"error": "is an archive"}),
    ("JSON", b'{"a": 1}', {"error": "is JSON"}),
    ("a picture", b"\xff\xd8\xff\xe0", {"error": "is a picture"}),
    ("nothing", b"", {"error": "is empty"}),
    ("white space only", b"\xef\xbb\xbf \r\n\r\n", {"error": "is empty"}),
    ("SYLK", b'ID;PWXL;N;E\r\nC;Y1;X1;K"a"\r\nE\r\n', {"error": "is a SYLK spreadsheet"}),
    ("a web address", b"https://docs.google.com/spreadsheets/d/x\r\n", {"error": "holds a web address only"}),
    ("a shortcut file", b"[InternetShortcut]\r\nURL=https://x.example\r\n", {"error": "holds a web address only"}),
    (
        "a lock file of Excel",
        b"\x05Lan" + b" " * 161,
        {"name": "~$danh-sach.xlsx", "error": "only the lock file that Excel keeps while danh-sach.xlsx is open"},
    ),
    (
        "a spreadsheet that was cut off",
        pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "x"})[:90],
        {"name": "danh-sach.ods", "error": "is not a complete XLSX or ODS workbook"},
    ),
    # a workbook that says a thing twice, or points to nothing
    (
        "a row that stands twice",
        book(HEAD_ROW + RICE_ROW.replace("<row>", '<row r="2">') + RICE_ROW.replace("<row>", '<row r="2">')),
        {"error": "has cell A2 twice"},
    ),
    (
        "a cell that stands twice",
        book(HEAD_ROW + RICE_ROW.replace('<c t="inlineStr"', '<c r="A2" t="inlineStr"', 2)),
        {"error": "has cell A2 twice"},
    ),
    (
        "rows in another order are read",
        book(
            HEAD_ROW.replace("<row>", '<row r="1">')
            + RICE_ROW.replace("<row>", '<row r="3">')
            + row("Trà Mẫu", "HTX Mẫu", "3", "1/QĐ-UBND", "15/10/2025", more=' r="2"')
        ),
        BOTH,
    ),
    (
        "a text that the workbook does not have",
        book(HEAD_ROW + row("Gạo Mẫu", "HTX Mẫu", "4", '<c t="s"><v>7</v></c>', "20/10/2025")),
        {"error": "Cell D2 of file danh-sach.xlsx points to a text"},
    ),
    (
        "a text of a formula that was never saved",
        book(HEAD_ROW + row("Gạo Mẫu", "HTX Mẫu", "4", '<c t="str"><f>A1</f></c>', "20/10/2025")),
        {"products": [], "refused": [(2, "D2")]},
    ),
    (
        "an empty text of a formula",
        book(
            row(*HEAD.split(","), "Ghi chú")
            + row("Gạo Mẫu", "HTX Mẫu", "4", "2/QĐ-UBND", "20/10/2025", '<c t="str"><f>""</f><v></v></c>')
        ),
        {"products": [RICE]},
    ),
    (
        "the number format of a text",
        book(
            row(*HEAD.split(","), "Định lượng")
            + row("Gạo Mẫu", "HTX Mẫu", "4", "2/QĐ-UBND", "20/10/2025", text("500", ' s="1"'))
            + row("Trà Mẫu", "HTX Mẫu", "3", "1/QĐ-UBND", "15/10/2025", text("500", ' s="2"'))
            + row("Mắm Mẫu", "HTX Mẫu", "3", "3/QĐ-UBND", "15/10/2025", text("500", ' s="3"'))
            + row("Nấm Mẫu", "HTX Mẫu", "3", "4/QĐ-UBND", "15/10/2025", '<c s="1"><v>500</v></c>'),
            styles=f"""<styleSheet xmlns="{MAIN}"><numFmts count="3"><numFmt numFmtId="164" formatCode="@&quot; g&quot;"/>
            <numFmt numFmtId="165" formatCode="0;0;0;&quot;khoảng &quot;@"/><numFmt numFmtId="166" formatCode=";;;"/>
            </numFmts><cellXfs count="4"><xf/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
            </styleSheet>""",
        ),
        {
            "facts": {
                ("Gạo Mẫu", "Định lượng"): "500 g",
                ("Trà Mẫu", "Định lượng"): "khoảng 500",
                ("Mắm Mẫu", "Định lượng"): "500",
                ("Nấm Mẫu", "Định lượng"): "500 g",
            }
        },
    ),
    *(
        (
            f"a row of {what} is told as hidden",
            book(sheet_of(HEAD_ROW + RICE_ROW.replace("<row>", f"<row{more}>"), front)),
            {"products": [RICE], "says": ["Row 2: ", "is hidden"]},
        )
        for what, more, front in (
            ("no height", ' ht="0" customHeight="1"', ""),
            ("a hidden sheet form", "", '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>'),
        )
    ),
    (
        "a column of no width is told as hidden",
        book(sheet_of(HEAD_ROW + RICE_ROW, '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>')),
        {"products": [RICE], "says": ["Column B “Chủ thể” is hidden"]},
    ),
    # remarks that cost no label, and headings that cannot be told apart
    (
        "remarks of one kind are told once, with their rows",
        csv("".join(f"Mắm {i},HTX Mẫu,3,{i},15/10/2025\n" for i in range(1, 8))),
        {"says": ["7 rows (2, 3, 4, 5, 6, …), for example row 2: "]},
    ),
    (
        "accents that stand apart are told",
        csv(unicodedata.normalize("NFD", "Mắm Mẫu") + ",HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n"),
        {"says": ["Accents that stood apart were joined to their letters in 1 cell, column A"]},
    ),
    (
        "two columns under one heading",
        csv("Mắm,HTX Mẫu,3,4,1/QĐ-UBND,15/10/2025\n", "Tên sản phẩm,Chủ thể,Sao,Sao,Số QĐ,Ngày QĐ"),
        {"error": "give one of them another heading in the spreadsheet"},
    ),
]


def main():
    wrong = 0
    for title, content, expected in CASES:
        name = expected.get("name", "danh-sach.xlsx" if content.startswith(b"PK") else "danh-sach.csv")
        found = misfits(sys.argv[1], content, name, expected)
        wrong += bool(found)
        print(f"{title}: " + ("as expected" if not found else "\n    " + "\n    ".join(found)))
    print(f"{wrong} of {len(CASES)} other than expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
