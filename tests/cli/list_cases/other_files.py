"""Files that are no list: the message says what they are."""
import shutil

from list_cases.workbook import links, pack

CASES = [
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
]
