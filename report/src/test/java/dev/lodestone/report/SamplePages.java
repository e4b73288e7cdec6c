package dev.lodestone.report;

import dev.lodestone.report.chart.Drawing;
import dev.lodestone.report.chart.Frame;
import dev.lodestone.report.view.Block;
import dev.lodestone.report.view.Board;
import dev.lodestone.report.view.BulletList;
import dev.lodestone.report.view.Callout;
import dev.lodestone.report.view.CardList;
import dev.lodestone.report.view.Cell;
import dev.lodestone.report.view.Columns;
import dev.lodestone.report.view.DefinitionList;
import dev.lodestone.report.view.Details;
import dev.lodestone.report.view.Explanation;
import dev.lodestone.report.view.Figure;
import dev.lodestone.report.view.Heading;
import dev.lodestone.report.view.KeyFigure;
import dev.lodestone.report.view.NavLink;
import dev.lodestone.report.view.Note;
import dev.lodestone.report.view.Page;
import dev.lodestone.report.view.PageMeta;
import dev.lodestone.report.view.Paragraph;
import dev.lodestone.report.view.Pill;
import dev.lodestone.report.view.Section;
import dev.lodestone.report.view.Table;
import dev.lodestone.report.view.Text;
import dev.lodestone.report.view.Tone;
import java.util.List;

/** Pages to test with: a briefing on Japan with published figures, and a page whose every word is an attack. */
public final class SamplePages {

    private static final String BACI = "CEPII BACI, release 202601";
    private static final PageMeta META = new PageMeta(
            "Lodestone",
            "How dependent Japan is on China for rare earths, and how far it is from its commitments.",
            List.of("rare earths", "Japan", "supply security"),
            "Lodestone · Rare earths",
            "Japan",
            "Edition of 21 November 2026 · trade data to 2024");
    private static final List<NavLink> NAVIGATION = List.of(
            new NavLink("Overview", "index.html"),
            new NavLink("Australia", "AUS.html"),
            new NavLink("Canada", "CAN.html"),
            new NavLink("European Union", "EUU.html"),
            new NavLink("France", "FRA.html"),
            new NavLink("Germany", "DEU.html"),
            new NavLink("India", "IND.html"),
            new NavLink("Italy", "ITA.html"),
            new NavLink("Japan", "JPN.html"),
            new NavLink("Mexico", "MEX.html"),
            new NavLink("South Korea", "KOR.html"),
            new NavLink("United Kingdom", "GBR.html"),
            new NavLink("United States", "USA.html"),
            new NavLink("Methods", "methods.html"));

    private SamplePages() {
    }

