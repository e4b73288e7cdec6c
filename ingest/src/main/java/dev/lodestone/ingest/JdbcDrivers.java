package dev.lodestone.ingest;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Makes the JDBC drivers of a folder of jars available to layouts with a query. */
public final class JdbcDrivers {

    private JdbcDrivers() {}

    /**
     * Registers every driver that the folder's jars offer, for as long as the program runs.
     *
     * @return how many drivers there are
     * @throws IngestException if there is no such folder, or its jars hold no driver
     */
    public static int register(Path folder) {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(jar.toUri().toURL());
            }
        } catch (MalformedURLException e) {
            throw new IngestException(folder.toString(), "a jar's name cannot be written as an address", e);
        } catch (IOException e) {
            throw new IngestException(folder.toString(), "the folder of drivers cannot be read", e);
        }
        // stays open: drivers load classes while they run
        URLClassLoader loader = new URLClassLoader(jars.toArray(URL[]::new), JdbcDrivers.class.getClassLoader());
        int found = 0;
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (driver.getClass().getClassLoader() == loader) {
                register(driver, folder);
                found++;
            }
        }
        if (found == 0) {
            throw new IngestException(folder.toString(), "its " + jars.size() + " jars hold no JDBC driver; for Parquet put duckdb_jdbc there");
        }
        return found;
    }

    private static void register(Driver driver, Path folder) {
        try {
            DriverManager.registerDriver(new Behind(driver));
        } catch (SQLException e) {
            throw new IngestException(folder.toString(), "driver " + driver.getClass().getName() + " cannot be registered", e);
        }
    }

    /** The platform hands out drivers only to classes of the loader that registered them: hence a class of ours before each. */
    private record Behind(Driver driver) implements Driver {

        @Override
        public Connection connect(String url, Properties info) throws SQLException {
            return driver.connect(url, info);
        }

        @Override
        public boolean acceptsURL(String url) throws SQLException {
            return driver.acceptsURL(url);
        }

        @Override
        public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
            return driver.getPropertyInfo(url, info);
        }

        @Override
        public int getMajorVersion() {
            return driver.getMajorVersion();
        }

        @Override
        public int getMinorVersion() {
            return driver.getMinorVersion();
        }

        @Override
        public boolean jdbcCompliant() {
            return driver.jdbcCompliant();
        }

        @Override
        public Logger getParentLogger() throws java.sql.SQLFeatureNotSupportedException {
            return driver.getParentLogger();
        }
    }
}
