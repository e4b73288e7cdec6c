"""Adds up value and weight of the wanted commodities with pandas: pandas_sums.py baci|comtrade|workbook FILE
[all], or small FOLDER."""
import pathlib
import sys

import pandas

WANTED = {"253090", "280530", "284610", "284690", "850511"}
COLUMNS = {
    "baci": ("k", "v", "q", 1000.0),
    "comtrade": ("cmdCode", "primaryValue", "netWgt", 1.0),
    "workbook": ("commodity", "value", "net_weight_kg", 1.0),
    "small": ("commodity", "value", "net_weight_kg", 1.0),
}

kind, path = sys.argv[1:3]
all_codes = len(sys.argv) > 3
code, value, weight, factor = COLUMNS[kind]
if kind == "workbook":
    table = pandas.read_excel(path, usecols=[code, value, weight], dtype={code: str})
elif kind == "small":
    files = sorted(pathlib.Path(path).glob("*.csv"))
    table = pandas.concat([pandas.read_csv(file, usecols=[code, value, weight], dtype={code: str}) for file in files])
else:
    table = pandas.read_csv(path, usecols=[code, value, weight], dtype={code: str}, na_values=["NA"])
if not all_codes:
    table = table[table[code].isin(WANTED)]
print(len(table), "%.2f" % (table[value].sum() * factor), "%.2f" % (table[weight].sum() * factor))