    /** A briefing with every kind of block, and figures as published. */
    public static Page japan() {
        return new Page(
                "JPN",
                Page.Template.BRIEFING,
                "en",
                "JPN",
                "Country briefing · Rare earths",
                "Japan buys its magnets elsewhere, its compounds still in China",
                "Fifteen years after the 2010 embargo, the Philippines and Viet Nam sell Japan more magnets than China does. "
                        + "One step up the chain little has moved.",
                "Magnets 2024, compounds 2023 · as of 21 November 2026",
                List.of(
                        Text.of("China sold ")
                                .explained("27.6%", "jpn-magnet-chn-value-2024")
                                .and(" of the magnets that Japan imported in 2024, the lowest share of any ally here, but ")
                                .explained("72.1%", "jpn-compound-chn-value-2023")
                                .and(" of its rare-earth compounds in 2023. Its aim of half or less by 2025 cannot be called met.")),
                List.of(
                        new KeyFigure(
                                "China’s share of compounds, 2023",
                                "72.1",
                                "% of value",
                                "63.9% by weight. Second: France, 12.0%",
                                Tone.BAD,
                                "jpn-compound-chn-value-2023"),
                        new KeyFigure(
                                "China’s share of magnets, 2024",
                                "27.6",
                                "% of value",
                                "35.9% by weight: third in value, first in tonnes",
                                Tone.GOOD,
                                "jpn-magnet-chn-value-2024"),
                        new KeyFigure(
                                "Effective magnet suppliers, 2024", "3.7", "", "Concentration (HHI) 0.27, below 0.40", Tone.NEUTRAL, ""),
                        new KeyFigure("State stockpile", "n/a", "", "Not disclosed by element", Tone.WARN, "")),
                List.of(
                        new Figure(
                                "fig-share",
                                "Figure 1",
                                "Magnets left China behind; the United States went the other way",
                                "China’s share of imports of permanent magnets (HS 850511), % of value, 2017–2024",
                                SampleDrawings.lines(Frame.desktop(), 330),
                                SampleDrawings.lines(Frame.phone(), 300),
                                SampleDrawings.lines(Frame.page(), 170),
                                Text.of(BACI).note("baci")),
                        new Callout(
                                Callout.Purpose.CAVEAT,
                                "What these figures cannot show",
                                List.of(
                                        Text.of("The last complete year, 2024, lies before the licences of April 2025. The code also holds "
                                                + "alnico and ferrite-free metal magnets without rare earths.")))),
                List.of(
                        new Section("suppliers", "Three suppliers share the magnets", suppliers()),
                        new Section("empty", "A section without anything to say", List.of()),
                        new Section("commitments", "One aim has a number, and its year has passed", List.of(board())),
                        new Section("building", "What is being built", projects()),
                        new Section("terms", "Words used here", terms())),
                List.of(
                        new Note("baci", Text.of("CEPII, BACI, release 202601, HS 2017. Etalab open licence 2.0. ")
                                .link("cepii.fr", "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37")),
                        new Note("comtrade", Text.of("UN Comtrade, imports of HS 2846 in 2023, CIF, every partner. ")
                                .link("comtradeplus.un.org", "https://comtradeplus.un.org"))),
                List.of(
                        explanation("jpn-magnet-chn-value-2024", "China’s share of Japan’s magnet imports by value, 2024: 27.6%"),
                        explanation("jpn-compound-chn-value-2023", "China’s share of Japan’s compound imports by value, 2023: 72.1%")),
                META,
                NAVIGATION,
                List.of(new NavLink("PDF", "JPN.pdf"), new NavLink("Workbook", "data/workbook.xlsx")));
    }

    /** A page whose every text is the given one. */
    public static Page filledWith(String words, Page.Template template) {
        Text text = Text.of(words).strong(words).emphasis(words).foreign(words, "ja").link(words, "https://example.org/?a=1&b=2")
                .explained(words, "x").note("n").link(words, "javascript:alert(1)");
        Pill pill = Pill.of(words, Tone.WARN);
        Table table = new Table(
                "table",
                words,
                words,
                List.of(Table.Column.words(words), Table.Column.numbers(words, words)),
                List.of(
                        Table.Row.of(Cell.header(text), Cell.number(words, 1).explained("x").withNote(words).withShade(5)),
                        Table.Row.of(Cell.absent(words), Cell.pill(pill).sortedBy(words)).as(Table.Rank.TOTAL)),
                List.of(text),
                text,
                Table.Use.SORT_AND_FILTER);
        Drawing drawing = SampleDrawings.saying(words);
        List<Block> blocks = List.of(
                new Paragraph(text),
                new Heading("heading", words),
                new BulletList(List.of(text)),
                new Callout(Callout.Purpose.YARDSTICK, words, List.of(text)),
                new Columns(List.of(new Paragraph(text)), List.of(new Paragraph(text)), Columns.Split.NARROW_LEFT),
                new DefinitionList(List.of(new DefinitionList.Definition(words, text))),
                new Details(words, List.of(new Paragraph(text))),
                new CardList(
                        List.of(new CardList.Card(
                                words, "other.html", words, List.of(pill), text, List.of(new NavLink(words, "a.html")), text)),
                        CardList.Layout.GRID),
                new Figure("figure", words, words, words, drawing, drawing, text),
                table,
                new Board(
                        "board",
                        words,
                        List.of(new Board.Row(
                                "row",
                                words,
                                text,
                                pill,
                                List.of(new Board.Gauge(0.5, 0.4, 0.6, 0.65, words, words, Tone.BAD, "x")),
                                words,
                                text,
                                text,
                                text)),
                        List.of(text)));
        return new Page(
                "page",
                template,
                "en",
                "page",
                words,
                words,
                words,
                words,
                List.of(text),
                List.of(new KeyFigure(words, words, words, words, Tone.BAD, "x")),
                List.of(new Paragraph(text)),
                List.of(new Section("section", words, blocks)),
                List.of(new Note("n", text)),
                List.of(new Explanation(
                        "x",
                        words,
                        words,
                        List.of(new Explanation.Input(words, words)),
                        List.of(new Explanation.SourceRow(words, words, words)),
                        words,
                        List.of(text),
                        words)),
                new PageMeta(words, words, List.of(words), words, words, words),
                List.of(new NavLink(words, "page.html")),
                List.of(new NavLink(words, "page.pdf")));
    }

