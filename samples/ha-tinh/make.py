#!/usr/bin/env python3
"""Makes the sample lists of Hà Tĩnh: danh-sach.csv, danh-sach.xlsx and cac-vu-viec.csv. Standard library only, and the
same bytes every time.

    make.py                             the lists that lie here, of November 2026
    make.py --check                     whether they are as this program makes them
    make.py --as-of 2027-05-01 FOLDER   the same lists six months later: decisions that are six months younger, so that
                                        as many certificates are valid

People and firms are invented, GTINs are of the demonstration prefix 952; communes are real (as of 2025-07-01)."""
import argparse
import calendar
import csv
import datetime
import io
import pathlib
import random
import sys
import unicodedata
import zipfile
from xml.sax.saxutils import escape

HERE = pathlib.Path(__file__).resolve().parent
HEADINGS = [
    "TT",
    "Mã vạch",
    "Tên sản phẩm",
    "Chủ thể",
    "Địa chỉ",
    "Nhóm",
    "Điểm",
    "Hạng sao",
    "Số QĐ",
    "Ngày QĐ",
    "Cơ quan cấp",
    "Có giá trị đến",
    "Ghi chú",
    "Định lượng",
    "Thành phần",
    "HDSD",
    "Bảo quản",
    "Cảnh báo",
    "Hạn sử dụng (tháng)",
    "Giá trị dinh dưỡng",
]
COMMUNES = [
    "xã Hương Khê",
    "xã Hương Xuân",
    "xã Cẩm Bình",
    "xã Cẩm Trung",
    "xã Cẩm Lạc",
    "xã Đồng Tiến",
    "xã Đông Kinh",
    "xã Sơn Giang",
    "xã Sơn Kim 2",
    "xã Hương Sơn",
    "xã Sơn Tiến",
    "xã Sơn Hồng",
    "xã Kỳ Xuân",
    "phường Hải Ninh",
    "xã Phúc Trạch",
    "phường Thành Sen",
    "phường Hoành Sơn",
    "phường Bắc Hồng Lĩnh",
]
# name, group, net quantity, ingredients, use, storage, warning, shelf life
GOODS = [
    (
        "Nước mắm cá cơm",
        "Thực phẩm",
        "500 ml",
        "Cá cơm (75 %), muối biển (25 %)",
        "Chấm trực tiếp hoặc nêm nấu",
        "Nơi khô ráo, tránh nắng",
        "Không dùng cho người dị ứng cá",
        "24 tháng",
    ),
    (
        "Kẹo cu đơ gừng",
        "Thực phẩm",
        "400 g",
        "Mật mía, lạc nhân, gừng tươi, bánh tráng, vừng",
        "Ăn liền, ngon hơn với chè xanh",
        "Đậy kín, nơi khô mát",
        "Có lạc và vừng",
        "4 tháng",
    ),
    (
        "Mật ong hoa rừng",
        "Thực phẩm",
        "500 ml",
        "Mật ong hoa rừng 100 %",
        "Pha nước ấm, ướp thực phẩm",
        "Nhiệt độ phòng, tránh nắng",
        "Không dùng cho trẻ dưới 12 tháng tuổi",
        "24 tháng",
    ),
    (
        "Mật mía",
        "Thực phẩm",
        "1 l",
        "Nước mía cô đặc 100 %",
        "Nấu chè, kho cá, làm bánh",
        "Nơi khô mát",
        "",
        "12 tháng",
    ),
    (
        "Ruốc tôm",
        "Thực phẩm",
        "300 g",
        "Tôm biển, muối",
        "Nêm nấu hoặc pha chấm",
        "Ngăn mát sau khi mở",
        "Có tôm",
        "12 tháng",
    ),
    ("Bánh đa nem", "Thực phẩm", "500 g", "Gạo tẻ, muối, nước", "Cuốn nem", "Nơi khô ráo", "", "6 tháng"),
    (
        "Giò bột",
        "Thực phẩm",
        "500 g",
        "Thịt lợn, bột gạo, nước mắm, tiêu",
        "Ăn liền hoặc hấp lại",
        "0 đến 5 độ C",
        "",
        "10 ngày",
    ),
    (
        "Miến dong",
        "Thực phẩm",
        "500 g",
        "Tinh bột dong riềng 100 %",
        "Ngâm nước 10 phút rồi nấu",
        "Nơi khô ráo",
        "",
        "12 tháng",
    ),
    ("Gạo nếp rồng", "Thực phẩm", "2 kg", "Gạo nếp", "Nấu xôi, làm bánh", "Nơi khô ráo", "", "8 tháng"),
    (
        "Dầu lạc ép nguội",
        "Thực phẩm",
        "500 ml",
        "Lạc nhân 100 %",
        "Chiên, xào, trộn",
        "Tránh nắng",
        "Có lạc",
        "12 tháng",
    ),
    (
        "Trà mướp đắng",
        "Đồ uống",
        "150 g",
        "Mướp đắng rừng sấy khô",
        "Hãm 5 g với 300 ml nước sôi",
        "Đậy kín, nơi khô",
        "",
        "18 tháng",
    ),
    (
        "Rượu nhung hươu",
        "Đồ uống",
        "500 ml",
        "Rượu gạo 38 % vol, nhung hươu",
        "Uống 30 ml mỗi lần",
        "Nơi khô mát",
        "Không dùng cho người dưới 18 tuổi",
        "36 tháng",
    ),
    (
        "Chè xanh sao suốt",
        "Đồ uống",
        "200 g",
        "Chè xanh",
        "Hãm 5 g với 300 ml nước sôi",
        "Đậy kín, nơi khô",
        "",
        "24 tháng",
    ),
    ("Nhung hươu thái lát", "Dược liệu", "50 g", "Nhung hươu", "Ngâm rượu hoặc nấu cháo", "Ngăn mát", "", "12 tháng"),
    ("Tinh dầu tràm", "Dược liệu", "50 ml", "Tinh dầu lá tràm", "Xoa ngoài da", "Tránh nắng", "Không uống", "36 tháng"),
    ("Đũa gỗ móc", "Thủ công mỹ nghệ", "10 đôi", "Gỗ cây móc", "Rửa sạch, phơi khô sau khi dùng", "", "", ""),
    (
        "Hương trầm",
        "Thủ công mỹ nghệ",
        "100 que",
        "Bột trầm, bột keo bời lời, tăm tre",
        "Thắp nơi thoáng",
        "Nơi khô ráo",
        "Tránh xa vật dễ cháy",
        "36 tháng",
    ),
    ("Nón lá", "Thủ công mỹ nghệ", "1 chiếc", "Lá cọ, vành tre", "Lau khô khi ướt", "", "", ""),
]
# Of the goods above that must say it (29/2023/TT-BYT): in 100 g or ml. The figures are of the order that food tables give.
NUTRITION = {
    "Nước mắm cá cơm": "100 ml: Năng lượng 60 kcal; Chất đạm 15 g; Carbohydrat 0 g; Chất béo 0 g; Natri 9000 mg",
    "Kẹo cu đơ gừng": "100 g: Năng lượng 430 kcal; Chất đạm 9 g; Carbohydrat 70 g; Đường tổng số 52 g; Chất béo 14 g; Natri 40 mg",
    "Mật ong hoa rừng": "100 g: Năng lượng 320 kcal; Chất đạm 0,3 g; Carbohydrat 81 g; Chất béo 0 g; Natri 5 mg",
    "Mật mía": "100 g: Năng lượng 290 kcal; Chất đạm 0 g; Carbohydrat 73 g; Chất béo 0 g; Natri 40 mg",
    "Ruốc tôm": "100 g: Năng lượng 280 kcal; Chất đạm 55 g; Carbohydrat 5 g; Chất béo 4 g; Natri 2300 mg",
    "Bánh đa nem": "100 g: Năng lượng 340 kcal; Chất đạm 5 g; Carbohydrat 79 g; Chất béo 0,4 g; Natri 500 mg",
    "Giò bột": "100 g: Năng lượng 230 kcal; Chất đạm 16 g; Carbohydrat 8 g; Chất béo 15 g; Natri 800 mg",
    "Miến dong": "100 g: Năng lượng 335 kcal; Chất đạm 0,6 g; Carbohydrat 82 g; Chất béo 0,1 g; Natri 10 mg",
    "Gạo nếp rồng": "100 g: Năng lượng 345 kcal; Chất đạm 8 g; Carbohydrat 75 g; Chất béo 1,5 g; Natri 3 mg",
    "Dầu lạc ép nguội": "100 ml: Năng lượng 820 kcal; Chất đạm 0 g; Carbohydrat 0 g; Chất béo 91 g; Natri 0 mg",
    "Trà mướp đắng": "100 g: Năng lượng 270 kcal; Chất đạm 12 g; Carbohydrat 50 g; Đường tổng số 8 g; Chất béo 2 g; Natri 30 mg",
    "Chè xanh sao suốt": "100 g: Năng lượng 300 kcal; Chất đạm 25 g; Carbohydrat 45 g; Đường tổng số 3 g; Chất béo 4 g; Natri 10 mg",
}
FAMILY = ["Nguyễn", "Trần", "Lê", "Phan", "Đặng", "Hồ", "Võ", "Bùi", "Đinh", "Lương"]
GIVEN = ["Hạnh Mẫu", "Thuận Mẫu", "Khánh Mẫu", "Sửu Mẫu", "Ngân Mẫu", "Thắm Mẫu", "Luận Mẫu"]
KINDS = ["HTX {}", "Hộ kinh doanh {}", "Công ty TNHH {}", "Cơ sở sản xuất {}", "Tổ hợp tác {}"]


