"""Spoils a list in one place. `spoil` gives the file's bytes, words that say what was done, and whether the file alone
shows that something is wrong; where it does not, as with another letter in a name, only the list in use can show it."""
import copy
import random
import re
from dataclasses import dataclass
from datetime import date

from layouts import LAYOUTS, Odd
from programs import PROGRAMS, written
from sample import HEADINGS, PRODUCTS

# Layouts whose headings stand in one row and whose columns are those of the list.
PLACES = (
    "the headings first", "a title above", "a letterhead and three lines of title", "the columns' numbers under the headings",
    "rows with a Roman number and a group's name", "groups with their totals", "signatures at the end",
    "empty rows between the others", "columns from right to left", "a cover sheet in front", "running numbers",
    "the stars of before beside those of now", "other words for the headings", "English headings",
    "a table that begins in the third column", "columns that no label needs",
)  # fmt: skip
FORMS = ("15/10/2025", "15-10-2025", "2025-10-15", "ngày 15 tháng 10 năm 2025", "15/10/25", "a day of the workbook")
FIELD_OF = {title.lower(): name for name, titles in HEADINGS.items() for title in titles}
TEXT_PROGRAMS = tuple(name for name in PROGRAMS if name.startswith("Excel, "))
BOOK_PROGRAMS = tuple(name for name in PROGRAMS if name not in TEXT_PROGRAMS)


@dataclass
class Spoilt:
    words: str
    file: tuple  # layout, form of days, program
    content: bytes
    shows: bool  # in the file itself


class Grid:
    """The main sheet of a book, with the places of its fields."""

    def __init__(self, book, form):
        self.book, self.form = book, form
        self.sheet = book.sheets[book.main]
        self.rows = self.sheet.rows
        self.head = next(i for i, row in enumerate(self.rows) if sum(str(c).lower() in FIELD_OF for c in row) > 9)
        self.field = {
            i: FIELD_OF[str(c).lower()] for i, c in enumerate(self.rows[self.head]) if str(c).lower() in FIELD_OF
        }
        self.place = {field: i for i, field in self.field.items()}
        phone = self.place["phone"]
        self.products = [i for i, row in enumerate(self.rows) if i > self.head and len(row) > phone and row[phone]]
        for i in self.products:  # days as they will be read, so that one figure can be damaged
            self.rows[i] = [written(c, form) for c in self.rows[i]]

    def any(self, chance, fields=None, filled=True):
        """(row, column) of a product's cell."""
        while True:
            row = chance.choice(self.products)
            column = self.place[chance.choice(fields)] if fields else chance.choice(list(self.field))
            if column < len(self.rows[row]) and (not filled or self.rows[row][column] not in (None, "")):
                return row, column


def as_text(value):
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else f"{value:g}" if isinstance(value, float) else str(value)


DAYS, TITLES = ("issued", "valid_to"), ("name", "producer")


def empty_cell(grid, chance):
    row, column = grid.any(chance)
    field, old = grid.field[column], grid.rows[row][column]
    grid.rows[row][column] = None
    shows = field in ("name", "producer", "stars", "issued") or (field == "status" and old != "còn hiệu lực")
    return f"{field} of row {row + 1} emptied", shows


def other_letter(grid, chance):
    row, column = grid.any(chance, ("name", "producer", "status"))
    field, old = grid.field[column], grid.rows[row][column]
    at = chance.choice([i for i, c in enumerate(old) if c.isalpha()])
    grid.rows[row][column] = new = old[:at] + chance.choice("abcdeghiklmnopqrstuvxyđêôơưáàảãạ") + old[at + 1 :]
    return f"{field}: {old} -> {new}", False  # of a status it is refused or asked, if it is another word


def other_figure(grid, chance):
    row, column = grid.any(chance, ("gtin", "stars", "score", "issued", "valid_to"))
    field, old = grid.field[column], as_text(grid.rows[row][column])
    at = chance.choice([i for i, c in enumerate(old) if c.isdigit()])
    kind = chance.randrange(4)
    figure = chance.choice([c for c in "0123456789" if c != old[at]])
    new = (
        old[:at] + figure + old[at + 1 :],
        old[:at] + old[at + 1 :],
        old[:at] + figure + old[at:],
        old[:at] + "O" + old[at + 1 :],
    )
    grid.rows[row][column] = new[kind]
    return f"{field}: {old} -> {new[kind]}", field in ("gtin", "stars") or field in DAYS


