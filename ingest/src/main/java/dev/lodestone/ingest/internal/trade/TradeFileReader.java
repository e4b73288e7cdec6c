package dev.lodestone.ingest.internal.trade;

import dev.lodestone.ingest.CommodityScope;
import dev.lodestone.ingest.InputSource;
import dev.lodestone.ingest.IssueCode;
import dev.lodestone.ingest.internal.container.Container;
import dev.lodestone.ingest.internal.container.Content;
import dev.lodestone.ingest.internal.container.ContentKind;
import dev.lodestone.ingest.internal.economy.EconomyCodes;
import dev.lodestone.ingest.internal.layout.Layout;
import dev.lodestone.ingest.internal.layout.LayoutLibrary;
import dev.lodestone.ingest.internal.scan.ScanSettings;
import dev.lodestone.model.quality.FileReport;
import dev.lodestone.model.quality.Issue;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one file: what it holds, by which layout, into observations, issues and an account of every table. */
public final class TradeFileReader {

    /**
     * What a file gave.
     *
     * @param observations observations in reading order
     * @param issues issues in the order met
     * @param reports one account per table
     * @param notKept what the tables come to whose rows were not kept
     * @param apart tables that have values without weights or weights without values
     */
    public record Result(
            ReadObservations observations, List<Issue> issues, List<FileReport> reports, List<TableSurvey> notKept, List<ApartTables.Apart> apart) {}

    private final LayoutLibrary library;
    private final EconomyCodes economies;
    private final CommodityScope scope;
    private final int issueLimit;
    private final ScanSettings scan;
    private final boolean withChecksums;
    private final RowsWanted wanted;
    private final Optional<PublishedRows> published;

    /**
     * @param scan how large text is scanned
     * @param wanted what becomes of the rows of large text
     * @param withChecksums whether sources carry their file's checksum; else theirs is empty
     */
    public TradeFileReader(
            LayoutLibrary library, EconomyCodes economies, CommodityScope scope, int issueLimit, ScanSettings scan, RowsWanted wanted,
            boolean withChecksums) {
        this(library, economies, scope, issueLimit, scan, wanted, withChecksums, Optional.empty());
    }

    private TradeFileReader(
            LayoutLibrary library, EconomyCodes economies, CommodityScope scope, int issueLimit, ScanSettings scan, RowsWanted wanted,
            boolean withChecksums, Optional<PublishedRows> published) {
        this.published = published;
        this.wanted = wanted;
        this.library = library;
        this.economies = economies;
        this.scope = scope;
        this.issueLimit = issueLimit;
        this.scan = scan;
        this.withChecksums = withChecksums;
    }

    /** A reader that gives figures which are no trade to somebody who takes them. */
    public TradeFileReader giving(PublishedRows rows) {
        return new TradeFileReader(library, economies, scope, issueLimit, scan, wanted, withChecksums, Optional.of(rows));
    }