    private static List<Block> suppliers() {
        Table table = new Table(
                "table-suppliers",
                "Table 1",
                "Japan’s imports of permanent magnets by supplier, 2024",
                List.of(
                        Table.Column.words("Supplier"),
                        Table.Column.numbers("Value", "$m"),
                        Table.Column.numbers("Share", "% of value"),
                        Table.Column.numbers("Weight", "tonnes"),
                        Table.Column.numbers("Share", "% of weight"),
                        new Table.Column("Group", "", Table.Align.LEFT, Table.Order.TEXT)),
                List.of(
                        supplier("Philippines", "184.1", 184.144796, "32.4", 0.324, "3,034", 3034, "29.4", 0.294, "Other"),
                        supplier("Viet Nam", "158.7", 158.723638, "27.9", 0.279, "2,696", 2696, "26.1", 0.261, "Other"),
                        new Table.Row(
                                List.of(
                                        Cell.header("China"),
                                        Cell.number("156.9", 156.87957),
                                        Cell.number("27.6", 0.276).explained("jpn-magnet-chn-value-2024").withTone(Tone.BAD),
                                        Cell.number("3,715", 3715).withNote("largest by weight"),
                                        Cell.number("35.9", 0.359).withTone(Tone.BAD),
                                        Cell.pill(Pill.of("Watched", Tone.BAD))),
                                Table.Rank.LEAD),
                        supplier("Malaysia", "31.0", 31.049359, "5.5", 0.055, "306", 306, "3.0", 0.030, "Other"),
                        supplier("Thailand", "25.4", 25.39077, "4.5", 0.045, "371", 371, "3.6", 0.036, "Other"),
                        supplier("United States", "5.4", 5.355291, "0.9", 0.009, "7", 7, "0.1", 0.001, "Ally"),
                        supplier("Taiwan", "2.2", 2.178719, "0.4", 0.004, "80", 80, "0.8", 0.008, "Other"),
                        supplier("South Korea", "1.4", 1.425512, "0.3", 0.003, "64", 64, "0.6", 0.006, "Ally"),
                        new Table.Row(
                                List.of(
                                        Cell.header("World"),
                                        Cell.number("568.8", 568.756873),
                                        Cell.number("100", 1),
                                        Cell.number("10,332", 10332.435),
                                        Cell.number("100", 1),
                                        Cell.absent("")),
                                Table.Rank.TOTAL)),
                List.of(Text.of("Suppliers under $1.4m are in the total only.")),
                Text.of(BACI).note("baci"),
                Table.Use.SORT_AND_FILTER);
        return List.of(
                new Columns(
                        List.of(
                                new Paragraph(Text.of("Japan (")
                                        .foreign("日本", "ja")
                                        .and(") imported magnets for $569m in 2024. The ")
                                        .strong("Philippines")
                                        .and(" and Viet Nam, where Japanese makers run plants, sold three-fifths of them.")),
                                Paragraph.of("By weight the order turns: China sent most tonnes, at the lowest price a kilogram. Where the "
                                        + "alloy in the Philippine and Vietnamese magnets was made, these statistics do not say.")),
                        List.of(new Figure(
                                "fig-bars",
                                "Figure 2",
                                "No supplier has half",
                                "Share of Japan’s magnet imports, % of value, 2024",
                                SampleDrawings.bars(new Frame(460, 12)),
                                SampleDrawings.bars(Frame.phone()),
                                SampleDrawings.bars(new Frame(280, 8)),
                                Text.of(BACI))),
                        Columns.Split.NARROW_LEFT),
                table,
                new Heading("flip", "Value and weight tell two stories"),
                new BulletList(List.of(
                        Text.of("Compounds: ").strong("72.1%").and(" of value, 63.9% of weight.").note("comtrade"),
                        Text.of("Magnets: 27.6% of value, 35.9% of weight."))));
    }