def gtin13(number):
    body = f"952{number:09d}"
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(body)))
    return body + str(-total % 10)


def later(day, months):
    """The same day so many months later, or the last one of that month."""
    month = day.year * 12 + day.month - 1 + months
    first = datetime.date(month // 12, month % 12 + 1, 1)
    return first.replace(day=min(day.day, calendar.monthrange(first.year, first.month)[1]))


def make_products(months):
    dice = random.Random(159)
    producers = []
    for i in range(70):
        person = f"{FAMILY[i % 10]} {GIVEN[i // 10]}"
        producers.append(
            (KINDS[i % 5].format(person), f"Thôn {1 + i % 9}, {COMMUNES[i % len(COMMUNES)]}, tỉnh Hà Tĩnh")
        )
    rows = []
    four_stars = {4, 27, 50, 73, 96, 119, 142}
    for i in range(159):
        name, group, net, what, use, keep, warn, life = GOODS[i % len(GOODS)]
        producer, address = producers[i % 70]
        stars = 4 if i in four_stars else 3
        issued = later(datetime.date(2024, 3, 1) + datetime.timedelta(days=dice.randrange(700)), months)
        before_july = issued < datetime.date(2025, 7, 1)
        issuer = "UBND tỉnh Hà Tĩnh" if stars == 4 or not before_july else "UBND huyện Mẫu"
        score = round(dice.uniform(72, 85) if stars == 4 else dice.uniform(52, 69), 1)
        person = (
            producer.split(" ", 2)[-1]
            .replace("doanh ", "")
            .replace("TNHH ", "")
            .replace("sản xuất ", "")
            .replace("tác ", "")
        )
        rows.append(
            {
                "TT": str(i + 1),
                "Mã vạch": gtin13((i % 70 + 1) * 1000 + i) if i % 5 < 3 else "",
                "Tên sản phẩm": f"{name} {person} {'' if i < 140 else 'đặc biệt'}".strip(),
                "Chủ thể": producer,
                "Địa chỉ": address,
                "Nhóm": group,
                "Điểm": str(score).replace(".", ","),
                "Hạng sao": str(stars),
                "Số QĐ": f"{100 + i * 7}/QĐ-UBND",
                "Ngày QĐ": issued.strftime("%d/%m/%Y"),
                "Cơ quan cấp": issuer,
                "Có giá trị đến": "",
                "Ghi chú": "lần đầu",
                "Định lượng": net,
                "Thành phần": what,
                "HDSD": use,
                "Bảo quản": keep,
                "Cảnh báo": warn,
                "Hạn sử dụng (tháng)": life,
                "Giá trị dinh dưỡng": NUTRITION.get(name, ""),
            }
        )
    # written as clerks write
    rows[2]["Hạng sao"], rows[5]["Hạng sao"], rows[8]["Hạng sao"], rows[11]["Hạng sao"] = (
        "***",
        "★★★",
        "3 sao",
        "OCOP 3*",
    )
    rows[4]["Hạng sao"] = "4 sao"
    rows[7]["Số QĐ"] = rows[7]["Số QĐ"].replace("Đ", "D")
    rows[9]["Tên sản phẩm"] = unicodedata.normalize("NFD", rows[9]["Tên sản phẩm"])
    rows[14]["Địa chỉ"] = "  Thôn 6,\u00a0xã Kỳ Xuân ,  tỉnh Hà Tĩnh"
    return rows


def refused(rows):
    wrong_digit, no_day, six, nameless = (dict(rows[i]) for i in (20, 21, 22, 23))
    wrong_digit.update({"Mã vạch": "9521234543214", "Tên sản phẩm": "Mẫu sai số kiểm tra"})
    no_day.update({"Mã vạch": "", "Tên sản phẩm": "Mẫu ngày không có", "Ngày QĐ": "31/02/2025"})
    six.update({"Mã vạch": "", "Tên sản phẩm": "Mẫu sáu sao", "Hạng sao": "6 sao"})
    nameless.update({"Mã vạch": "", "Tên sản phẩm": ""})
    return [wrong_digit, no_day, six, nameless]


def make_csv(rows, note):
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow([note])
    out.writerow([])
    out.writerow(HEADINGS)
    for row in rows:
        out.writerow([row[h] for h in HEADINGS])
    return ("\ufeff" + text.getvalue()).encode()


def make_xlsx(rows):
    """A workbook as an office makes it: title, sections of goods, dates as serial numbers, producers merged."""
    strings, index = [], {}

    def shared(text):
        if text not in index:
            index[text] = len(strings)
            strings.append(text)
        return index[text]

    def letter(i):
        return chr(65 + i)

    body, merges, number = [], [], 1

    def add(cells):
        nonlocal number
        xml = "".join(cells)
        body.append(f'<row r="{number}">{xml}</row>')
        number += 1

    def text_cell(column, text):
        return f'<c r="{letter(column)}{number}" t="s"><v>{shared(text)}</v></c>' if text else ""

    add([text_cell(0, "DANH SÁCH SẢN PHẨM OCOP TỈNH HÀ TĨNH (DỮ LIỆU MẪU)")])
    merges.append(f"A1:{letter(len(HEADINGS) - 1)}1")
    add([])
    add([text_cell(i, h) for i, h in enumerate(HEADINGS)])
    last = previous_producer = None
    for row in sorted(rows, key=lambda r: (r["Nhóm"], r["Chủ thể"])):
        if row["Nhóm"] != last:
            last, previous_producer = row["Nhóm"], None
            add([text_cell(0, f"Nhóm: {last}")])
        cells = []
        for i, h in enumerate(HEADINGS):
            value = row[h]
            if h == "Ngày QĐ" and value != "31/02/2025":
                day = datetime.datetime.strptime(value, "%d/%m/%Y").date()
                cells.append(f'<c r="{letter(i)}{number}" s="1"><v>{(day - datetime.date(1899, 12, 30)).days}</v></c>')
            elif h == "Mã vạch" and value:
                cells.append(f'<c r="{letter(i)}{number}"><v>{value}</v></c>')
            elif h == "Chủ thể" and row["Chủ thể"] == previous_producer:
                merges.append(f"{letter(i)}{number - 1}:{letter(i)}{number}")
            else:
                cells.append(text_cell(i, value))
        previous_producer = row["Chủ thể"]
        add(cells)
        if merges and merges[-1].startswith(letter(3)) and merges[-1].endswith(f"{letter(3)}{number - 1}"):
            previous_producer = None  # pairs only
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    pkg = "http://schemas.openxmlformats.org/package/2006"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{pkg}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{office}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{office}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{office}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pkg}/relationships"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook {main} xmlns:r="{rel}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pkg}/relationships"><Relationship Id="rId1" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{rel}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{rel}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet {main}><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet {main}><sheetData>{"".join(body)}</sheetData><mergeCells count="{len(merges)}">{"".join(f"<mergeCell ref={chr(34)}{m}{chr(34)}/>" for m in merges)}</mergeCells></worksheet>',
        "xl/sharedStrings.xml": f'<sst {main}>{"".join(f"<si><t xml:space={chr(34)}preserve{chr(34)}>{escape(s)}</t></si>" for s in strings)}</sst>',
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0)), head + xml, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def case(number, name, producer, stars, decision, issued, note="", valid_to="", gtin="", issuer="UBND tỉnh Mẫu"):
    row = dict.fromkeys(HEADINGS, "")
    row.update(
        {
            "TT": str(number),
            "Mã vạch": gtin or gtin13(900000 + number * 1000),
            "Tên sản phẩm": name,
            "Chủ thể": producer,
            "Địa chỉ": "xã Hương Khê, tỉnh Hà Tĩnh",
            "Nhóm": "Thực phẩm",
            "Hạng sao": str(stars),
            "Số QĐ": decision,
            "Ngày QĐ": issued,
            "Cơ quan cấp": issuer,
            "Có giá trị đến": valid_to,
            "Ghi chú": note,
        }
    )
    return row


