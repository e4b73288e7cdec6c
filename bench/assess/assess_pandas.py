"""The same measures with pandas, as a fluent user of it would write them: whole columns, categories, few passes.

    assess_pandas.py FOLDER in-memory RUNS     prints a line a run: observations, figures, seconds, CPU seconds
    assess_pandas.py FOLDER file OUT.csv       reads, measures, writes
"""

import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

WATCHED = "CHN"
LISTED = 8
RANK = {"complete": 0, "main-partners": 1, "selected-partners": 2}


def load(folder):
    types = {
        "reporter": "category", "partner": "category", "flow": "category", "commodity": "category", "coverage": "category",
        "period": "int16", "value": "float64", "net_weight_kg": "float64",
    }
    parts = []
    for file in sorted((folder / "trade").glob("*.csv")):
        part = pd.read_csv(file, usecols=list(types), dtype=types)
        part["source"] = np.int8(len(parts))
        parts.append(part)
    table = pd.concat(parts, ignore_index=True)
    for column in ("reporter", "partner", "flow", "commodity", "coverage"):
        table[column] = table[column].astype("category")
    return table


def registers(folder):
    codes = pd.read_csv(folder / "registers/bench/commodities.csv", dtype=str)
    groups = pd.read_csv(folder / "registers/groups.csv", dtype=str)
    members = set(groups.loc[(groups["group"] == "ALLIED-SUPPLY"), "member"])
    union = groups[(groups["group"] == "EUU") & groups["until"].isna()]
    allied = members | set(union["member"])
    return codes.set_index("code")["stage"], allied


def reconciled(table):
    """One source a flow: complete before main partners, then the one with more weights."""
    keys = ["reporter", "commodity", "period"]
    table = table[table["flow"] == "M"]
    series = table.groupby(keys + ["source"], observed=True).agg(
        coverage=("coverage", "first"), weighed=("net_weight_kg", "count")).reset_index()
    if not series.duplicated(keys).any():
        return table
    series["rank"] = series["coverage"].astype(str).map(RANK)
    best = series.sort_values(["rank", "weighed"], ascending=[True, False]).drop_duplicates(keys)
    return table.merge(best[keys + ["source"]], on=keys + ["source"])


def profiles(table, stages):
    """Value, weight and value without weight by profile and partner; a profile is a line or a stage as a whole."""
    table = table.assign(
        stage=table["commodity"].map(stages).astype("category"),
        weightless=table["value"].where(table["net_weight_kg"].isna(), 0.0),
    )
    sums = ["value", "net_weight_kg", "weightless"]
    by_line = table.groupby(["reporter", "stage", "commodity", "period", "partner"], observed=True)[sums].sum().reset_index()
    by_stage = by_line.groupby(["reporter", "stage", "period", "partner"], observed=True)[sums].sum().reset_index()
    by_line["commodity"] = by_line["commodity"].astype(str).astype("category")
    by_stage["commodity"] = pd.Categorical.from_codes(np.zeros(len(by_stage), dtype="int8"), [""])
    both = pd.concat([by_stage, by_line], ignore_index=True)
    both["commodity"] = both["commodity"].astype("category")
    both["profile"] = both.groupby(["reporter", "stage", "commodity", "period"], observed=True, sort=False).ngroup()
    return both


