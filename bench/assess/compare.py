"""Compares the figures of two runs: compare.py LODESTONE.csv OTHER.csv. Both hold the same figures, to the digits that are written."""

import sys

import numpy as np
import pandas as pd

KEY = ["economy", "stage", "commodity", "period", "measure", "supplier", "basis"]
MEASURES = [
    "import-value", "import-weight", "supplier-share", "top-supplier-share", "hhi", "effective-suppliers", "allied-share",
    "unnamed-share", "unit-value", "price-gap",
]


def read(file):
    table = pd.read_csv(file, dtype={k: str for k in KEY}, keep_default_na=False, na_values={c: [""] for c in ("value", "low", "high")})
    table = table[table["measure"].isin(MEASURES)].dropna(subset=["value"])
    # Bounds of unit values are Lodestone's alone.
    alone = table["measure"].isin(["unit-value", "price-gap"])
    table.loc[alone, "low"] = table.loc[alone, "value"]
    table.loc[alone, "high"] = table.loc[alone, "value"]
    return table.set_index(KEY)[["value", "low", "high"]].sort_index()


a, b = read(sys.argv[1]), read(sys.argv[2])
only_a, only_b = a.loc[a.index.difference(b.index)], b.loc[b.index.difference(a.index)]
if len(only_a) or len(only_b):
    # Of two suppliers with the same share, either may be the eighth that is listed: then the share is there under another name.
    places = [k for k in KEY if k != "supplier"]
    x, y = (t.reset_index().sort_values(places + ["value"])[places + ["value"]].reset_index(drop=True) for t in (only_a, only_b))
    if len(x) != len(y) or not x[places].equals(y[places]) or not np.allclose(x["value"], y["value"], rtol=2e-6, atol=5.1e-7):
        print(f"DIFFERENT: {len(only_a)} figures only in the first, {len(only_b)} only in the second:\n{only_a.head(3)}\n{only_b.head(3)}")
        sys.exit(1)
    print(f"{len(x)} figures of equal suppliers stand under the other's name")
    a, b = a.drop(only_a.index), b.drop(only_b.index)
# Written with six decimals, money with two.
off = ~np.isclose(a.to_numpy(), b.to_numpy(), rtol=1e-9, atol=5.1e-7) & ~np.isclose(a.to_numpy(), b.to_numpy(), rtol=2e-6, atol=0)
if off.any():
    rows = off.any(axis=1)
    print(f"DIFFERENT: {rows.sum()} figures, such as\n{a[rows].head(3)}\n{b[rows].head(3)}")
    sys.exit(1)
print(f"same: {len(a)} figures")
