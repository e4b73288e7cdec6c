/**
 * Pages and drawings as PDF. Entry point: {@link dev.lodestone.report.internal.pdf.PdfRenderer}.
 *
 * <p><b>What a page may use.</b> Well-formed XHTML with its style sheet in {@code <style>}; no entity names but XML's
 * five; pictures as {@code data:} URIs. The fonts are {@code Inter} and {@code "Source Serif 4"} in weights 400 and
 * 600 (heavier ones show as 600), both also in italic; {@code sans-serif}, {@code system-ui} and {@code monospace} are
 * Inter, everything else the serif. Characters that the font lacks find another one by themselves; Chinese, Japanese and
 * Korean text should carry {@code lang}.
 *
 * <p><b>CSS that works</b>: CSS 2.1, {@code @page} with {@code :first}, named pages and margin boxes with backgrounds,
 * {@code position: running(x)} with {@code content: element(x)}, {@code counter(page)} and {@code counter(pages)},
 * {@code page-break-before/after/inside}, {@code orphans} and {@code widows}, floats, {@code display: table} and
 * {@code table-cell} (tiles), {@code inline-block}, repeated table heads ({@code -fs-table-paginate: paginate}),
 * {@code border-radius}, {@code rgba()}, {@code :nth-child}, {@code text-transform}, {@code text-align: justify}.
 *
 * <p><b>CSS that is ignored</b>: flex, grid, {@code calc()}, {@code rem}, custom properties, gradients,
 * {@code letter-spacing}, {@code hyphens}, {@code font-variant-numeric} (figures of Inter are tabular as they are),
 * {@code @font-face}.
 *
 * <p><b>What becomes of elements.</b> Headings, paragraphs, lists, tables, links, {@code abbr} with a title, pictures
 * and charts get the tag of that name; heading levels must not skip. {@code th} says its {@code scope}. A chart's
 * {@code title} is its alternative text; {@code img} has {@code alt}, an empty one for decoration. Running heads and
 * feet, {@code position: fixed}, borders, backgrounds and text from {@code content:} are decoration, not told aloud.
 * Headings of levels 1 to 3 become bookmarks. Links lead to {@code #id}, http, https or mailto addresses.
 */
package dev.lodestone.report.internal.pdf;
