package dev.lodestone.ingest.internal.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Rows of a query's result. The first row given is the header, made of the columns' labels. A NULL is an empty cell; numbers are given in
 * plain notation, texts as they are, so that a code keeps its zeros.
 */
public final class QueryRows implements RowSource {

    private static final int FETCHED_AT_ONCE = 10_000;

    private final Connection connection;
    /** Our own, since some drivers watch their time in a thread that keeps the program from ending. */
    private static final ScheduledExecutorService WATCH = watch();

    private final Statement statement;
    private final ResultSet result;
    private final int width;
    private final Row header;
    private long given;
    private Row row;
    private ScheduledFuture<?> timeout;
    private volatile boolean cancelled;

    /** Runs the query; the message of a failure is the driver's. */
    public QueryRows(String url, Map<String, String> properties, String sql, int timeoutSeconds) throws IOException {
        Properties settings = new Properties();
        settings.putAll(properties);
        UnpackedLibraries libraries = UnpackedLibraries.before();
        try {
            this.connection = DriverManager.getConnection(url, settings);
            libraries.deleteLoadedSince();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
        try {
            this.statement = connection.createStatement();
            statement.setFetchSize(FETCHED_AT_ONCE);
            this.timeout = WATCH.schedule(this::cancel, timeoutSeconds, TimeUnit.SECONDS);
            this.result = statement.executeQuery(sql);
            this.width = result.getMetaData().getColumnCount();
            this.header = header(result, width);
        } catch (SQLException e) {
            closeQuietly();
            throw new IOException(cancelled ? "the query was given up after " + timeoutSeconds + " seconds" : e.getMessage(), e);
        }
    }

    private static ScheduledExecutorService watch() {
        ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "lodestone-query-timeout");
            thread.setDaemon(true);
            return thread;
        });
        watch.setRemoveOnCancelPolicy(true);
        return watch;
    }

    private void cancel() {
        cancelled = true;
        try {
            statement.cancel();
        } catch (SQLException e) {
            // the query goes on; there is no other way to end it
        }
    }

    /** The columns' labels, whatever row was gone to. */
    public Row header() {
        return header;
    }

    /** Whether a driver for the address is on the class path. */
    public static boolean hasDriver(String url) {
        try {
            return DriverManager.getDriver(url) != null;
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public boolean advance() throws IOException {
        try {
            if (given == 0) {
                row = header;
            } else if (result.next()) {
                row = next();
            } else {
                return false;
            }
            given++;
            return true;
        } catch (SQLException e) {
            throw new IOException("the query fails after " + Math.max(0, given - 1) + " rows: " + e.getMessage(), e);
        }
    }

    @Override
    public Row row() {
        return row;
    }

    @Override
    public void close() throws IOException {
        timeout.cancel(false);
        try (connection; statement; result) {
            row = null;
        } catch (SQLException e) {
            throw new IOException("the connection cannot be closed: " + e.getMessage(), e);
        }
    }

    private static Row header(ResultSet result, int width) throws SQLException {
        List<String> labels = new ArrayList<>(width);
        for (int column = 1; column <= width; column++) {
            labels.add(result.getMetaData().getColumnLabel(column));
        }
        return Row.of(1, labels);
    }

    private Row next() throws SQLException {
        List<String> cells = new ArrayList<>(width);
        BitSet numeric = new BitSet(width);
        for (int column = 1; column <= width; column++) {
            Object value = result.getObject(column);
            cells.add(text(value));
            numeric.set(column - 1, value instanceof Number);
        }
        return Row.ofResult(given + 1, cells, numeric);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number -> Double.isFinite(number) ? BigDecimal.valueOf(number).toPlainString() : number.toString();
            case Float number -> Float.isFinite(number) ? new BigDecimal(number.toString()).toPlainString() : number.toString();
            case BigDecimal number -> number.toPlainString();
            default -> value.toString();
        };
    }

    private void closeQuietly() {
        if (timeout != null) {
            timeout.cancel(false);
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // what went wrong before is what counts, and is said
        }
    }
}