CASES = [
    case(1, "Thịt trâu gác bếp Mẫu Một", "Hộ kinh doanh Lò Thị Mẫu", 3, "11/QĐ-UBND", "10/01/2026"),
    case(2, "Tiêu sọ Mẫu Hai", "HTX Mẫu Hai", 3, "852/QĐ-UBND", "31/12/2019"),
    case(3, "Dưa chuột baby Mẫu Ba", "Công ty TNHH Mẫu Ba", 3, "5445/QĐ-UBND", "23/12/2019", valid_to="23/12/2022"),
    case(4, "Thổ cẩm Mẫu Bốn", "HTX Mẫu Bốn", 4, "303/QĐ-UBND", "04/02/2020"),
    case(
        4,
        "Thổ cẩm Mẫu Bốn",
        "HTX Mẫu Bốn",
        3,
        "404/QĐ-UBND",
        "10/03/2025",
        note="đánh giá lại",
        issuer="UBND huyện Mẫu",
    ),
    case(5, "Tỏi Mẫu Năm", "HTX Mẫu Năm", 3, "505/QĐ-UBND", "01/06/2022"),
    case(
        6,
        "Mật ong gừng Mẫu Sáu",
        "Hộ kinh doanh Mẫu Sáu",
        3,
        "606/QĐ-UBND",
        "01/06/2025",
        note="đưa ra khỏi danh sách theo 660/QĐ-UBND",
    ),
    case(7, "Ruốc kem Mẫu Bảy", "Cơ sở Mẫu Bảy", 3, "707/QĐ-UBND", "01/08/2025", note="thu hồi theo 3763/QĐ-UBND"),
    case(8, "Rau sấy Mẫu Tám", "HTX Mẫu Tám", 4, "808/QĐ-UBND", "01/08/2025"),
    case(9, "Gạo thơm Mẫu Chín", "Công ty TNHH Mẫu Chín", 4, "909/QĐ-UBND", "01/09/2025"),
    case(10, "Gạo sạch Mẫu Mười", "HTX Mẫu Mười", 3, "1010/QĐ-UBND", "01/09/2025"),
    case(11, "Cam Mẫu Mười Một", "HTX Mẫu Mười Một", 3, "1111/QĐ-UBND", "01/10/2025"),
    case(12, "Bưởi Mẫu Mười Hai", "HTX Mẫu Mười Hai", 3, "1212/QĐ-UBND", "01/10/2025"),
]


