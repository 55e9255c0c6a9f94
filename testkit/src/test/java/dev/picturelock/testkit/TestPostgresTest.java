package dev.picturelock.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slice")
class TestPostgresTest {

  @Test
  void givesEveryCallerAnEmptyDatabaseWithTheRolesOwnSchema() throws SQLException {
    var first = TestPostgres.fresh("intake");
    var second = TestPostgres.fresh("intake");

    execute(first, "create table thing (id int)");
    execute(second, "create table thing (id int)");

    assertThat(first.url()).isNotEqualTo(second.url());
    assertThat(text(first, "select schemaname from pg_tables where tablename = 'thing'"))
        .isEqualTo("intake");
    assertThat(text(first, "select current_setting('server_version')")).startsWith("18.");
  }

  private static void execute(TestPostgres.Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(TestPostgres.Database database, String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
