"""A Book as eight programs save it. The six that save workbooks differ in what their packages have; each difference is one
that the program named is known for."""
import io
import zipfile
from dataclasses import dataclass, replace
from datetime import date
from xml.sax.saxutils import escape

from layouts import Odd, Sheet
from letters import FONTS, NEW, OLD, encode, look_alike
from sample import DAY_FORMS, PRODUCTS, serial

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
PHONES = {product.phone for product in PRODUCTS}


def written(value, form):
    """A cell's value with its days as text, where they are written as text. A decision and its day are one text."""
    day = DAY_FORMS[form]
    if isinstance(value, tuple):
        return value[0] + (day or DAY_FORMS["15/10/2025"])(value[1])
    return day(value) if isinstance(value, date) and day else value


# Text files.


def in_text(value):
    if value is None:
        return ""
    if isinstance(value, date):
        return str(serial(value))
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)


def text_file(delimiter):
    def write(book, form, encoding):
        sheet = book.sheets[book.main]
        rows = [[in_text(written(value, form)) for value in row] for row in sheet.rows]
        width = max(map(len, rows))
        for row in rows:
            row += [""] * (width - len(row))
        for top, left, bottom, right in sheet.merged:
            if left == right and top > 0:  # a producer's products: without merged cells each row has the name
                for row in range(top, bottom + 1):
                    rows[row][left] = rows[top][left]
        quoted = (delimiter, '"', "\n")
        lines = (
            delimiter.join('"' + c.replace('"', '""') + '"' if any(q in c for q in quoted) else c for c in row)
            for row in rows
        )
        return encode("".join(line + "\r\n" for line in lines), encoding)

    return write


# Workbooks.


@dataclass(frozen=True)
class Program:
    shares_texts: bool = True  # in a part of their own; else each in its cell
    names_cells: bool = True  # each has its address
    from_the_root: bool = False  # targets of relationships begin with a slash
    as_fractions: bool = False  # 4 is written 4.0, and large numbers with an exponent
    true: str = "1"
    day_format: str = ""  # empty: the built-in format 14
    styles_empty_cells: bool = False
    colours_runs: bool = False  # a text may consist of runs
    numbers_rows: bool = False  # a first column without a heading counts the rows from 0
    names_table: bool = False  # a title above the table, and a sheet in front that tells what was exported


EXCEL = Program(styles_empty_cells=True, colours_runs=True)
LIBREOFFICE = Program(true="true", day_format="dd/mm/yyyy", styles_empty_cells=True)
GOOGLE = Program(as_fractions=True, day_format="dd/mm/yyyy")
OPENPYXL = Program(from_the_root=True, shares_texts=False, day_format="yyyy-mm-dd")
PANDAS = Program(shares_texts=False, numbers_rows=True, day_format="yyyy\\-mm\\-dd\\ hh:mm:ss")
NUMBERS = Program(names_table=True, names_cells=True, day_format="d/m/yyyy;@")


def column_name(number):
    name = ""
    while number >= 0:
        name = chr(ord("A") + number % 26) + name
        number = number // 26 - 1
    return name


def address(row, column):
    return f"{column_name(column)}{row + 1}"


