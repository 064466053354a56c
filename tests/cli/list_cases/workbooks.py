"""Workbooks: cells as they are shown, what is hidden, which sheet has the list; and those whose parts do not agree."""
from list_cases.two_products import BOTH, HEAD, HEAD_ROW, RICE, RICE_CELLS, RICE_ROW, TEA, TEA_CELLS, TWO
from list_cases.workbook import FORMATS, MAIN, OFFICE, book, links, pack, row, sheet_of, text


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


def with_facts(*cells):
    return row(*HEAD.split(","), "Định lượng", "Điện thoại", "Có giá trị đến") + row(*TEA_CELLS, *cells)


def shown_days(*formats):
    """A row for each format of the day of the decision: the code of one, or the number of a built-in one."""
    own = [
        f'<numFmt numFmtId="{200 + i}" formatCode="{one}"/>' for i, one in enumerate(formats) if isinstance(one, str)
    ]
    ids = [200 + i if isinstance(one, str) else one for i, one in enumerate(formats)]
    styles = f'<styleSheet xmlns="{MAIN}"><numFmts count="{len(own)}">{"".join(own)}</numFmts><cellXfs>'
    styles += "<xf/>" + "".join(f'<xf numFmtId="{one}"/>' for one in ids) + "</cellXfs></styleSheet>"
    rows = (
        row(f"Trà Mẫu {chr(65 + i)}", "HTX Mẫu", "3", "1/QĐ-UBND", f'<c s="{i + 1}"><v>45945</v></c>')
        for i in range(len(ids))
    )
    return book(HEAD_ROW + "".join(rows), styles=styles)


WHOLE_DAYS = (14, 22, "dd/mm/yyyy", "d-m-yy", "[$-42A]dddd, dd mmmm yyyy", "yyyy-mm-dd hh:mm", "dd/mm/yyyy;@")
PARTS_OF_DAYS = ("mmm-yy", 17, "yyyy", "mm/yyyy", "dd/mm", 16, "mmm", "d &quot;tháng này&quot;", "h:mm d/yyyy")

CASES = [
    ("a workbook", book(TWO), BOTH),
    (
        "days that cells show whole, in any form",
        shown_days(*WHOLE_DAYS),
        {"products": [(f"Trà Mẫu {chr(65 + i)}", *TEA[1:]) for i in range(len(WHOLE_DAYS))]},
    ),
    (
        "days of which cells show a part are refused, since nobody sees which day was typed",
        shown_days(*PARTS_OF_DAYS),
        {"products": [], "refused": [(2 + i, f"E{2 + i} shows only") for i in range(len(PARTS_OF_DAYS))]},
    ),
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
        "letters that are gone from a workbook are refused",
        book(HEAD_ROW + row("M?t ong", *TEA_CELLS[1:]) + row("M\ufffdt ong", *TEA_CELLS[1:]) + row(*TEA_CELLS)),
        {"products": [TEA], "refused": [(2, "lost letters"), (3, "lost letters")]},
    ),
    (
        "a workbook whose texts were read twice is mended",
        book(TWO.encode().decode("latin-1")),
        {**BOTH, "says": ["became “Tên sản phẩm”"]},
    ),
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
        "a cell of which a part is struck through is refused, since nobody knows which words hold",
        book(
            HEAD_ROW
            + row(
                "Trà Mẫu",
                "HTX Mẫu",
                "3",
                '<c t="inlineStr"><is><r><rPr><strike/></rPr><t>1</t></r><r><t>2/QĐ-UBND</t></r></is></c>',
                "15/10/2025",
            )
            + row(
                '<c t="inlineStr"><is><r><t>Gạo </t></r><r><rPr><strike/></rPr><t>Mẫu</t></r></is></c>', *RICE_CELLS[1:]
            )
            + row(
                '<c t="inlineStr"><is><r><t>Gạo</t></r><r><rPr><b/></rPr><t xml:space="preserve"> Mẫu</t></r></is></c>',
                *RICE_CELLS[1:],
            )
        ),
        {"products": [RICE], "refused": [(2, "Cell D2 “12/QĐ-UBND” has struck-through"), (3, "Cell A3")]},
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
]
# Those that say a thing twice, or point to nothing.
AT_ODDS = [
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
]
