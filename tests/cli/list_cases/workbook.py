"""Workbooks as XLSX, made part by part, so that a case can have any part other than usual."""
import io
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

FORMATS = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="170" formatCode="0&quot; g&quot;"/>'
    '<numFmt numFmtId="171" formatCode="0000000000"/><numFmt numFmtId="172" formatCode="0.0"/></numFmts>'
    '<fonts><font/><font><strike/></font><font><name val=".VnTime"/></font></fonts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/>'
    '<xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/></cellXfs></styleSheet>'
)


def text(value, more=""):
    return f'<c t="inlineStr"{more}><is><t>{value}</t></is></c>'


def row(*cells, more=""):
    return f"<row{more}>" + "".join(c if c.startswith("<c") else text(c) for c in cells) + "</row>"


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
