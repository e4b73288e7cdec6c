package dev.lodestone.ingest.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lodestone.ingest.internal.table.DelimitedRows;
import dev.lodestone.ingest.internal.table.FallbackReader;
import dev.lodestone.ingest.internal.table.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The scan against the plain reading, whose rows it promises to give. */
class ScannedRowsPropertyTest {

    private static final int WIDTH = 4;
    private static final int KEY = 2;
    private static final Predicate<String> UNWANTED = text -> text.startsWith("99");

    @Property(tries = 1000, seed = "20261123")
    void givesTheRowsOfThePlainReading(
            @ForAll("texts") byte[] text,
            @ForAll @IntRange(min = 16, max = 300) int block,
            @ForAll @IntRange(min = 1, max = 3) int threads,
            @ForAll @IntRange(min = 40, max = 4000) int pending)
            throws IOException {
        ScanSettings settings = new ScanSettings(0, block, threads, pending);

        assertThat(scanned(text, settings, -1)).isEqualTo(plain(text));
    }

    @Property(tries = 1000, seed = "20261123")
    void passesOverOnlySoundRowsThatAreNotWanted(
            @ForAll("texts") byte[] text, @ForAll @IntRange(min = 16, max = 5000) int block, @ForAll @IntRange(min = 1, max = 3) int threads)
            throws IOException {
        Reading plain = plain(text);
        Reading scanned = scanned(text, new ScanSettings(0, block, threads, 1 << 20), KEY);

        List<String> left = new ArrayList<>(plain.rows());
        left.removeAll(scanned.rows());
        assertThat(plain.rows()).containsSubsequence(scanned.rows());
        assertThat(scanned.passedOver()).isEqualTo(plain.rows().size() - scanned.rows().size());
        assertThat(left).allMatch(row -> row.contains("[99") || row.contains("|99"));
        assertThat(scanned.records()).isEqualTo(plain.records());
        assertThat(scanned.malformed()).isEqualTo(plain.malformed());
    }

    /** A folder may hold thousands of texts, and an array for blocks is larger than most of them. */
    @Example
    void readsTheNextTextInTheArraysOfTheLast() throws IOException {
        int block = 4099;
        byte[] text = utf8("h1,h2,h3,h4\na,b,11,c\nd,e,11,f\n1,2,3,4\n");
        scanned(text, new ScanSettings(0, block, 2, 1 << 20), -1);

        byte[] used = SpareBlocks.take(block + Block.SLACK);
        byte[] other = SpareBlocks.take(block + Block.SLACK);

        assertThat(new String(used, 0, 17, StandardCharsets.UTF_8)).isEqualTo("d,e,11,f\n1,2,3,4\n");
        assertThat(other).as("of a text of one block only one was made").containsOnly(0);
    }

