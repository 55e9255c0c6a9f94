package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.Superuser;
import dev.picturelock.provenance.ledger.Entry;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A title with a log, and what somebody does to it who owns the database.
final class DamagedTitle {
  private static final List<String> TABLES =
      List.of("log_entry", "log_tile", "log_state", "log_frozen");

  private final String id;
  private final Ledger ledger;
  private final Logs logs;
  private final Superuser superuser;

  DamagedTitle(String id, Ledger ledger, Logs logs, String database) {
    this.id = id;
    this.ledger = ledger;
    this.logs = logs;
    this.superuser = new Superuser(database);
  }

  Head grow(int entries) {
    return grow(entries, ledger);
  }

  Head grow(int entries, Ledger guarded) {
    var batch = new ArrayList<Entry>();
    for (int i = 0; i < entries; i++) {
      var event = UUID.nameUUIDFromBytes((id + position() + i).getBytes(StandardCharsets.UTF_8));
      batch.add(
          new Entry(event, "{\"id\":\"%s\"}".formatted(event).getBytes(StandardCharsets.UTF_8)));
    }
    return grow(batch, guarded);
  }

  Head grow(List<Entry> batch) {
    return grow(batch, ledger);
  }

  private Head grow(List<Entry> batch, Ledger guarded) {
    QuarkusTransaction.requiringNew().run(() -> guarded.append(id, batch));
    return head();
  }

  /// Ends the log as lost, or as it is, and begins the next one.
  Head rotate(Ledger guarded, Guard guard, LogKeys keys, boolean endLost) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          var last = guarded.lock(id);
          guard.requireFreezable(last, endLost);
          guarded.succeed(last, keys.successor(last, last.at(), guard::isLost));
        });
    return grow(5, guarded);
  }

  Head head() {
    return logs.head(id).orElseThrow();
  }

  /// A copy of everything the title has now.
  void backUp(String name) {
    TABLES.forEach(table ->
        asSuperuser(
            "CREATE TABLE kept_%1$s_%2$s_%3$s AS SELECT * FROM %3$s WHERE title_id = '%1$s'"
                .formatted(id, name, table)));
  }

  void restore(String name) {
    lose();
    TABLES.forEach(table ->
        asSuperuser(
            "INSERT INTO %3$s SELECT * FROM kept_%1$s_%2$s_%3$s".formatted(id, name, table)));
  }

  void lose() {
    TABLES.forEach(
        table -> asSuperuser("DELETE FROM %s WHERE title_id = '%s'".formatted(table, id)));
  }

  /// Past every trigger and every right.
  void asSuperuser(String statements) {
    superuser.run(statements);
  }

  /// The logs, as if there were no other title.
  Logs alone() {
    return (Logs)
        Proxy.newProxyInstance(
            Logs.class.getClassLoader(),
            new Class<?>[] {Logs.class},
            (proxy, method, arguments) -> {
              try {
                var answer = method.invoke(logs, arguments);
                return answer instanceof List<?> heads && arguments == null
                    ? heads.stream().filter(this::isOurs).toList()
                    : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private boolean isOurs(Object head) {
    return head instanceof Head of && of.titleId().equals(id);
  }

  private long position() {
    var heads = logs.heads(id);
    return heads.isEmpty() ? 0 : heads.getLast().position();
  }
}
