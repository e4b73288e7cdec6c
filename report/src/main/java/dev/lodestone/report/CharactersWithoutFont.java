package dev.lodestone.report;

/**
 * Characters of a text that no font at hand can show on paper, where something stands in for them. Pages in HTML show them, for their
 * readers bring fonts.
 *
 * @param characters as they stand in the text
 * @param shown what the PDF shows instead
 * @param problem what is wrong, in a sentence without a full stop
 */
public record CharactersWithoutFont(String characters, String shown, String problem) {}
