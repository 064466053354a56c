"""The list in forty layouts, as offices lay out a sheet. Each layout is a function from the heads, the list's columns as
(field, heading), and the products to a Book; a decorator enters it into LAYOUTS under its words."""
import random
from dataclasses import dataclass, field
from datetime import date

from sample import HEADINGS, PRODUCTS


@dataclass(frozen=True)
class Odd:
    """A cell of a workbook that is more than its value."""

    kind: str  # error, formula (whose result was never saved), zero (a formula saved as 0), struck
    value: str


@dataclass
class Sheet:
    rows: list  # of cells: text, a number, a date, or None
    name: str = "Danh sách"
    merged: list = field(default_factory=list)  # (row, column, last row, last column), counted from 0
    hidden_rows: set = field(default_factory=set)
    hidden_columns: set = field(default_factory=set)
    is_hidden: bool = False


@dataclass
class Book:
    sheets: list
    main: int = 0  # the sheet that a text file has
    is_repeated: bool = True  # a text file has a merged cell's text in each row that it covers


LAYOUTS = {}


def layout(words):
    def enter(function):
        assert words not in LAYOUTS
        LAYOUTS[words] = function
        return function

    return enter


def heads(which=0, without=()):
    return [(name, titles[which]) for name, titles in HEADINGS.items() if name not in without]


def cell(product, name):
    value = getattr(product, name)
    return float(value.replace(",", ".")) if name == "score" else value or None


def row_of(product, columns):
    return [cell(product, name) if name in HEADINGS else None for name, _ in columns]


def table(columns, products=PRODUCTS):
    return [[title for _, title in columns], *(row_of(product, columns) for product in products)]


def one_sheet(rows, **more):
    return Book([Sheet(rows, **more)])


def across(row, columns):
    """A block that is merged over a whole row."""
    return (row, 0, row, len(columns) - 1)