    /** Reads the file; whatever is wrong with it is told by its report and issues. */
    public Result read(InputSource source) {
        IssueLog log = new IssueLog(issueLimit);
        Result result = new Result(new ReadObservations(), log.issues(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Checksum checksum = withChecksums ? new Checksum(source) : Checksum.none(source);
        try {
            List<Object> before = state(source);
            try (Container container = Container.of(source)) {
                if (container.contents().isEmpty()) {
                    refuse(new TableAccount(source.name(), "", "", log), IssueCode.FILE_EMPTY, "the archive holds no file", checksum, result);
                }
                List<Ending> endings = new ArrayList<>();
                for (Content content : container.contents()) {
                    endings.add(read(source, content, checksum, log, result));
                }
                container.checksum().ifPresent(checksum::tell);
                checksum.hex(); // a file that can no longer be read is refused before anything of it is used
                if (!state(source).equals(before)) { // parts of two files, of which nobody can tell what belongs together
                    throw new IOException("it changed while it was read: read it again once it is whole");
                }
                for (Ending ending : endings) {
                    ending.account();
                }
            }
        } catch (IOException e) {
            refuse(new TableAccount(source.name(), "", "", log), IssueCode.FILE_NOT_READABLE, reason(e), checksum, result);
        }
        return new Result(result.observations(), log.issues(), result.reports(), result.notKept(), result.apart());
    }

    /** What tells a file on disk from another in its place: size, time and number; empty for what lies elsewhere. */
    private static List<Object> state(InputSource source) throws IOException {
        if (source.path().isEmpty()) {
            return List.of();
        }
        BasicFileAttributes file = Files.readAttributes(source.path().get(), BasicFileAttributes.class);
        return List.of(file.size(), file.lastModifiedTime(), String.valueOf(file.fileKey()));
    }

    /** Accounts for what was read of a content, once all were: the file's checksum is known only then. */
    private interface Ending {

        void account();
    }

    private Ending read(InputSource source, Content content, Checksum checksum, IssueLog log, Result result) {
        TableAccount account = new TableAccount(source.name(), content.member(), "", log);
        List<TableAccount> accounts = new ArrayList<>();
        try {
            ContentReading reading = switch (content.kind()) {
                case TEXT -> QueryReading.isNaming(content)
                        ? queries()
                        : new TextReading(library, tables(), new LargeText(scope, scan, checksum), wanted);
                case JSON -> new JsonReading(library.layouts(), tables());
                case WORKBOOK, OLD_WORKBOOK -> new WorkbookReading(library.layouts(), economies, scope, tables());
                case MARKUP -> new MarkupReading(library, tables());
                case PARQUET -> queries();
                case ARCHIVE, RAR, OPEN_DOCUMENT, BINARY_WORKBOOK, NUMBERS, PDF, DOCUMENT, PICTURE, STATA, R_DATA, SPSS, SAS, ARROW, PICKLE, HDF,
                        DATABASE, ZSTANDARD, LZ4, BOOKMARK, GIT_POINTER, EMPTY -> new NoReading();
            };
            ContentReading.Outcome outcome = reading.read(content, account, accounts::add);
            if (outcome.tables().isEmpty()) {
                IssueCode code = content.kind() == ContentKind.EMPTY
                        ? IssueCode.FILE_EMPTY
                        : content.kind() == ContentKind.ARCHIVE ? IssueCode.NESTED_ARCHIVE : IssueCode.FILE_NOT_RECOGNISED;
                tell(account, code, outcome.why());
                return () -> report(account, outcome.why(), checksum, result);
            }
            for (ContentReading.Table table : outcome.tables()) {
                table.account().tellIfEmpty();
            }
            return () -> outcome.tables().forEach(table -> accept(table, checksum, result));
        } catch (IOException e) {
            return refuse(account, accounts, e, checksum, result);
        }
    }

    /** A content that cannot be read to its end. */
    private static Ending refuse(TableAccount account, List<TableAccount> begun, IOException e, Checksum checksum, Result result) {
        begun.forEach(TableAccount::setAllAside);
        TableAccount broken = begun.isEmpty() ? account : begun.get(begun.size() - 1);
        tell(broken, IssueCode.FILE_NOT_READABLE, reason(e));
        return () -> {
            begun.stream().filter(before -> before != broken).forEach(before -> report(before, "another table of the file cannot be read", checksum, result));
            report(broken, reason(e), checksum, result);
        };
    }

    private QueryReading queries() {
        return new QueryReading(library.layouts(), tables(), System.getenv());
    }

    private TableReading tables() {
        return new TableReading(economies, scope, published);
    }

    private static void accept(ContentReading.Table table, Checksum checksum, Result result) {
        Layout layout = table.layout();
        TableAccount account = table.account();
        Optional<TableSurvey> survey = table.figures().survey();
        TableObservations observations = new TableObservations(table.figures().candidates(), account, layout, checksum.hexIfReadable());
        account.apart().ifPresent(weighed ->
                result.apart().add(new ApartTables.Apart(layout.id(), account, table.figures().candidates(), weighed)));
        if (table.figures().kept()) {
            result.observations().addTable(observations);
        } else {
            survey.ifPresent(result.notKept()::add);
        }
        result.reports().add(survey.isPresent()
                ? account.report(observations.source(), table.why(), survey.get())
                : account.report(observations.source(), table.why(), observations));
    }

    private static void refuse(TableAccount account, IssueCode code, String why, Checksum checksum, Result result) {
        tell(account, code, why);
        report(account, why, checksum, result);
    }

    private static void tell(TableAccount account, IssueCode code, String why) {
        account.issue(code, "", expected(code, why), "file not read");
    }

    /** Reports a table of which nothing is used. */
    private static void report(TableAccount account, String why, Checksum checksum, Result result) {
        result.reports().add(account.report(account.source(checksum.hexIfReadable(), "", ""), why));
    }

    private static String expected(IssueCode code, String why) {
        return switch (code) {
            case FILE_NOT_RECOGNISED -> "a known layout, but " + why;
            case FILE_EMPTY -> "data, but " + why;
            case NESTED_ARCHIVE -> "files in the archive, but " + why;
            default -> "a file that can be read to its end, but " + why;
        };
    }

    /** The message of an I/O error without paths of this machine. */
    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "it may not be read";
        }
        if (e instanceof EOFException) {
            return "it breaks off";
        }
        if (e instanceof JsonProcessingException json) {
            JsonLocation at = json.getLocation();
            String what = e instanceof JsonEOFException ? "breaks off" : "is broken";
            return "its JSON " + what + (at == null ? "" : " in line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
        if (e instanceof FileSystemException failure) {
            return failure.getReason() == null ? "it cannot be opened" : failure.getReason();
        }
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage().lines().findFirst().orElse("");
        return message;
    }
}
