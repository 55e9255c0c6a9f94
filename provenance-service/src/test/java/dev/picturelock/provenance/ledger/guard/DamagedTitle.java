package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.LogRef;
import dev.picturelock.contracts.event.LogRotated;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.kit.time.Ids;
import dev.picturelock.provenance.Superuser;
import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import dev.picturelock.provenance.ledger.log.Logs;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Ed25519Signer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

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
    return rotate(guarded, guard, keys, last -> guard.requireFreezable(last, endLost));
  }

  /// - **isFreezable** what must hold of the log that ends
  Head rotate(Ledger guarded, Guard guard, LogKeys keys, Consumer<Head> isFreezable) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          var last = guarded.lock(id);
          isFreezable.accept(last);
          guarded.succeed(last, keys.successor(last, last.at(), guard::isLost));
        });
    return grow(5, guarded);
  }

  /// Begins the next log with a statement of where this one ended.
  Head rotateStating(Head end, Ledger guarded, Guard guard, LogKeys keys) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          var last = guarded.lock(id);
          var next = keys.successor(last, last.at(), guard::isLost);
          guarded.succeed(last, next);
          var event = rotated(end, next);
          guarded.append(id, List.of(new Entry(event.id(), EventCodec.encode(event))));
        });
    return head();
  }

  private Event rotated(Head end, Head next) {
    return new Event(
        Ids.derived(new UUID(0, 0), id),
        "/picturelock/test",
        "log/" + next.log().generation(),
        end.at(),
        id,
        null,
        "user:test",
        new LogRotated(
            new LogRef(end.origin(), end.verifierKey()),
            end.checkpoint(),
            new LogRef(next.origin(), next.verifierKey()),
            "signed by both",
            "SCHEDULED"));
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

  /// Gives the log another key, which signs what is in it now.
  void rekey(Ed25519Signer another) {
    var head = head();
    var signed =
        SignedCheckpoint.sign(new Checkpoint(head.origin(), head.size(), head.root()), another);
    asSuperuser(
        "UPDATE log_state SET verifier_key = '%s', checkpoint = '%s' WHERE title_id = '%s'"
            .formatted(another.verifierKey(), signed.format(), id));
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