    /** Nobody waits for blocks of threads that have ended. */
    @Example
    void passesOnWhatKeepsItsThreadsFromBeginning() throws IOException {
        byte[] text = utf8("h1,h2,h3,h4\na,b,11,c\nd,e,11,f\n1,2,3,4\n");
        ScanStart start = ScanStart.of(text, 0, ',', 0, WIDTH).orElseThrow();
        AtomicInteger made = new AtomicInteger();
        Supplier<RowTaker> takers = () -> {
            if (made.getAndIncrement() > 0) {
                throw new OutOfMemoryError("no room for a thread's memory");
            }
            return RowTaker.NONE;
        };

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            try (ScannedRows rows = new ScannedRows(
                    new ByteArrayInputStream(text), start, ',', WIDTH, -1, UNWANTED, new ScanSettings(0, 64, 2, 64), Optional.empty(), takers)) {
                assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> {
                    while (rows.advance()) {
                        // on
                    }
                });
            }
        });
    }

    @Property(tries = 300, seed = "20261123")
    void hashesEveryByteOnce(@ForAll("texts") byte[] text, @ForAll @IntRange(min = 16, max = 300) int block) throws Exception {
        java.security.MessageDigest digest = java.security.MessageDigest.getInstance("SHA-256");
        String expected = HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(text));

        try (ScannedRows rows = open(text, new ScanSettings(0, block, 2, 64), KEY, Optional.of(digest))) {
            while (rows.advance()) {
                assertThat(rows.checksum()).matches(each -> each.isEmpty() || each.get().equals(expected));
            }
            assertThat(rows.checksum()).contains(expected);
        }
    }

    /**
     * What a reading gave.
     *
     * @param rows rows that are not blank, with line, cells and defect
     * @param records record number of each row
     * @param passedOver rows passed over
     * @param malformed bytes that are no UTF-8
     */
    private record Reading(List<String> rows, List<String> records, long passedOver, long malformed) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Reading reading && rows.equals(reading.rows) && malformed == reading.malformed;
        }

        @Override
        public int hashCode() {
            return rows.hashCode();
        }
    }

    private static Reading plain(byte[] text) throws IOException {
        FallbackReader.Count count = new FallbackReader.Count();
        List<String> shown = new ArrayList<>();
        List<String> records = new ArrayList<>();
        int mark = mark(text);
        try (DelimitedRows rows = new DelimitedRows(
                new FallbackReader(new ByteArrayInputStream(text, mark, text.length - mark), count), ',')) {
            rows.advance();
            rows.expectCells(WIDTH);
            long record = 0;
            while (rows.advance()) {
                if (!rows.row().isBlank()) {
                    record++;
                    shown.add(show(rows.row()));
                    if (!isPassable(rows.row())) {
                        records.add(record + " " + show(rows.row()));
                    }
                }
            }
        }
        return new Reading(shown, records, 0, count.bytes());
    }

    private static Reading scanned(byte[] text, ScanSettings settings, int key) throws IOException {
        List<String> shown = new ArrayList<>();
        List<String> records = new ArrayList<>();
        long passedOver = 0;
        try (ScannedRows rows = open(text, settings, key, Optional.empty())) {
            rows.advance();
            long record = 0;
            while (rows.advance()) {
                passedOver += rows.passedOver();
                record += rows.passedOver();
                if (!rows.row().isBlank()) {
                    record++;
                    shown.add(show(rows.row()));
                    if (!isPassable(rows.row())) {
                        records.add(record + " " + show(rows.row()));
                    }
                }
            }
            passedOver += rows.passedOver();
            return new Reading(shown, records, passedOver, rows.malformed());
        }
    }

    /** Whether a row may be passed over: it need not be. */
    private static boolean isPassable(Row row) {
        return row.defect().isEmpty() && row.size() >= WIDTH && row.cell(KEY).startsWith("99");
    }

    private static String show(Row row) {
        return row.line() + ":" + row.defect().map(Object::toString).orElse("") + row.cells().stream().collect(Collectors.joining("|", "[", "]"));
    }

    private static ScannedRows open(
            byte[] text, ScanSettings settings, int key, Optional<java.security.MessageDigest> digest) {
        ScanStart start = ScanStart.of(text, mark(text), ',', 0, WIDTH).orElseThrow();
        return new ScannedRows(new ByteArrayInputStream(text), start, ',', WIDTH, key, UNWANTED, settings, digest, () -> RowTaker.NONE);
    }

    private static int mark(byte[] text) {
        return text[0] == (byte) 0xEF ? 3 : 0;
    }

    @Provide
    Arbitrary<byte[]> texts() {
        Arbitrary<byte[]> rows = row().list().ofMaxSize(60).map(ScannedRowsPropertyTest::joined);
        Arbitrary<Boolean> marked = Arbitraries.of(true, false);
        Arbitrary<byte[]> lastLines = Arbitraries.of("", "x,y,99,z", "\"open,1,2", "a,b,c,d\r", "\r\n\r\n", "é,1,99,\u20ac").map(ScannedRowsPropertyTest::utf8);
        return Combinators.combine(rows, marked, lastLines).as((body, mark, last) -> joined(List.of(
                mark ? new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF} : new byte[0],
                utf8("h1,h2,h3,h4\na,b,11,c\nd,e,11,f\n"),
                body,
                last)));
    }

    private static Arbitrary<byte[]> row() {
        Arbitrary<byte[]> regular = cell().list().ofSize(WIDTH).map(cells -> delimited(cells));
        Arbitrary<byte[]> keyed = Combinators.combine(cell(), cell(), key(), cell()).as((a, b, k, d) -> delimited(List.of(a, b, k, d)));
        Arbitrary<byte[]> longer = Combinators.combine(cell(), cell(), key(), cell())
                .as((a, b, k, d) -> delimited(List.of(a, b, k, d, new byte[0], new byte[0])));
        Arbitrary<byte[]> ragged = cell().list().ofMinSize(1).ofMaxSize(7).map(cells -> delimited(cells));
        Arbitrary<byte[]> odd = Arbitraries.of(
                        "", " ", ",,,", "\"\"", "a\"b,1,99,2", "\"a\"b,1,99,2", "\"never closed, 99, 1", "\",\",\",\",99,\"\"\"\"", "a,\"b\rc\",99,d",
                        "\"x\"\"\",\"\",\"99\",\" \"", "1,2,99\"", "\"one\ntwo\n\n\nthree\",1,99,2", "\"one\r\ntwo\",1,98,2", "one,two,\"99\n\",x", "a,b,99,\t")
                .map(ScannedRowsPropertyTest::utf8);
        Arbitrary<byte[]> wide = Arbitraries.integers().between(300, 1500).map(n -> utf8("\"" + "long\n".repeat(n / 20) + "x".repeat(n) + "\",1,99,2"));
        Arbitrary<byte[]> many = Combinators.combine(key(), Arbitraries.integers().between(3, 40), Arbitraries.of("\n", "\r\n"))
                .as((key, n, end) -> utf8(("1,20," + new String(key, StandardCharsets.UTF_8) + ",3.5" + end).repeat(n) + "1,2,99,3"));
        Arbitrary<byte[]> content = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(6, keyed),
                net.jqwik.api.Tuple.of(3, regular),
                net.jqwik.api.Tuple.of(1, many),
                net.jqwik.api.Tuple.of(1, longer),
                net.jqwik.api.Tuple.of(1, ragged),
                net.jqwik.api.Tuple.of(1, odd),
                net.jqwik.api.Tuple.of(1, wide));
        Arbitrary<byte[]> ends = Arbitraries.frequency(
                        net.jqwik.api.Tuple.of(12, "\n"), net.jqwik.api.Tuple.of(6, "\r\n"), net.jqwik.api.Tuple.of(1, "\r"))
                .map(ScannedRowsPropertyTest::utf8);
        return Combinators.combine(content, ends).as((body, end) -> joined(List.of(body, end)));
    }

    private static Arbitrary<byte[]> key() {
        return Arbitraries.of("99", "9901", "\"990011\"", "9900112233445566", "\"99\"\"\"", "1100", "284690", "", "9\"9")
                .map(ScannedRowsPropertyTest::utf8);
    }

    private static Arbitrary<byte[]> cell() {
        Arbitrary<String> plain = Arbitraries.strings().withChars("ab 01.é€日𝄞\u00a0").ofMaxLength(12);
        Arbitrary<String> quoted = Arbitraries.strings()
                .withChars("ab,01\n\u00fc")
                .ofMaxLength(14)
                .map(text -> "\"" + text.replace("b", "\"\"").replace("\n", text.length() % 2 == 0 ? "\n" : "\r\n") + "\"");
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, plain.map(ScannedRowsPropertyTest::utf8)),
                net.jqwik.api.Tuple.of(4, quoted.map(ScannedRowsPropertyTest::utf8)),
                net.jqwik.api.Tuple.of(1, plain.map(text -> text.getBytes(Charset.forName("windows-1252")))),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(new byte[] {(byte) 0xE2, (byte) 0x82}, new byte[] {(byte) 0xF0, (byte) 0x9D, (byte) 0x84})));
    }

    private static byte[] delimited(List<byte[]> cells) {
        List<byte[]> parts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            parts.add(cells.get(i));
            parts.add(utf8(i < cells.size() - 1 ? "," : ""));
        }
        return joined(parts);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