def swapped_day(grid, chance):
    row, column = grid.any(chance, DAYS)
    old = as_text(grid.rows[row][column])
    numbers = re.findall(r"\d+", old)
    if len(numbers) != 3:
        return None
    one, other = (0, 1) if len(numbers[2]) >= 2 and len(numbers[0]) <= 2 else (1, 2)
    parts = re.split(r"(\d+)", old)
    parts[2 * one + 1], parts[2 * other + 1] = parts[2 * other + 1], parts[2 * one + 1]
    grid.rows[row][column] = "".join(parts)
    return f"{grid.field[column]}: {old} -> {grid.rows[row][column]}", True


def nonsense(grid, chance):
    row, column = grid.any(chance, ("stars", "issued", "valid_to", "status", "gtin"))
    word = chance.choice(
        ("?", "x", "như trên", "0", "-1", "31/02/2025", "45", "4,5", "3 hoặc 4", "đang xem", "9.52E+12", "1e3")
    )
    old, grid.rows[row][column] = grid.rows[row][column], word
    return f"{grid.field[column]}: {old} -> {word}", True


def words_behind(grid, chance):
    row, column = grid.any(chance, ("stars", "issued", "valid_to", "status"))
    old = as_text(grid.rows[row][column])
    more = chance.choice((" (cũ)", " thu hồi", " ?", " 5", " -> 5", " chưa rõ"))
    grid.rows[row][column] = old + more
    return f"{grid.field[column]}: {old} -> {old + more}", True


def lost_letters(grid, chance):
    row, column = grid.any(chance, TITLES)
    old = grid.rows[row][column]
    places = [
        i for i, c in enumerate(old) if ord(c) > 127 and c.isalpha() and 0 < i < len(old) - 1 and old[i + 1].isalpha()
    ]
    if not places:
        return None
    at = chance.choice(places)
    grid.rows[row][column] = old[:at] + chance.choice("?\ufffd") + old[at + 1 :]
    return f"{grid.field[column]}: {old} -> {grid.rows[row][column]}", True


def read_twice(grid, chance):
    row, column = grid.any(chance, TITLES)
    old = grid.rows[row][column]
    wrong = "".join(
        chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252") for b in old.encode()
    )
    if wrong == old:
        return None
    if chance.random() < 0.3:
        wrong = wrong.replace("\u00a0", " ")
    grid.rows[row][column] = wrong
    return f"{grid.field[column]}: {old} -> {wrong}", True


