"""Text files: which columns and rows count, how cells, days and letters are read."""
from list_cases.two_products import BOTH, HEAD, HEAD_ROW, RICE, ROWS, TEA, TEA_CELLS, csv
from list_cases.workbook import FORMATS, book, row, text


def old(text_of_file, encoding):
    """As Windows shows the bytes of an old encoding: a spreadsheet kept them as Latin letters."""
    return text_of_file.encode("utf-8").decode(encoding).encode("utf-8")


def dates(*days):
    return csv("".join(f"Trà {i},HTX Mẫu,3,1/QĐ-UBND,{day}\n" for i, day in enumerate(days)))


def issued(*days):
    return [(f"Trà {i}", "HTX Mẫu", 3, "1/QĐ-UBND", day) for i, day in enumerate(days)]


# What an office writes of a certificate, and the state that it has then.
STATES = {
    "Còn hiệu lực": "valid",
    "Chưa thu hồi": "valid",
    "Thu hồi": "revoked",
    "Hết hiệu lực": "unclear",
    "Không còn hiệu lực": "unclear",
    "Hủy công nhận": "unclear",
    "Tạm đình chỉ": "unclear",
    "Hết hạn": "unclear",
    "Bị hạ sao": "unclear",
    "Không đạt đánh giá lại": "unclear",
    "expired": "unclear",
    "invalid": "unclear",
    "suspended": "unclear",
    "0": "unclear",
    "Đã rút": "unclear",
}

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
        "who speaks for a producer is not the producer",
        csv(
            "Trà Mẫu,Ông Mẫu A,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n",
            "Tên sản phẩm,Người đại diện chủ thể,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ",
        ),
        {"products": [TEA], "unread": ["Người đại diện chủ thể"]},
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
    # states
    (
        "only what says so is in force",
        csv(
            "".join(f"Trà {i},HTX Mẫu,3,1/QĐ-UBND,15/10/2025,{word}\n" for i, word in enumerate(STATES)),
            HEAD + ",Trạng thái",
        ),
        {
            "products": [(f"Trà {i}", *TEA[1:], "2028-10-15", state) for i, state in enumerate(STATES.values())],
        },
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
    (
        "cells that were read twice are mended under headings that were not",
        HEAD.encode() + b"\n" + old(ROWS, "latin-1"),
        {**BOTH, "says": ["became “Trà Mẫu”"]},
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
]
