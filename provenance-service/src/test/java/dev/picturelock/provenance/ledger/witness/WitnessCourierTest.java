package dev.picturelock.provenance.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.Fake;
import dev.picturelock.provenance.ledger.Commits;
import dev.picturelock.provenance.ledger.Cosignatures;
import dev.picturelock.provenance.ledger.Head;
import dev.picturelock.provenance.ledger.LogId;
import dev.picturelock.provenance.ledger.LogKeys;
import dev.picturelock.provenance.ledger.Logs;
import dev.picturelock.provenance.ledger.MissingTileException;
import dev.picturelock.provenance.ledger.TestKeys;
import dev.picturelock.provenance.ledger.guard.BareGuard;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.tile.HashTile;
import dev.picturelock.tlog.tile.TileReader;
import dev.picturelock.tlog.witness.AddCheckpoint;
import dev.picturelock.tlog.witness.HttpAnswer;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import jakarta.enterprise.event.Event;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ten logs of three entries each, and one witness.
class WitnessCourierTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final TreeSize THREE = new TreeSize(3);

  private final List<String> shown = new ArrayList<>();
  private final List<WitnessAlarm> alarms = new ArrayList<>();
  private final List<LogId> withoutTiles = new ArrayList<>();

  @TempDir Path folder;
  private LogKeys keys;
  private ConcurrentMap<LogId, Head> newest;

  @SuppressWarnings("NullAway.Init") // JUnit gives the folder, @BeforeEach the rest
  WitnessCourierTest() {}

  @BeforeEach
  void growTenLogs() {
    keys = TestKeys.in(folder);
    newest =
        IntStream.range(0, 10)
            .mapToObj(number -> grown("title" + number))
            .collect(Collectors.toConcurrentMap(Head::log, Function.identity()));
  }

  @Test
  void aLogThatCannotBeShownHoldsUpNoOther() throws InterruptedException {
    var broken = newest.values().iterator().next();
    withoutTiles.add(broken.log());

    courier(List.of(), new HttpAnswer(404, "", new byte[0])).deliver(newest);

    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(
            newest.values().stream()
                .filter(head -> !head.equals(broken))
                .map(Head::origin)
                .toList());
    assertThat(alarms).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"409, text/x.tlog.size, 4, AHEAD", "422, text/plain, fork, INCONSISTENT"})
  void aWitnessThatKnowsAnotherPastRaisesTheAlarmUnlessThatWasAcceptedAsLost(
      int status, String type, String body, WitnessAlarm.Kind kind) throws InterruptedException {
    var answer = new HttpAnswer(status, type, (body + "\n").getBytes(UTF_8));
    var lost = newest.values().iterator().next();
    BareGuard.releasedElsewhere(folder, SignedCheckpoint.parse(lost.checkpoint()));

    courier(List.of(lost.origin()), answer).deliver(newest);

    assertThat(shown).hasSize(10).contains(lost.origin());
    assertThat(alarms).hasSize(9).allMatch(alarm -> alarm.kind() == kind);
    assertThat(alarms).extracting(WitnessAlarm::log).doesNotContain(lost.log());
  }

  @ParameterizedTest
  @CsvSource({
    "200, text/plain, nonsense",
    "200, text/plain, — w.example AAAAAAAAAAA=",
    "302, text/x.tlog.size, 4",
    "400, text/plain, bad",
    "403, text/plain, who",
    "404, text/plain, what",
    "409, text/plain, 4",
    "409, text/x.tlog.size, four",
    "409, text/x.tlog.size, 3",
    "409, text/x.tlog.size, 0",
    "429, text/x.tlog.size, 4",
    "500, text/plain, sorry",
  })
  void noOtherAnswerRaisesAnAlarm(int status, String type, String body)
      throws InterruptedException {
    var answer = new HttpAnswer(status, type, (body + "\n").getBytes(UTF_8));

    courier(List.of(), answer).deliver(newest);

    assertThat(shown).isNotEmpty();
    assertThat(alarms).isEmpty();
  }

  /// A courier to a witness that always answers the same.
  private WitnessCourier courier(List<String> lost, HttpAnswer answer) {
    var logs = logs();
    var guard = BareGuard.open(folder, logs, keys, lost).guard();
    var key = CosignatureSigner.ofSeed("w.example", new byte[32], Clock.systemUTC()).verifierKey();
    var answers =
        new WitnessAnswers(
            Fake.unused(CosignatureBook.class),
            Fake.unused(Cosignatures.class),
            logs,
            new Commits(),
            guard,
            () -> NOON,
            raised());
    return new WitnessCourier(
        "w",
        new WitnessEndpoint("https://w.example", List.of(key)),
        (_, body) -> {
          shown.add(AddCheckpoint.parse(body).checkpoint().checkpoint().origin());
          return answer;
        },
        logs,
        guard,
        answers,
        _ -> {},
        () -> NOON,
        new Settings(Optional.empty(), true, SECOND, SECOND, SECOND));
  }

  private Head grown(String title) {
    var empty = keys.begin(title, NOON, _ -> false);
    var root = Hash.leaf(title.getBytes(UTF_8));
    var signed =
        SignedCheckpoint.sign(new Checkpoint(empty.origin(), THREE, root), keys.signer(empty));
    return empty.grown(THREE, root, signed.format(), NOON);
  }

  private Logs logs() {
    return Fake.of(
        Logs.class,
        (method, arguments) ->
            switch (method) {
              case "tiles" -> tiles((LogId) arguments.getFirst());
              case "heads" -> headsOf((String) arguments.getFirst());
              default -> throw new AssertionError("nobody asks for " + method);
            });
  }

  private TileReader tiles(LogId log) {
    if (withoutTiles.contains(log)) {
      throw new MissingTileException(log, new HashTile(0, 0, 3));
    }
    return Fake.unused(TileReader.class);
  }

  private List<Head> headsOf(String title) {
    return newest.values().stream().filter(head -> head.titleId().equals(title)).toList();
  }

  @SuppressWarnings("unchecked") // there is no class of events of alarms
  private Event<WitnessAlarm> raised() {
    return Fake.of(Event.class, (_, arguments) -> alarms.add((WitnessAlarm) arguments.getFirst()));
  }

  private record Settings(
      Optional<Path> policy,
      boolean titles,
      Duration period,
      Duration timeout,
      Duration longestPause)
      implements WitnessConfig {}
}
