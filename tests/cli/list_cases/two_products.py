"""The two products of the cases: as they are read, as lines of a text file, and as rows of a workbook."""
from list_cases.workbook import row

HEAD = "Tên sản phẩm,Chủ thể,Hạng sao,Số QĐ,Ngày QĐ"
TEA = ("Trà Mẫu", "HTX Mẫu", 3, "1/QĐ-UBND", "2025-10-15")
RICE = ("Gạo Mẫu", "HTX Mẫu", 4, "2/QĐ-UBND", "2025-10-20")
ROWS = "Trà Mẫu,HTX Mẫu,3,1/QĐ-UBND,15/10/2025\nGạo Mẫu,HTX Mẫu,4,2/QĐ-UBND,20/10/2025\n"
BOTH = {"products": [TEA, RICE]}

TWO = row(*HEAD.split(",")) + "".join(row(*line.split(",")) for line in ROWS.splitlines())
TEA_CELLS = ["Trà Mẫu", "HTX Mẫu", "3", "1/QĐ-UBND", "15/10/2025"]
RICE_CELLS = ["Gạo Mẫu", "HTX Mẫu", "4", "2/QĐ-UBND", "20/10/2025"]
RICE_ROW = row(*RICE_CELLS)
HEAD_ROW = row(*HEAD.split(","))


def csv(body, head=HEAD):
    return (head + "\n" + body).encode()