    private static Table.Row supplier(
            String name, String value, double v, String share, double s, String tonnes, double t, String weight, double w, String group) {
        return Table.Row.of(
                Cell.header(name),
                Cell.number(value, v),
                Cell.number(share, s),
                Cell.number(tonnes, t),
                Cell.number(weight, w),
                Cell.of(group));
    }

    private static Board board() {
        return new Board(
                "board",
                "Japan’s commitments, 21 November 2026",
                List.of(
                        new Board.Row(
                                "JP-2020-50",
                                "Japan",
                                Text.of("Bring China’s share of rare-earth supply to half or less."),
                                Pill.ofStatus("indeterminate", "Indeterminate"),
                                List.of(new Board.Gauge(
                                        0.721, 0.639, 0.721, 0.5, "72.1% of compounds, 2023", "at most 50%", Tone.BAD,
                                        "jpn-compound-chn-value-2023")),
                                "2025",
                                Text.of("The last complete year is 2023, two years before the target."),
                                Text.of("$67m of compound purchases a year moved away from China."),
                                Text.empty().link("Nikkei Asian Review", "https://s.nikkei.com/3bH3EJl")),
                        new Board.Row(
                                "JP-2020-STOCK",
                                "Japan",
                                Text.of("Lift the stockpile of most rare metals from 60 to 180 days of use."),
                                Pill.ofStatus("not-testable", "Not testable"),
                                List.of(),
                                "no date",
                                Text.of("Stocks are not published by element."),
                                Text.empty(),
                                Text.of("International Resource Strategy, 2020")),
                        new Board.Row(
                                "JP-MINAMI",
                                "Japan",
                                Text.of("Lift about 350 tonnes of mud a day off Minamitorishima in a full trial."),
                                Pill.ofStatus("open", "Not due yet"),
                                List.of(),
                                "February 2027",
                                Text.empty(),
                                Text.empty(),
                                Text.empty().link(
                                        "Bernama-Kyodo, 2 February 2026", "https://www.bernama.com/en/news.php?id=2519442")),
                        new Board.Row(
                                "EU-US-MOU",
                                "EU and United States",
                                Text.of("Conclude a memorandum on supply security within 30 days."),
                                Pill.ofStatus("met", "Met, 49 days late"),
                                List.of(),
                                "6 March 2026",
                                Text.of("Signed on 24 April 2026."),
                                Text.empty(),
                                Text.of("European Commission, STATEMENT/26/323"))),
                List.of(Text.of("The bar ends at the measured value; the line stands at the threshold.")));
    }

