package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.IssueCode;

/**
 * What is wrong with a cell, without its place.
 *
 * @param code the issue
 * @param column column number in the row, counted from 0; -1 if the row as a whole is meant
 * @param text the text found
 * @param expected what was expected, in words
 */
record Problem(IssueCode code, int column, String text, String expected) {}