def other_heading(grid, chance):
    column = chance.choice(list(grid.field))
    old = str(grid.rows[grid.head][column])
    kind = chance.randrange(3)
    words = chance.choice(("Cột", "Số liệu", "Khác", "xyz", "Năm"))
    new = ("", old[: len(old) // 2], words)[kind]
    grid.rows[grid.head][column] = new
    return f"heading {old} -> {new}", True


def swapped_headings(grid, chance):
    one, other = chance.sample(list(grid.field), 2)
    head = grid.rows[grid.head]
    head[one], head[other] = head[other], head[one]
    fields = {grid.field[one], grid.field[other]}
    shows = not fields <= {
        "name",
        "producer",
        "address",
        "ingredients",
        "notes",
        "net_quantity",
        "phone",
        "group",
        "issuer",
        "decision",
    }
    return f"headings {head[other]} and {head[one]} swapped", shows


def shifted_headings(grid, chance):
    grid.rows[grid.head] = [None, *grid.rows[grid.head]]
    return "the headings stand one column to the right", True


def shifted_row(grid, chance):
    row = chance.choice(grid.products)
    column = chance.choice(list(grid.field))
    cells = grid.rows[row]
    if chance.random() < 0.5:
        grid.rows[row] = [*cells[:column], None, *cells[column:]]
    else:
        grid.rows[row] = [*cells[:column], *cells[column + 1 :]]
    last = max(grid.place[f] for f in ("name", "producer", "stars", "issued", "valid_to", "status", "gtin"))
    return f"row {row + 1} shifted from column {column + 1}", column <= last


def shifted_column(grid, chance):
    """A cell was inserted or deleted, and those below moved."""
    column = grid.place[chance.choice(("stars", "issued", "valid_to", "status", "name", "gtin"))]
    rows = grid.products
    start = chance.randrange(len(rows) - 1)
    values = [grid.rows[i][column] for i in rows]
    inserted = chance.random() < 0.5
    values = values[:start] + [None] + values[start:] if inserted else values[:start] + values[start + 1 :] + [None]
    for i, value in zip(rows, values):
        grid.rows[i][column] = value
    if inserted:
        below = rows[-1] + 1
        if below == len(grid.rows):
            grid.rows.append([])
        grid.rows[below] = [*grid.rows[below], *[None] * (column + 1 - len(grid.rows[below]))]
        grid.rows[below][column] = values[-1]
    # bar codes and statuses may be lacking anywhere
    return f"column {grid.field[column]} shifted from row {rows[start] + 1}", grid.field[column] not in (
        "gtin",
        "status",
    )


def swapped_cells(grid, chance):
    column = grid.place[chance.choice(("stars", "issued", "valid_to", "status", "name", "producer", "gtin"))]
    one, other = chance.sample(grid.products, 2)
    field = grid.field[column]
    grid.rows[one][column], grid.rows[other][column] = grid.rows[other][column], grid.rows[one][column]
    return f"{field} of rows {one + 1} and {other + 1} swapped", field in ("stars", *DAYS)


def row_gone(grid, chance):
    row = chance.choice(grid.products)
    del grid.rows[row]
    return f"row {row + 1} deleted", False


def row_twice(grid, chance):
    row = chance.choice(grid.products)
    copied = list(grid.rows[row])
    field = chance.choice(("stars", "issued", "valid_to", "name"))
    other = chance.choice(
        [p for p in PRODUCTS if getattr(p, field) != getattr(PRODUCTS[grid.products.index(row)], field)]
    )
    copied[grid.place[field]] = written(getattr(other, field), grid.form)
    grid.rows.insert(row + 1, copied)
    # another decision of another day for the same product may be its history, and so may one without bar code
    return f"row {row + 1} twice, the second time with another {field}", field in ("stars", "valid_to")


def odd_cell(grid, chance):
    row, column = grid.any(chance, ("name", "producer", "stars", "issued", "valid_to", "status"))
    old = as_text(grid.rows[row][column])
    kind = chance.choice(("error", "formula", "zero", "struck"))
    grid.rows[row][column] = Odd(kind, old)
    return f"{grid.field[column]} of row {row + 1}: {old}, {kind}", True


def hidden(grid, chance):
    row = chance.choice(grid.products)
    column = grid.place[chance.choice(("stars", "valid_to", "status"))]
    if chance.random() < 0.5:
        grid.sheet.hidden_rows.add(row)
    else:
        grid.sheet.hidden_columns.add(column)
    grid.rows[row][column] = {"stars": 5, "valid_to": date(2030, 12, 31)}.get(grid.field[column], "thu hồi")
    return f"row {row + 1} or column {column + 1} hidden, with another {grid.field[column]}", True


CELLS = (
    empty_cell, other_letter, other_figure, swapped_day, nonsense, words_behind, lost_letters, read_twice, other_heading,
    swapped_headings, shifted_headings, shifted_row, shifted_column, swapped_cells, row_gone, row_twice,
)  # fmt: skip
OF_WORKBOOKS = (odd_cell, hidden)


def spoil_bytes(content, chance):
    """A text file with one sign of its form too many or too few."""
    mark = content.decode("utf-8-sig")
    delimiter = ";" if mark.count(";") > mark.count("\t") else "\t"
    kind = chance.choice(('"', delimiter, "\r\n", "-" + delimiter, "-\r\n", "\x00"))
    if kind.startswith("-"):
        places = [m.start() for m in re.finditer(re.escape(kind[1:]), mark)]
        at = chance.choice(places)
        new = mark[:at] + mark[at + len(kind) - 1 :]
    else:
        at = chance.randrange(len(mark))
        new = mark[:at] + kind + mark[at:]
    # a quote within a cell is a letter of it
    return f"{kind!r} at {at}", new.encode("utf-8-sig"), kind != '"'


def spoil(number):
    """The file with this number; none where its kind of fault cannot be made in it."""
    chance = random.Random(number)
    place, form = chance.choice(PLACES), chance.choice(FORMS)
    in_text = chance.random() < 0.5
    program = chance.choice(TEXT_PROGRAMS if in_text else BOOK_PROGRAMS)
    book = copy.deepcopy(LAYOUTS[place]())
    grid = Grid(book, form)
    if in_text and chance.random() < 0.15:
        words, content, shows = spoil_bytes(PROGRAMS[program](book, form, "UTF-8 with BOM"), chance)
        return Spoilt(words, (place, form, program), content, shows)
    of_workbook = not in_text and chance.random() < 0.2
    done = chance.choice(OF_WORKBOOKS if of_workbook else CELLS)(grid, chance)
    if done is None:
        return None
    content = PROGRAMS[program](book, form, "UTF-8 with BOM")
    return Spoilt(done[0], (place, form, program), content, done[1])