    private static List<Block> projects() {
        return List.of(
                new CardList(
                        List.of(
                                new CardList.Card(
                                        "Caremag, Lacq",
                                        "",
                                        "France · separation · from 2026",
                                        List.of(Pill.of("Building", Tone.WARN)),
                                        Text.of("About €100m from JOGMEC and Iwatani, for heavy rare earths equal to a fifth of future "
                                                + "Japanese demand."),
                                        List.of(),
                                        Text.of("IEA policy tracker, 11 June 2026")),
                                CardList.Card.of(
                                        "JARE and Lynas",
                                        "Australia and Malaysia · to 2038",
                                        Text.of("At least 5,000 tonnes of NdPr a year at a floor of $110 a kilogram.")),
                                CardList.Card.of(
                                        "Minamitorishima", "Japan · deep-sea mud · verdict by March 2028", Text.empty())),
                        CardList.Layout.GRID),
                new Callout(
                        Callout.Purpose.YARDSTICK,
                        "The EU’s 65% line",
                        List.of(Text.of("Japan is not bound by it. Measured against it, compounds would stand above, magnets below."))),
                new CardList(List.of(), CardList.Layout.STACK));
    }

    private static List<Block> terms() {
        return List.of(
                new DefinitionList(List.of(
                        new DefinitionList.Definition("Share", Text.of("What one supplier sold of all that was imported.")),
                        new DefinitionList.Definition(
                                "HHI", Text.of("The sum of squared shares: 1 is one supplier, 0.25 four equal ones.")))),
                new Details("How the years were joined", List.of(Paragraph.of("They were not: 2016 and 2017 stand apart."))),
                new Callout(Callout.Purpose.NOTE, "Prices", List.of(Text.of("A kilogram from China cost $42, from the Philippines $61."))),
                new Table(
                        "table-empty",
                        "",
                        "A table without rows",
                        List.of(Table.Column.words("Nothing")),
                        List.of(),
                        List.of(),
                        Text.empty(),
                        Table.Use.READ),
                new Table(
                        "table-heat",
                        "Table 2",
                        "China’s share by ally and stage, % of value",
                        List.of(
                                Table.Column.words("Ally"),
                                new Table.Column("Compounds", "2023", Table.Align.CENTRE, Table.Order.NUMBER),
                                new Table.Column("Magnets", "2024", Table.Align.CENTRE, Table.Order.NUMBER)),
                        List.of(
                                Table.Row.of(
                                        Cell.header(Text.empty().link("Japan", "JPN.html")),
                                        Cell.number("72.1", 0.721).withShade(4).explained("jpn-compound-chn-value-2023"),
                                        Cell.number("27.6", 0.276).withShade(2)),
                                Table.Row.of(
                                        Cell.header("South Korea"),
                                        Cell.number("49.4", 0.494).withShade(3),
                                        Cell.number("87.4", 0.874).withShade(5)),
                                Table.Row.of(
                                        Cell.header("European Union"),
                                        Cell.absent("no figure"),
                                        Cell.number("88.6", 0.886).withShade(5).withNote("from outside the EU")),
                                Table.Row.of(
                                        Cell.header("United Kingdom"),
                                        Cell.number("21.9", 0.219).withShade(1),
                                        Cell.number("68.3", 0.683).withShade(4))),
                        List.of(),
                        Text.of("UN Comtrade; " + BACI),
                        Table.Use.SORT));
    }

    private static Explanation explanation(String id, String title) {
        return new Explanation(
                id,
                title,
                "share = imports from China ÷ imports from all suppliers",
                List.of(
                        new Explanation.Input("Imports from China", "$156,879,570"),
                        new Explanation.Input("Imports from all suppliers", "$568,756,873")),
                List.of(
                        new Explanation.SourceRow("magnets-850511-allies-2002-2024.csv:4711", "Japan from China, 850511, 2024", "$156,879,570"),
                        new Explanation.SourceRow(
                                "magnets-850511-allies-2002-2024.csv:4735", "Japan from the Philippines, 850511, 2024", "$184,144,796")),
                "and 34 more rows in data/observations.csv",
                List.of(Text.of("The code also holds magnets without rare earths.")),
                "supplier-share, edition 1");
    }
}
