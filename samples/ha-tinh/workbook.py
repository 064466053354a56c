"""A workbook as an office makes it: title, sections of goods, dates as serial numbers, producers merged."""
import datetime
import io
import zipfile
from xml.sax.saxutils import escape

from products import HEADINGS

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORM = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# The parts that are the same in every such workbook.
USUAL_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{FORM}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{FORM}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{FORM}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{FORM}.sharedStrings+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{RELATIONSHIPS}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{RELATIONSHIPS}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{RELATIONSHIPS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet {MAIN}><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


def letter(i):
    return chr(65 + i)


class Sheet:
    """The rows of a sheet. Its texts stand in a part of their own, each once; cells have their numbers."""

    def __init__(self):
        self.rows, self.merged, self.texts = [], [], {}

    def next_row(self):
        return len(self.rows) + 1

    def place(self, column):
        """Of a cell in the next row."""
        return f"{letter(column)}{self.next_row()}"

    def text(self, column, text):
        if not text:
            return ""
        return f'<c r="{self.place(column)}" t="s"><v>{self.texts.setdefault(text, len(self.texts))}</v></c>'

    def add(self, cells):
        self.rows.append(f'<row r="{self.next_row()}">{"".join(cells)}</row>')

    def parts(self):
        merged = "".join(f'<mergeCell ref="{one}"/>' for one in self.merged)
        texts = "".join(f'<si><t xml:space="preserve">{escape(one)}</t></si>' for one in self.texts)
        return {
            "xl/worksheets/sheet1.xml": f'<worksheet {MAIN}><sheetData>{"".join(self.rows)}</sheetData>'
            f'<mergeCells count="{len(self.merged)}">{merged}</mergeCells></worksheet>',
            "xl/sharedStrings.xml": f"<sst {MAIN}>{texts}</sst>",
        }


def add_product(sheet, row, has_producer_above):
    """The producer's cell is merged with the one above where that has the same; returns whether it was."""
    cells, is_merged = [], False
    for i, heading in enumerate(HEADINGS):
        value = row[heading]
        if heading == "Ngày QĐ" and value != "31/02/2025":
            day = datetime.datetime.strptime(value, "%d/%m/%Y").date()
            cells.append(f'<c r="{sheet.place(i)}" s="1"><v>{(day - datetime.date(1899, 12, 30)).days}</v></c>')
        elif heading == "Mã vạch" and value:
            cells.append(f'<c r="{sheet.place(i)}"><v>{value}</v></c>')
        elif heading == "Chủ thể" and has_producer_above:
            sheet.merged.append(f"{letter(i)}{sheet.next_row() - 1}:{sheet.place(i)}")
            is_merged = True
        else:
            cells.append(sheet.text(i, value))
    sheet.add(cells)
    return is_merged


def make_xlsx(rows, title):
    sheet = Sheet()
    sheet.add([sheet.text(0, title)])
    sheet.merged.append(f"A1:{letter(len(HEADINGS) - 1)}1")
    sheet.add([])
    sheet.add([sheet.text(i, heading) for i, heading in enumerate(HEADINGS)])
    group = producer = None
    for row in sorted(rows, key=lambda r: (r["Nhóm"], r["Chủ thể"])):
        if row["Nhóm"] != group:
            group, producer = row["Nhóm"], None
            sheet.add([sheet.text(0, f"Nhóm: {group}")])
        is_merged = add_product(sheet, row, row["Chủ thể"] == producer)
        producer = None if is_merged else row["Chủ thể"]  # pairs only
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in (USUAL_PARTS | sheet.parts()).items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0)), HEAD + xml, zipfile.ZIP_DEFLATED)
    return data.getvalue()