TITLE = "DANH SÁCH SẢN PHẨM ĐẠT CHỨNG NHẬN OCOP"
LETTERHEAD = ["ỦY BAN NHÂN DÂN", None, None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


@layout("the headings first")
def plain():
    return one_sheet(table(heads()))


@layout("a title above")
def title():
    return one_sheet([[TITLE], *table(heads())])


@layout("a title merged over the sheet, and an empty row under it")
def merged_title():
    columns = heads()
    return one_sheet([[TITLE], [], *table(columns)], merged=[across(0, columns)])


@layout("a letterhead and three lines of title")
def letterhead():
    above = [LETTERHEAD, [], [TITLE], ["(Kèm theo Quyết định số 2394/QĐ-UBND ngày 15/10/2024)"], ["Đợt 1 năm 2024"], []]
    return one_sheet([*above, *table(heads())])


@layout("a table that begins in the third column")
def indented():
    return one_sheet([[None, None, *row] for row in table(heads())])


def two_row_heading(merge):
    columns = heads()
    top = ["Quyết định công nhận" if n in ("decision", "issued", "issuer") else t for n, t in columns]
    below = [{"decision": "Số", "issued": "Ngày", "issuer": "Cơ quan"}.get(name) for name, _ in columns]
    first = [name for name, _ in columns].index("decision")
    top[first + 1] = top[first + 2] = None
    merged = [(0, first, 0, first + 2)]
    merged += [(0, i, 1, i) for i in range(len(columns)) if not first <= i <= first + 2]
    return one_sheet([top, below, *table(columns)[1:]], merged=merged if merge else [])


@layout("headings in two rows, merged")
def two_rows():
    return two_row_heading(True)


@layout("headings in two rows, not merged")
def two_rows_loose():
    return two_row_heading(False)


@layout("headings in three rows")
def three_rows():
    columns = heads()
    names = [name for name, _ in columns]
    parts = {"producer": "Tên", "address": "Địa chỉ", "decision": "Số", "issued": "Ngày", "valid_to": "Hiệu lực đến"}
    top = ["Chủ thể" if n in ("producer", "address") else t if n not in parts else None for n, t in columns]
    top[names.index("address")] = None
    top[names.index("decision")] = "Kết quả công nhận"
    middle = [None] * len(columns)
    middle[names.index("decision")] = "Quyết định"
    return one_sheet([top, middle, [parts.get(name) for name in names], *table(columns)[1:]])


@layout("the columns' numbers under the headings")
def column_numbers():
    rows = table(heads())
    return one_sheet([rows[0], [f"({i + 1})" for i in range(len(rows[0]))], *rows[1:]])


def grouped(columns, group_row):
    """The name of the group stands in a row of its own, above its products."""
    rows, merged = [[title for _, title in columns]], []
    for group in dict.fromkeys(product.group for product in PRODUCTS):
        number = ["I", "II", "III", "IV", "V"][len(merged)]
        merged.append(across(len(rows), columns))
        rows.append(group_row(number, group))
        rows += [row_of(product, columns) for product in PRODUCTS if product.group == group]
    return rows, merged


@layout("rows with a Roman number and a group's name")
def groups_numbered():
    return one_sheet(grouped(heads(without=("group",)), lambda number, group: [number, group])[0])


@layout("rows with a group's name, merged over the sheet")
def groups_merged():
    rows, merged = grouped(heads(without=("group",)), lambda number, group: [f"{number}. Nhóm {group.lower()}"])
    return one_sheet(rows, merged=merged)


@layout("rows with a commune's name")
def communes():
    rows = table(heads())
    return one_sheet([rows[0], ["Xã Mẫu"], *rows[1:5], ["Thị trấn Mẫu"], *rows[5:]])


@layout("groups with their totals")
def groups_with_totals():
    columns = heads(without=("group",))
    rows, _ = grouped(columns, lambda number, group: [None, f"Nhóm: {group}"])
    rows.insert(3, [None, "Cộng:", 1])
    return one_sheet([*rows, [None, "Tổng cộng", len(PRODUCTS)]])


@layout("a total at the end")
def total():
    return one_sheet([*table(heads()), ["Tổng cộng: 11 sản phẩm"]])


@layout("signatures at the end")
def signatures():
    below = [
        [],
        [None] * 9 + ["Hà Tĩnh, ngày 15 tháng 10 năm 2024"],
        [None, "NGƯỜI LẬP"] + [None] * 7 + ["TM. ỦY BAN NHÂN DÂN"],
        [None, "(Ký, ghi rõ họ tên)"] + [None] * 7 + ["KT. CHỦ TỊCH"],
        [],
        [None, "Nguyễn Thị Mẫu"] + [None] * 7 + ["Trần Văn Mẫu"],
    ]
    return one_sheet([*table(heads()), *below])


@layout("a total, a note and the receivers")
def foot():
    below = [
        ["Tổng số: 11"],
        ["Ghi chú: danh sách này thay danh sách cũ"],
        ["Nơi nhận:"],
        ["- Như trên;"],
        ["- Lưu: VT."],
    ]
    return one_sheet([*table(heads()), *below])


@layout("empty columns between the others")
def empty_columns():
    rows = table(heads())
    return one_sheet([[x for i, c in enumerate(row) for x in ([c, None] if i % 4 == 3 else [c])] for row in rows])


@layout("empty columns at the right")
def empty_right():
    return one_sheet([[*row, *[None] * 60] for row in table(heads())])


@layout("empty rows between the others")
def empty_rows():
    rows = table(heads())
    return one_sheet([rows[0], [], *rows[1:4], [], [], *rows[4:], [], []])


@layout("a hidden column that is not needed")
def hidden_column():
    columns = heads()
    rows = table(columns)
    rows = [row[:3] + ["Mã hồ sơ" if i == 0 else f"HS-{i}"] + row[3:] for i, row in enumerate(rows)]
    return one_sheet(rows, hidden_columns={3})


@layout("a hidden column that is needed")
def hidden_needed():
    return one_sheet(table(heads()), hidden_columns={6})


@layout("a hidden row")
def hidden_row():
    return one_sheet(table(heads()), hidden_rows={4})


@layout("columns from right to left")
def reversed_columns():
    return one_sheet(table(heads()[::-1]))


@layout("columns in no order")
def shuffled_columns():
    columns = heads()
    random.Random(15).shuffle(columns)
    return one_sheet(table(columns))


def merged_where_equal(columns, fields):
    rows, merged = table(columns), []
    for column, (name, _) in enumerate(columns):
        if name not in fields:
            continue
        first = 1
        for row in range(2, len(rows) + 1):
            if row < len(rows) and rows[row][column] == rows[first][column]:
                continue
            if row - first > 1 and rows[first][column] is not None:
                merged.append((first, column, row - 1, column))
            first = row
    return one_sheet(rows, merged=merged)


@layout("a producer's products under one merged name")
def merged_producers():
    return merged_where_equal(heads(), ("producer", "address"))


@layout("a decision's products under one merged number and day")
def merged_decisions():
    return merged_where_equal(heads(), ("decision", "issued", "issuer", "valid_to"))


@layout("a cover sheet in front")
def cover():
    return Book([Sheet([[TITLE], ["Năm 2024"]], "Bìa"), Sheet(table(heads()), "Phụ lục 1")], main=1)


@layout("the old list on a hidden sheet in front")
def hidden_old():
    old = [[c if not isinstance(c, date) else date(2021, 1, 1) for c in row] for row in table(heads())]
    return Book([Sheet(old, "cũ", is_hidden=True), Sheet(table(heads()), "mới")], main=1)


@layout("a sheet with words to choose from behind")
def choices():
    return Book([Sheet(table(heads())), Sheet([["Thực phẩm"], ["Đồ uống"]], "Danh mục")])


@layout("running numbers")
def running_numbers():
    return one_sheet([["STT" if i == 0 else i, *row] for i, row in enumerate(table(heads()))])


@layout("columns that no label needs")
def more_columns():
    more = ("Số lao động", "Doanh thu", "Vùng nguyên liệu")
    return one_sheet([[*row, *(more if i == 0 else (i, i * 1000, "xã Mẫu"))] for i, row in enumerate(table(heads()))])


@layout("the stars of before beside those of now")
def old_stars():
    return one_sheet([["Hạng sao năm 2021" if i == 0 else 5, *row] for i, row in enumerate(table(heads()))])


@layout("numbers and days of other papers")
def other_papers():
    other = ("Số giấy chứng nhận ATTP", "Ngày hết hạn chứng nhận ATTP", "Người đại diện")
    values = ("9/ATTP", date(2030, 1, 20), "Bà Mẫu")
    return one_sheet([[*(other if i == 0 else values), *row] for i, row in enumerate(table(heads()))])


@layout("other words for the headings")
def other_words():
    return one_sheet(table(heads(1)))


@layout("English headings")
def english():
    return one_sheet(table(heads(2)))


@layout("headings in capitals")
def capitals():
    return one_sheet(table([(name, title.upper()) for name, title in heads()]))


@layout("headings on two lines, with brackets")
def broken_headings():
    more = {"score": " (điểm)", "stars": " (3, 4, 5 sao)", "issued": " (ngày/tháng/năm)", "net_quantity": " (tịnh)"}
    return one_sheet(table([(n, t.replace(" ", "\n", 1) + more.get(n, "")) for n, t in heads()]))


@layout("the decision and its day in one column")
def together():
    columns = [(n, "Số, ngày QĐ" if n == "decision" else t) for n, t in heads(without=("issued",))]
    rows = table(columns)
    place = [name for name, _ in columns].index("decision")
    for row, product in zip(rows[1:], PRODUCTS):
        row[place] = (product.decision + ", ", product.issued)
    return one_sheet(rows)


@layout("stars in words and signs")
def star_words():
    columns = heads()
    place = [name for name, _ in columns].index("stars")
    rows = table(columns)
    for i, row in enumerate(rows[1:]):
        words = {3: "ba sao", 4: "bốn sao", 5: "năm sao"}[row[place]]
        row[place] = (f"{row[place]} sao", "*" * row[place], f"OCOP {row[place]}*", words)[i % 4]
    return one_sheet(rows)


@layout("the headings again on each page")
def headings_again():
    rows = table(heads())
    return one_sheet([*rows[:5], rows[0], *rows[5:9], rows[0], *rows[9:]])


@layout("spaces around and within the words")
def spaces():
    def loose(value):
        return f"  {value.replace(' ', '  ', 1)}\u00a0" if isinstance(value, str) and not value.isdigit() else value

    return one_sheet([[loose(value) for value in row] for row in table(heads())])


@layout("bar codes as numbers")
def gtin_numbers():
    rows = table(heads())
    return one_sheet([rows[0], *([int(row[0]) if row[0] else None, *row[1:]] for row in rows[1:])])
