/**
 * What a page says, complete before it is drawn: every string written, every number formatted, every verdict taken.
 *
 * <p>Start at {@link dev.lodestone.report.view.Page}. Templates only place what they find here; nothing in this package measures,
 * formats or reads. All types are immutable, refuse null, and clean their text of characters that no document may carry. Absent
 * text is the empty string, absent parts are the empty list.
 */
package dev.lodestone.report.view;
