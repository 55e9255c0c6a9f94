package dev.picturelock.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The order in which writers commit is not the order of their positions; nothing is passed by,
/// also where the relay never looks at everything again.
@QuarkusTest
@IntakeSlice
@TestProfile(OutboxSliceTest.NothingIsForgotten.class)
class OutboxSliceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int ROUNDS = 5;
  private static final int FULL = 1_000;

  private final Outbox outbox;
  private final Events events;

  OutboxSliceTest(Outbox outbox, Events events) {
    this.outbox = outbox;
    this.events = events;
  }

  @Test
  void sendsWhatCommitsAfterHigherPositionsWereSent() {
    for (int round = 0; round < ROUNDS; round++) {
      var late = made("outbox-late", 1);

      try (var writer = new Writer(late)) {
        // the second is read only after the first batch is done with
        sent(committed(made("outbox-late", 1)));
        sent(committed(made("outbox-late", 1)));
        writer.commit();
      }

      sent(late);
      assertThat(ids("outbox-late")).containsOnlyOnce(late.getFirst().id());
    }
  }

  @Test
  void passesAGapThatWasRolledBack() {
    var before = committed(made("outbox-gap", 1));
    var never = made("outbox-gap", 3);

    try (var writer = new Writer(never)) {
      sent(committed(made("outbox-gap", 1)));
      writer.rollBack();
    }
    var after = committed(made("outbox-gap", 1));

    sent(before);
    sent(after);
    assertThat(ids("outbox-gap")).doesNotContainAnyElementsOf(idsOf(never));
  }

  @Test
  void sendsMoreThanOneBatchWhileWritersAreOpen() {
    var early = made("outbox-full", 3);
    var many = made("outbox-full", 2 * FULL + FULL / 2);
    var between = made("outbox-full", FULL);

    try (var first = new Writer(early);
        var second = new Writer(between)) {
      sent(committed(many));
      second.commit();
      sent(between);
      first.commit();
    }

    sent(early);
    assertThat(ids("outbox-full"))
        .doesNotHaveDuplicates()
        .containsSubsequence(idsOf(many))
        .containsAll(idsOf(between))
        .containsAll(idsOf(early));
  }

  /// What is passed by once is never found.
  public static final class NothingIsForgotten implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("picturelock.outbox.forget-after", "1h");
    }
  }

  /// A transaction that has its positions and is open until it is told how to end.
  private final class Writer implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CompletableFuture<Boolean> ending = new CompletableFuture<>();
    private final CompletableFuture<Void> ended;

    Writer(List<Event> written) {
      var open = new CompletableFuture<Void>();
      ended =
          CompletableFuture.runAsync(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(() -> {
                        outbox.publish(written);
                        open.complete(null);
                        if (!ending.join()) {
                          QuarkusTransaction.setRollbackOnly();
                        }
                      }),
              thread);
      CompletableFuture.anyOf(open, ended).join();
    }

    void commit() {
      ending.complete(true);
      ended.join();
    }

    void rollBack() {
      ending.complete(false);
      assertThat(ended).failsWithin(PATIENCE);
    }

    @Override
    public void close() {
      ending.complete(false);
      thread.close();
    }
  }

  private List<Event> made(String title, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> events.now(title, "title/" + title, "test", new TitleOpened(title, "T", "p")))
        .toList();
  }

  private List<Event> committed(List<Event> written) {
    QuarkusTransaction.requiringNew().run(() -> outbox.publish(written));
    return written;
  }

  private void sent(List<Event> written) {
    assertThatCode(() -> outbox.publications().await(idsOf(written), PATIENCE))
        .doesNotThrowAnyException();
  }

  private static List<UUID> idsOf(List<Event> written) {
    return written.stream().map(Event::id).toList();
  }

  private static List<UUID> ids(String title) {
    return idsOf(IntakeCalls.events(title));
  }
}