class Writer:
    def __init__(self, program, form, encoding):
        self.program, self.form, self.encoding = program, form, encoding
        self.texts = {}

    def words(self, text):
        return escape(look_alike(text, self.encoding))

    def item(self, text):
        """The inside of <si> or <is>."""
        keeps = ' xml:space="preserve"'
        if self.program.colours_runs and " " in text and self.encoding not in OLD:
            start, rest = text.split(" ", 1)
            return (
                f"<r><t{keeps}>{self.words(start + ' ')}</t></r><r><rPr><b/><color theme=\"1\"/></rPr>"
                f'<t{keeps}>{self.words(rest)}</t></r><phoneticPr fontId="1"/>'
            )
        return f"<t{keeps}>{self.words(text)}</t>"

    def number(self, value):
        if not self.program.as_fractions:
            return repr(value)
        return f"{float(value):.12E}".replace("E+", "E") if value >= 10**7 else repr(float(value))

    def cell(self, value, row, column):
        place = f' r="{address(row, column)}"' if self.program.names_cells else ""
        value = written(value, self.form)
        if value is None:
            return f'<c{place} s="2"/>' if self.program.styles_empty_cells else ""
        if isinstance(value, Odd):
            return f"<c{place}{self.odd(value)}</c>"
        if isinstance(value, date):
            return f'<c{place} s="1"><v>{self.number(serial(value))}</v></c>'
        if not isinstance(value, str):
            return f'<c{place} s="{3 if value >= 10**7 else 0}"><v>{self.number(value)}</v></c>'
        if self.program.shares_texts:
            number = self.texts.setdefault(value, len(self.texts))
            return f'<c{place} s="2" t="s"><v>{number}</v></c>'
        return f'<c{place} s="2" t="inlineStr"><is>{self.item(value)}</is></c>'

    def odd(self, cell):
        return {
            "error": ' t="e"><v>#REF!</v>',
            "formula": "><f>Z1</f>",
            "zero": "><f>Z1</f><v>0</v>",
            "struck": f' s="4" t="inlineStr"><is>{self.item(cell.value)}</is>',
        }[cell.kind]

    def sheet(self, sheet):
        true = self.program.true
        lines = []
        for r, row in enumerate(sheet.rows):
            hidden = f' hidden="{true}"' if r in sheet.hidden_rows else ""
            cells = "".join(self.cell(value, r, c) for c, value in enumerate(row))
            lines.append(f'<row r="{r + 1}"{hidden}>{cells}</row>' if cells or self.program.styles_empty_cells else "")
        columns = "".join(
            f'<col min="{c + 1}" max="{c + 1}" width="9" hidden="{true}"/>' for c in sorted(sheet.hidden_columns)
        )
        merges = "".join(f'<mergeCell ref="{address(t, l)}:{address(b, r)}"/>' for t, l, b, r in sheet.merged)
        return (
            f'<worksheet xmlns="{MAIN}"><sheetViews><sheetView workbookViewId="0"/></sheetViews>'
            + (f"<cols>{columns}</cols>" if columns else "")
            + f"<sheetData>{''.join(lines)}</sheetData>"
            + (f"<mergeCells>{merges}</mergeCells>" if merges else "")
            + "</worksheet>"
        )

    def styles(self):
        font = FONTS.get(self.encoding, "Times New Roman")
        code = self.program.day_format
        formats = '<numFmt numFmtId="165" formatCode="0"/>'
        formats += f'<numFmt numFmtId="164" formatCode="{escape(code)}"/>' if code else ""
        cells = ((0, 0), (164 if code else 14, 0), (0, 0), (165, 0), (0, 1))
        styles = "".join(f'<xf numFmtId="{number}" fontId="{letters}"/>' for number, letters in cells)
        name = f'<name val="{font}"/>'
        return (
            f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
            f"<fonts><font>{name}</font><font><strike/>{name}</font></fonts><cellXfs>{styles}</cellXfs></styleSheet>"
        )

    def package(self, book):
        root = "/xl/" if self.program.from_the_root else ""
        sheets = [self.sheet(sheet) for sheet in book.sheets]
        names = "".join(
            f'<sheet name="{self.words(s.name)}" sheetId="{i + 1}"{" state=%shidden%s" % (chr(34), chr(34)) if s.is_hidden else ""} r:id="rId{i}"/>'
            for i, s in enumerate(book.sheets)
        )
        links = [("worksheet", f"worksheets/sheet{i + 1}.xml") for i in range(len(sheets))]
        links += [("styles", "styles.xml")] + ([("sharedStrings", "sharedStrings.xml")] if self.texts else [])
        related = "".join(
            f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{root}{to}"/>'
            for i, (kind, to) in enumerate(links)
        )
        parts = {
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{names}</sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">{related}</Relationships>',
            "xl/styles.xml": self.styles(),
        }
        if self.texts:
            items = "".join(f"<si>{self.item(text)}</si>" for text in self.texts)
            parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{items}</sst>'
        return parts | {f"xl/worksheets/sheet{i + 1}.xml": sheet for i, sheet in enumerate(sheets)}


def with_row_numbers(sheet):
    """As pandas writes a table: a column in front that counts the rows below the headings."""
    full = [sum(c is not None for c in row) > 8 and any(c in PHONES for c in row) for row in sheet.rows]
    rows = [[i - full.index(True) if full[i] else None, *row] for i, row in enumerate(sheet.rows)]
    return replace(
        sheet,
        rows=rows,
        merged=[(t, l + 1, b, r + 1) for t, l, b, r in sheet.merged],
        hidden_columns={c + 1 for c in sheet.hidden_columns},
    )


def with_table_name(sheet):
    """As Numbers exports a table: its name above it."""
    return replace(
        sheet,
        rows=[["Table 1"], *sheet.rows],
        merged=[(t + 1, l, b + 1, r) for t, l, b, r in sheet.merged],
        hidden_rows={r + 1 for r in sheet.hidden_rows},
    )


def workbook(program):
    def write(book, form, encoding):
        if program.numbers_rows:
            sheets = [with_row_numbers(s) if i == book.main else s for i, s in enumerate(book.sheets)]
            book = replace(book, sheets=sheets)
        if program.names_table:
            summary = Sheet(
                [["This document was exported from Numbers."], [], ["Numbers Sheet Name", "Numbers Table Name"]]
            )
            summary.name = "Export Summary"
            book = replace(book, sheets=[summary, *map(with_table_name, book.sheets)])
        xml = NEW.get(encoding, "utf-8")
        head = f'<?xml version="1.0" encoding="{"UTF-16" if xml == "utf-16" else "UTF-8"}" standalone="yes"?>\n'
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in Writer(program, form, encoding).package(book).items():
                archive.writestr(name, (head + content).encode(xml))
        return file.getvalue()

    return write


PROGRAMS = {
    "Excel": workbook(EXCEL),
    "LibreOffice": workbook(LIBREOFFICE),
    "Google Sheets": workbook(GOOGLE),
    "openpyxl": workbook(OPENPYXL),
    "pandas": workbook(PANDAS),
    "Numbers": workbook(NUMBERS),
    "Excel, CSV with semicolons": text_file(";"),
    "Excel, text with tabs": text_file("\t"),
}
