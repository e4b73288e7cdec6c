"""Plain two-page briefings, HTML and PDF, as one would write them in an afternoon with pandas, matplotlib and WeasyPrint.

    plain_briefings.py MAGNETS.csv OUT [ALLY ...]

From the table of magnets alone: imports by supplier and year of each ally; China's share, the largest supplier, the Herfindahl index; two
charts (share through time, suppliers of the last year) and two tables.
"""

import base64
import io
import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

UNION = (
    "AUT BEL BGR HRV CYP CZE DNK EST FIN FRA DEU GRC HUN IRL ITA LVA LTU LUX MLT NLD POL PRT ROU SVK SVN ESP SWE".split()
)
ALLIES = "CAN FRA DEU ITA JPN GBR USA EUU AUS IND KOR MEX".split()

STYLE = """
@page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " of " counter(pages); font-size: 8pt } }
body { font-family: sans-serif; font-size: 10pt; line-height: 1.4 }
h1 { font-size: 20pt } h2 { font-size: 13pt }
table { border-collapse: collapse; width: 100% } th, td { border-bottom: 1px solid #ccc; padding: 2px 6px; text-align: right }
th:first-child, td:first-child { text-align: left }
img { width: 100% } .second { page-break-before: always }
"""


def measures(flows):
    """One row a year: total, China's share, the largest supplier and its share, the Herfindahl index."""
    total = flows.groupby("period")["value"].transform("sum")
    flows = flows.assign(share=flows["value"] / total)
    largest = flows.loc[flows.groupby("period")["share"].idxmax()].set_index("period")
    china = flows[flows["partner"] == "CHN"].set_index("period")["share"]
    years = pd.DataFrame({
        "imports": flows.groupby("period")["value"].sum(),
        "china": china,
        "largest": largest["partner"],
        "largest_share": largest["share"],
        "hhi": flows.assign(square=flows["share"] ** 2).groupby("period")["square"].sum(),
    })
    return years.fillna({"china": 0.0}), flows


def picture(figure):
    out = io.BytesIO()
    figure.savefig(out, format="svg")
    plt.close(figure)
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()


def share_chart(ally, years):
    figure, axes = plt.subplots(figsize=(7, 3))
    axes.plot(years.index, 100 * years["china"], label="China")
    axes.plot(years.index, 100 * years["hhi"], label="HHI x 100", linestyle="--")
    axes.set_ylim(0, 100)
    axes.set_ylabel("% of imports")
    axes.set_title(f"{ally}: magnets from China")
    axes.legend()
    return picture(figure)


def supplier_chart(ally, last, year):
    figure, axes = plt.subplots(figsize=(7, 3))
    top = last.nlargest(8, "value").iloc[::-1]
    axes.barh(top["partner"], 100 * top["share"])
    axes.set_xlabel("% of imports")
    axes.set_title(f"{ally}: suppliers in {year}")
    return picture(figure)


def page(ally, flows):
    years, flows = measures(flows)
    year = years.index.max()
    last = flows[flows["period"] == year].sort_values("value", ascending=False)
    now = years.loc[year]
    head = years.tail(10).to_html(float_format=lambda x: f"{x:,.3f}", border=0)
    suppliers = last.head(20)[["partner", "value", "share"]].to_html(index=False, float_format=lambda x: f"{x:,.3f}", border=0)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{ally}: magnets</title></head><body>
<h1>{ally}: dependence on China for magnets</h1>
<p>In {year}, {now['china']:.1%} of imports by value came from China; the largest supplier was {now['largest']}
({now['largest_share']:.1%}); concentration (HHI) was {now['hhi']:.2f}.</p>
<img alt="share" src="{share_chart(ally, years)}"><h2>By year</h2>{head}
<div class="second"><h2>Suppliers in {year}</h2><img alt="suppliers" src="{supplier_chart(ally, last, year)}">{suppliers}</div>
</body></html>"""


def main():
    table = pd.read_csv(sys.argv[1])
    out = Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    table = table[(table["flow"] == "M") & table["value"].notna() & ~table["partner"].isin(["W00"])]
    # One source a year: the complete one where there is one.
    best = table["coverage"].fillna("complete").map({"complete": 0, "main-partners": 1, "selected-partners": 2})
    table = table.assign(rank=best)
    table = table[table["rank"] == table.groupby(["reporter", "period"])["rank"].transform("min")]
    fonts = FontConfiguration()
    style = CSS(string=STYLE, font_config=fonts)
    for ally in sys.argv[3:] or ALLIES:
        if ally == "EUU":
            rows = table[table["reporter"].isin(UNION) & ~table["partner"].isin(UNION)]
        else:
            rows = table[table["reporter"] == ally]
        flows = rows.groupby(["period", "partner"], as_index=False)["value"].sum()
        text = page(ally, flows)
        (out / f"{ally}.html").write_text(text, encoding="utf-8")
        HTML(string=text).write_pdf(out / f"{ally}.pdf", stylesheets=[style], font_config=fonts)


main()
