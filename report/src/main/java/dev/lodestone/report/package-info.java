/**
 * Model results told as documents. {@link dev.lodestone.report.PageRenderer} places a {@link dev.lodestone.report.view.Page} as HTML
 * for screens and as XHTML for the PDF engine. Nothing here measures; types are immutable.
 */
package dev.lodestone.report;
