package dev.lodestone.ingest.internal.scan;

/**
 * Consecutive bytes of a text that end with a line, unless the line is longer than a block or the text's last. Cut neither inside a
 * character nor between carriage return and line feed.
 *
 * @param bytes array with at least {@link #SLACK} bytes beyond the length, which may be touched by who reads many bytes at once
 * @param length number of bytes that count
 * @param last whether the text ends here
 */
record Block(byte[] bytes, int length, boolean last) {

    static final int SLACK = 72;
}
