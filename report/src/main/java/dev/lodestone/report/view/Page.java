package dev.lodestone.report.view;

import java.util.List;
import java.util.Objects;

/**
 * A page, from its first line to its last.
 *
 * @param id short name, such as {@code DEU}
 * @param template which template places it
 * @param lang BCP 47 tag of its language, such as {@code en}
 * @param fileBase file name without its ending, such as {@code DEU}
 * @param kicker line above the title
 * @param title its title
 * @param dek what it is about in one or two sentences; may be empty
 * @param dateLine reference period of the data and date of the edition
 * @param verdict the answer, first: a paragraph or two
 * @param keyFigures the few numbers to remember, four at best
 * @param opening what stands above the fold behind the numbers: one picture, and what it cannot show
 * @param sections the evidence, then the caveats
 * @param notes notes and sources, in the order of their numbers
 * @param explanations how its numbers were made
 * @param meta what is said about it
 * @param navigation links to the edition's other pages
 * @param downloads the same in other shapes: PDF, data, workbook
 * @param nameplate what the page is about in words of its own, such as an economy's name in its own language; may be empty
 */
public record Page(
        String id,
        Template template,
        String lang,
        String fileBase,
        String kicker,
        String title,
        String dek,
        String dateLine,
        List<Text> verdict,
        List<KeyFigure> keyFigures,
        List<Block> opening,
        List<Section> sections,
        List<Note> notes,
        List<Explanation> explanations,
        PageMeta meta,
        List<NavLink> navigation,
        List<NavLink> downloads,
        Text nameplate) {

    /** A page without a nameplate. */
    public Page(
            String id, Template template, String lang, String fileBase, String kicker, String title, String dek, String dateLine,
            List<Text> verdict, List<KeyFigure> keyFigures, List<Block> opening, List<Section> sections, List<Note> notes,
            List<Explanation> explanations, PageMeta meta, List<NavLink> navigation, List<NavLink> downloads) {
        this(id, template, lang, fileBase, kicker, title, dek, dateLine, verdict, keyFigures, opening, sections, notes, explanations, meta,
                navigation, downloads, Text.empty());
    }

    /** The same page with a nameplate. */
    public Page withNameplate(Text words) {
        return new Page(id, template, lang, fileBase, kicker, title, dek, dateLine, verdict, keyFigures, opening, sections, notes, explanations,
                meta, navigation, downloads, words);
    }

    /** The templates that place pages. */
    public enum Template {
        /** An ally, or all together. */
        BRIEFING,
        /** Front page of an edition. */
        INDEX,
        /** A whole edition on one sheet. */
        SUMMARY,
        /** Methods and data quality. */
        METHODS,
        /** List of all editions. */
        EDITIONS;

        /** File name of the template. */
        public String fileName() {
            return switch (this) {
                case BRIEFING -> "briefing.ftlh";
                case INDEX -> "index.ftlh";
                case SUMMARY -> "summary.ftlh";
                case METHODS -> "methods.ftlh";
                case EDITIONS -> "editions.ftlh";
            };
        }
    }

    public Page {
        id = Checks.id(id, "id");
        Objects.requireNonNull(template, "template");
        lang = Checks.id(lang, "lang");
        fileBase = Checks.filled(fileBase, "fileBase");
        kicker = Checks.text(kicker, "kicker");
        title = Checks.filled(title, "title");
        dek = Checks.text(dek, "dek");
        dateLine = Checks.text(dateLine, "dateLine");
        verdict = Checks.list(verdict, "verdict");
        keyFigures = Checks.list(keyFigures, "keyFigures");
        opening = Checks.list(opening, "opening");
        sections = Checks.list(sections, "sections");
        notes = Checks.list(notes, "notes");
        explanations = Checks.list(explanations, "explanations");
        Objects.requireNonNull(meta, "meta");
        navigation = Checks.list(navigation, "navigation");
        downloads = Checks.list(downloads, "downloads");
        Objects.requireNonNull(nameplate, "nameplate");
    }
}
