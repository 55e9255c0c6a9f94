package dev.picturelock.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.policy.PolicyResult;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WitnessesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofMillis(300);

  private final CountDownLatch interrupted = new CountDownLatch(1);

  @Test
  void asksAllAtOnceAndStopsWhenThereAreEnough() throws InterruptedException {
    var witnesses =
        new Witnesses(policy("group g 2 a b slow\nquorum g\n", "a", "b", "slow"), this::send, LONG);

    var witnessed = witnesses.cosign(GrownLog.at(7), GrownLog.proofsTo(7));

    assertThat(witnessed.verdict().isSatisfied()).isTrue();
    assertThat(witnessed.checkpoint().note().signatures()).hasSize(3);
    assertThat(witnessed.results())
        .hasEntrySatisfying(endpoint("a"), r -> assertThat(r).isInstanceOf(Cosigned.class))
        .hasEntrySatisfying(endpoint("b"), r -> assertThat(r).isInstanceOf(Cosigned.class))
        .containsEntry(endpoint("slow"), new Unreachable("not waited for"));
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void toleratesDeadAndFaultyOnesAndTellsOfEach() throws InterruptedException {
    var policy =
        policy(
            "group g 2 a dead refusing faulty\nquorum g\n", "a", "b", "dead", "refusing", "faulty");

    var witnessed =
        new Witnesses(policy, this::send, LONG).cosign(GrownLog.at(7), GrownLog.proofsTo(7));

    assertThat(witnessed.verdict())
        .isInstanceOfSatisfying(
            PolicyResult.Unsatisfied.class,
            unsatisfied ->
                assertThat(unsatisfied.reason())
                    .isEqualTo("too few cosignatures: g (1 of 2, lacks dead, refusing, faulty)"));
    // b cosigned as well, though its cosignature does not count
    assertThat(witnessed.checkpoint().note().signatures()).hasSize(3);
    assertThat(witnessed.results())
        .containsEntry(endpoint("dead"), new Unreachable("connection refused"))
        .containsEntry(endpoint("refusing"), new Refused(Refusal.UNKNOWN_ORIGIN))
        .containsEntry(
            endpoint("faulty"),
            new Unusable("cannot be asked: java.lang.IllegalStateException: broken"));
    assertThat(witnessed.results().keySet())
        .extracting(WitnessEndpoint::submissionPrefix)
        .containsExactly(
            "https://a.example",
            "https://b.example",
            "https://dead.example",
            "https://refusing.example",
            "https://faulty.example");
  }

  @Test
  void waitsForASlowOneNoLongerThanTheLimit() throws InterruptedException {
    var witnesses = new Witnesses(policy("quorum slow\n", "slow"), this::send, SHORT);

    var witnessed = witnesses.cosign(GrownLog.at(7), GrownLog.proofsTo(7));

    assertThat(witnessed.verdict().isSatisfied()).isFalse();
    assertThat(witnessed.checkpoint()).isEqualTo(GrownLog.at(7));
    assertThat(witnessed.results())
        .containsEntry(endpoint("slow"), new Unreachable("no answer in PT0.3S"));
    assertThat(interrupted.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void waitsForAllWhoMayCosignWhereNobodyMust() throws InterruptedException {
    var policy =
        Policy.parse(
            "log %s\nwitness a %s https://a.example/\nwitness b %s https://b.example\nwitness c %s\nquorum none\n"
                .formatted(
                    GrownLog.SIGNER.verifierKey(),
                    signer("a").verifierKey(),
                    signer("b").verifierKey(),
                    signer("c").verifierKey()));

    var witnessed =
        new Witnesses(policy, this::send, LONG).cosign(GrownLog.at(7), GrownLog.proofsTo(7));

    // The third has no URL, so nobody asks it.
    assertThat(witnessed.results()).hasSize(2);
    assertThat(witnessed.results().values()).allMatch(Cosigned.class::isInstance);
    assertThat(witnessed.checkpoint().note().signatures()).hasSize(3);
  }

  @Test
  void asksAWitnessWithTwoKeysOnce() {
    var policy =
        Policy.parse(
            "log %s\nwitness a %s https://a.example\nwitness b %s https://a.example/\nquorum a\n"
                .formatted(
                    GrownLog.SIGNER.verifierKey(),
                    signer("a").verifierKey(),
                    signer("b").verifierKey()));

    assertThat(WitnessEndpoint.of(policy))
        .containsExactly(
            new WitnessEndpoint(
                "https://a.example",
                List.of(signer("a").verifierKey(), signer("b").verifierKey())));
  }

  @Test
  void canItselfBeInterrupted() {
    var witnesses = new Witnesses(policy("quorum slow\n", "slow"), this::send, LONG);

    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> witnesses.cosign(GrownLog.at(7), GrownLog.proofsTo(7)))
        .isInstanceOf(InterruptedException.class);
  }

  /// What is behind the URLs: each witness behaves as it is called.
  private HttpAnswer send(String url, byte[] body) throws IOException, InterruptedException {
    var name = url.replaceFirst("^https://([a-z]+)\\.example/add-checkpoint$", "$1");
    return switch (name) {
      case "a", "b" ->
          ScriptedWitness.answer(
              200,
              "text/plain",
              signer(name).sign(AddCheckpoint.parse(body).checkpoint().note().text()).format());
      case "slow" -> waitForever();
      case "dead" -> throw new IOException("connection refused");
      case "refusing" -> ScriptedWitness.answer(404, "text/plain", "");
      default -> throw new IllegalStateException("broken");
    };
  }

  private HttpAnswer waitForever() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
      throw new IllegalStateException("nobody counts down");
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
  }

  private static Policy policy(String end, String... names) {
    var file = new StringBuilder("log " + GrownLog.SIGNER.verifierKey() + "\n");
    for (String name : names) {
      file.append(
          "witness %s %s https://%s.example\n".formatted(name, signer(name).verifierKey(), name));
    }
    return Policy.parse(file.append(end).toString());
  }

  private static WitnessEndpoint endpoint(String name) {
    return new WitnessEndpoint("https://" + name + ".example", List.of(signer(name).verifierKey()));
  }

  private static CosignatureSigner signer(String name) {
    return CosignatureSigner.ofSeed(
        name + ".example", Seeds.of(30 + name.length() + name.charAt(0)), () -> NOON);
  }
}