def measured(table, stages, allied):
    flows = profiles(reconciled(table), stages)
    key = flows.drop_duplicates("profile").set_index("profile")[["reporter", "stage", "commodity", "period"]]
    unnamed = flows["partner"].isin([f"X9{i}" for i in range(10)])
    is_watched = (flows["partner"] == WATCHED).to_numpy()
    is_allied = (flows["partner"].isin(allied) & (flows["partner"].astype(str) != flows["reporter"].astype(str))).to_numpy()
    profile = flows["profile"]
    results = []

    def put(measure, basis, value, low=None, high=None, supplier="", profiles_of=None):
        results.append(pd.DataFrame({
            "profile": value.index if profiles_of is None else profiles_of, "measure": measure, "basis": basis,
            "supplier": supplier, "value": np.asarray(value),
            "low": np.asarray(value if low is None else low), "high": np.asarray(value if high is None else high)}))

    total_value = flows.groupby("profile")["value"].sum()
    weightless = flows.groupby("profile")["weightless"].sum() / total_value
    for basis, column in (("value", "value"), ("weight", "net_weight_kg")):
        amounts = flows[column]
        total = amounts.groupby(profile).sum()
        good = total > 0
        if basis == "weight":
            good &= weightless <= 0.005
        total = total.where(good)
        put("import-" + basis, basis, total)
        share = amounts / profile.map(total)
        hidden = share.where(unnamed, 0.0).groupby(profile).sum()
        named = share.where(~unnamed)
        watched = share.where(is_watched, 0.0).groupby(profile).sum().where(good)
        told = np.ones(len(flows), dtype=bool)
        if basis == "weight":  # a supplier some of whose purchases have no weight has no share of it
            told = ~(flows["weightless"] > 0.005 * flows["value"]).to_numpy()
            watched[profile[is_watched & ~told]] = np.nan
        put("supplier-share", basis, watched, watched, (watched + hidden).clip(upper=1), WATCHED)
        others = pd.DataFrame({"profile": profile, "partner": flows["partner"], "share": named, "told": told})[~is_watched]
        others = others.dropna(subset=["share"]).sort_values(["profile", "share"], ascending=[True, False], kind="stable")
        others = others.groupby("profile", sort=False).head(LISTED)
        others = others[others["told"]]
        high = (others["share"].to_numpy() + hidden.reindex(others["profile"]).to_numpy()).clip(max=1)
        put("supplier-share", basis, others["share"], others["share"], high, others["partner"].astype(str).to_numpy(), others["profile"].to_numpy())
        top = named.groupby(profile).idxmax().dropna().astype("int64")
        top_share = pd.Series(named.to_numpy()[top.to_numpy()], index=top.index)
        told_top = top_share.where(told[top.to_numpy()])
        put("top-supplier-share", basis, told_top, told_top, (told_top + hidden.reindex(top_share.index)).clip(upper=1),
            flows["partner"].astype(str).to_numpy()[top.to_numpy()])
        squares = (named**2).groupby(profile).sum().where(good)
        low = squares
        high = (low - top_share**2 + (top_share + hidden) ** 2).clip(upper=1)
        value = np.minimum(high, low + hidden**2)
        put("hhi", basis, value, low, high)
        put("effective-suppliers", basis, 1 / value, 1 / high, 1 / low)
        from_allies = share.where(is_allied, 0.0).groupby(profile).sum().where(good)
        put("allied-share", basis, from_allies, from_allies, (from_allies + hidden).clip(upper=1))
        put("unnamed-share", basis, hidden.where(good))

    weighed = flows["net_weight_kg"] > 0
    unit_values = {}
    for who, mask in (("", flows["value"].notna()), (WATCHED, is_watched), ("others", ~unnamed & ~is_watched)):
        value = flows["value"].where(mask, 0.0).groupby(profile).sum()
        known = (flows["value"] - flows["weightless"]).where(mask & weighed, 0.0).groupby(profile).sum()
        weight = flows["net_weight_kg"].where(mask & weighed, 0.0).groupby(profile).sum()
        unit_values[who] = (known / weight).where((weight > 0) & (known >= 0.5 * value) & (value > 0))
    put("unit-value", "value", unit_values[""])
    put("unit-value", "value", unit_values[WATCHED], supplier=WATCHED)
    put("price-gap", "value", unit_values[WATCHED] / unit_values["others"], supplier=WATCHED)

    table = pd.concat(results, ignore_index=True)
    return table.join(key, on="profile").drop(columns="profile")


def main():
    folder = Path(sys.argv[1])
    if sys.argv[2] == "in-memory":
        table = load(folder)
        stages, allied = registers(folder)
        for _ in range(int(sys.argv[3])):
            start, used = time.perf_counter(), time.process_time()
            figures = measured(table, stages, allied)
            print(len(table), len(figures), f"{time.perf_counter() - start:.3f} {time.process_time() - used:.3f}", flush=True)
    else:
        stages, allied = registers(folder)
        figures = measured(load(folder), stages, allied)
        columns = ["reporter", "stage", "commodity", "period", "measure", "supplier", "basis", "value", "low", "high"]
        figures[columns].rename(columns={"reporter": "economy"}).to_csv(sys.argv[3], index=False)


main()
