/**
 * Charts as small vector scenes.
 *
 * <p>A builder ({@code LineChart}, {@code BarChart}, …) turns a plain input record into a {@link
 * dev.lodestone.report.chart.Drawing}: lines, areas and texts with every position decided. Writers ({@link
 * dev.lodestone.report.chart.SvgWriter} here, the PDF writer elsewhere) only place the marks. Nothing here needs AWT, a
 * font installed on the machine, a clock or a locale; the same input gives the same drawing. Types are immutable.
 */
package dev.lodestone.report.chart;