def main():
    reading = argparse.ArgumentParser(description="Makes the sample lists of Hà Tĩnh.")
    reading.add_argument("--check", action="store_true", help="say whether the lists here are up to date")
    reading.add_argument("--as-of", type=datetime.date.fromisoformat, help="of another month, into FOLDER")
    reading.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    asked = reading.parse_args()
    if bool(asked.as_of) != (asked.folder != HERE):
        reading.error("--as-of and FOLDER go together: the lists that lie here are those of November 2026")
    months = (asked.as_of.year - 2026) * 12 + asked.as_of.month - 11 if asked.as_of else 0
    rows = make_products(months)
    outputs = {
        "danh-sach.csv": make_csv(rows + refused(rows), "DANH SÁCH SẢN PHẨM OCOP TỈNH HÀ TĨNH (DỮ LIỆU MẪU)"),
        "danh-sach.xlsx": make_xlsx(rows + refused(rows)),
        "cac-vu-viec.csv": make_csv(CASES, "MƯỜI HAI VỤ VIỆC (DỮ LIỆU MẪU)"),
    }
    at = asked.folder
    stale = [n for n, data in outputs.items() if not (at / n).exists() or (at / n).read_bytes() != data]
    if asked.check:
        print("\n".join(f"{n} is not what make.py makes; run it" for n in stale) or "the samples are current")
        return bool(stale)
    for n in stale:
        (at / n).write_bytes(outputs[n])
        print("wrote", n)
    return 0


sys.exit(main())
