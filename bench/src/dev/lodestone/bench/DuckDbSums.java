package dev.lodestone.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/** Adds up value and weight of the wanted commodities with DuckDB, or of all: {@code DuckDbSums baci|comtrade FILE [all]}. */
public final class DuckDbSums {

    private DuckDbSums() {}

    public static void main(String[] args) throws SQLException {
        boolean baci = args[0].equals("baci");
        String code = baci ? "k" : "cmdCode";
        String value = baci ? "v" : "primaryValue";
        String weight = baci ? "q" : "netWgt";
        double factor = baci ? 1000 : 1;
        String sql = "select count(*), sum(" + value + "), sum(" + weight + ") from read_csv('" + args[1].replace("'", "''")
                + "', header = true, delim = ',', quote = '\"', nullstr = ['NA', ''], types = {'" + code + "': 'VARCHAR', '" + value
                + "': 'DOUBLE', '" + weight + "': 'DOUBLE'})" + (args.length > 2 ? "" : " where " + code + " in ('" + String.join("', '", Wanted.CODES) + "')");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet sums = statement.executeQuery(sql)) {
            sums.next();
            System.out.println(String.format(Locale.ROOT, "%d %.2f %.2f", sums.getLong(1), sums.getDouble(2) * factor, sums.getDouble(3) * factor));
        }
    }
}
