"""Remarks that cost no label, and headings that cannot be told apart."""
import unicodedata

from list_cases.two_products import csv

CASES = [
    (
        "remarks of one kind are told once, with their rows",
        csv("".join(f"Mắm {i},HTX Mẫu,3,{i},15/10/2025\n" for i in range(1, 8))),
        {"says": ["7 rows (2, 3, 4, 5, 6, …), for example row 2: "]},
    ),
    (
        "accents that stand apart are told",
        csv(unicodedata.normalize("NFD", "Mắm Mẫu") + ",HTX Mẫu,3,1/QĐ-UBND,15/10/2025\n"),
        {"says": ["Accents that stood apart were joined to their letters in 1 cell, column A"]},
    ),
    (
        "two columns under one heading",
        csv("Mắm,HTX Mẫu,3,4,1/QĐ-UBND,15/10/2025\n", "Tên sản phẩm,Chủ thể,Sao,Sao,Số QĐ,Ngày QĐ"),
        {"error": "give one of them another heading in the spreadsheet"},
    ),
]
