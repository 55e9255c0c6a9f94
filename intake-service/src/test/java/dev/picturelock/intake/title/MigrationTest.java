package dev.picturelock.intake.title;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.testkit.TestPostgres;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slice")
class MigrationTest {
  private final TestPostgres.Database database = TestPostgres.fresh("intake");

  @Test
  void titlesOfBeforePacksWerePinnedArePinnedToTheVersionThereWas() throws SQLException {
    migrateTo("1");
    run(
        """
        INSERT INTO title VALUES
          ('old', 'Old', 'netflix-genai-2025-08', gen_random_uuid(), 'user:admin', now())
        """);

    migrateTo("latest");

    try (var connection = database.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery("SELECT policy_pack FROM title WHERE id = 'old'")) {
      assertThat(found.next()).isTrue();
      assertThat(found.getString(1)).isEqualTo("netflix-genai-2025-08@1.0.0");
    }
  }

  private void migrateTo(String version) {
    Flyway.configure()
        .dataSource(database.url(), database.user(), database.password())
        .locations("classpath:db/kit", "classpath:db/migration")
        .target(version)
        .load()
        .migrate();
  }

  private void run(String sql) throws SQLException {
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
