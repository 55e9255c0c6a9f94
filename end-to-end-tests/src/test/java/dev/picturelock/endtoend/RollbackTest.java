package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Somebody puts an older copy of the database back; the ledger does not sign a second past. With
/// the right one everything goes on as after any stop and start: nothing is lost.
@FlowTest
@Order(10)
class RollbackTest {

  private final RunningStack stack;
  private final Path postgres;

  RollbackTest(RunningStack stack) {
    this.stack = stack;
    this.postgres = stack.data().resolve("postgres");
  }

  @Test
  void refusesAnOlderDatabaseSaysWhyAndGoesOnWithTheRightOne() throws IOException, SQLException {
    var api = new Api(stack);
    var ledger = new Ledger(api, Demo.TITLE);
    var receipt = ledger.receipt(new Demo(api).prepare().use());
    var older = stack.data().resolve("postgres.older");
    var newer = stack.data().resolve("postgres.newer");
    backUp(older);
    var lost = register(api, "lost_by_rollback");
    assertThat(ledger.event(lost)).isNotEmpty();
    var key = ledger.key();
    var released = ledger.checkpoint();
    stack.stop();

    Files.move(postgres, newer);
    Files.move(older, postgres);
    var refused = stack.startAgain();

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.output())
        .contains("provenance refuses to work: the database is older than what was released")
        .containsPattern("size \\d+ with root [0-9a-f]{64} was released")
        .contains("docs/operations.md#the-database-is-older-than-what-was-released");
    delete(postgres);
    Files.move(newer, postgres);
    stack.start();
    assertThat(receipt).isNotEmpty();
    assertThat(ledger.key()).isEqualTo(key);
    assertThat(ledger.consistency(released, ledger.checkpoint()))
        .matches(proof -> proof.isProven());
    assertThat(ledger.event(lost)).isNotEmpty();
    assertThat(ledger.event(register(api, "after_rollback"))).isNotEmpty();
    assertThat(ledger.checkpoint().size()).isGreaterThan(released.size());
  }

  private static String register(Api api, String asset) {
    return api.post(
            Account.DEMO_TOOL,
            Service.INTAKE,
            "/v1/titles/demo/assets",
            Demo.generated(asset, asset, "v001", "dawn", "[]"))
        .expect(202)
        .eventId();
  }

  /// What PostgreSQL calls a base backup, of the server while it runs.
  private void backUp(Path to) throws IOException, SQLException {
    try (var connection =
            DriverManager.getConnection(
                stack.jdbcUrl("postgres"), "postgres", stack.postgresPassword());
        var statement = connection.createStatement()) {
      statement.execute("SELECT pg_backup_start('older', true)");
      copy(to, file -> !isLock(file) && (!isLog(file) || file.getNameCount() == 1));
      try (var backup = statement.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
        assertThat(backup.next()).isTrue();
        var label = Files.writeString(to.resolve("backup_label"), backup.getString("labelfile"));
        Files.setOwner(label, Files.getOwner(to));
      }
    }
    copy(to, file -> isLog(file) && file.getNameCount() > 1);
  }

  private static boolean isLock(Path file) {
    return file.endsWith("postmaster.pid");
  }

  private static boolean isLog(Path file) {
    return file.startsWith("pg_wal");
  }

  /// - **wanted** by its path in the folder
  private void copy(Path to, Predicate<Path> wanted) throws IOException {
    for (var file : whatIsThere()) {
      var name = postgres.relativize(file);
      if (wanted.test(name)) {
        copyIfThere(file, to.resolve(name.toString()));
      }
    }
  }

  /// Folders before what is in them; without what the server removes while they are looked through.
  private List<Path> whatIsThere() throws IOException {
    var found = new ArrayList<Path>();
    Files.walkFileTree(
        postgres,
        new WorkingFolderVisitor() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) {
            found.add(folder);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static void copyIfThere(Path file, Path to) throws IOException {
    try {
      Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
    } catch (NoSuchFileException gone) {
      // the server works on: a temporary file
      assertThat(Objects.requireNonNull(to.getParent())).exists();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
