package dev.picturelock.tlog.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.policy.PolicyResult.Satisfied;
import dev.picturelock.tlog.policy.PolicyResult.Step;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  private static final Policy TWO_LEVELS = Policy.parse(PolicyFiles.twoLevels());

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "X1 X2 Y1, -",
        "X1 X3 Y3, -",
        "X2 X3 Y2, -",
        "X1 X2 X3 Y1 Y2 Y3, -",
        "'', 'X-and-Y (0 of 2, lacks X-witnesses (0 of 2, lacks X1, X2, X3), Y-witnesses (0 of 1, lacks Y1, Y2, Y3))'",
        "X1 X2, 'X-and-Y (1 of 2, lacks Y-witnesses (0 of 1, lacks Y1, Y2, Y3))'",
        "X1 X2 X3, 'X-and-Y (1 of 2, lacks Y-witnesses (0 of 1, lacks Y1, Y2, Y3))'",
        "X2 Y1, 'X-and-Y (1 of 2, lacks X-witnesses (1 of 2, lacks X1, X3))'",
        "Y1 Y2 Y3, 'X-and-Y (1 of 2, lacks X-witnesses (0 of 2, lacks X1, X2, X3))'",
        "X1 X1 Y1, 'X-and-Y (1 of 2, lacks X-witnesses (1 of 2, lacks X2, X3))'"
      })
  void countsWitnessesInGroupsOfGroups(String signers, String lack) {
    var names = signers.isEmpty() ? new String[0] : signers.split(" ", -1);

    var result = TWO_LEVELS.evaluate(PolicyFiles.signedBy(names));

    if (lack == null) {
      assertThat(result.isSatisfied()).isTrue();
    } else {
      assertThat(result)
          .isInstanceOfSatisfying(
              Unsatisfied.class,
              unsatisfied -> {
                assertThat(unsatisfied.step()).isEqualTo(Step.QUORUM);
                assertThat(unsatisfied.reason()).isEqualTo("too few cosignatures: " + lack);
              });
    }
  }

  @Test
  void tellsWhoCosignedAndWhoDidNot() {
    var enough = TWO_LEVELS.evaluate(PolicyFiles.signedBy("X2", "X1", "Y3"));
    var tooFew = TWO_LEVELS.evaluate(PolicyFiles.signedBy("X2", "Y3"));

    assertThat(enough)
        .isInstanceOfSatisfying(
            Satisfied.class,
            satisfied -> {
              assertThat(satisfied.log().key()).isEqualTo(PolicyFiles.LOG.verifierKey());
              assertThat(satisfied.endorsements()).hasSize(4);
              assertThat(names(satisfied.cosigned())).containsExactly("X1", "X2", "Y3");
              assertThat(names(satisfied.missing())).containsExactly("X3", "Y1", "Y2");
            });
    assertThat(tooFew)
        .isInstanceOfSatisfying(
            Unsatisfied.class,
            unsatisfied -> {
              assertThat(names(unsatisfied.cosigned())).containsExactly("X2", "Y3");
              assertThat(names(unsatisfied.missing())).containsExactly("X1", "X3", "Y1", "Y2");
            });
  }

  @Test
  void asksForOneWitnessOrForNone() {
    var log = "log " + PolicyFiles.LOG.verifierKey() + "\nwitness w " + PolicyFiles.vkey("X1");
    var one = Policy.parse(log + "\nquorum w\n");
    var none = Policy.parse(log + "\nquorum none\n");
    var ofLog = Policy.ofLog(PolicyFiles.LOG.verifierKey());

    assertThat(one.evaluate(PolicyFiles.signedBy("X1")).isSatisfied()).isTrue();
    assertThat(one.evaluate(PolicyFiles.signedBy()))
        .isEqualTo(
            new Unsatisfied(
                Step.QUORUM, "too few cosignatures: w", List.of(), one.quorum().witnesses()));
    assertThat(none.evaluate(PolicyFiles.signedBy()).isSatisfied()).isTrue();
    assertThat(ofLog.evaluate(PolicyFiles.signedBy("X1")).isSatisfied()).isTrue();
    // asked for or not, it is told
    assertThat(none.evaluate(PolicyFiles.signedBy("X1")))
        .isInstanceOfSatisfying(
            Satisfied.class, s -> assertThat(names(s.cosigned())).containsExactly("w"));
  }

  @Test
  void refusesTheCheckpointOfALogThatIsNotListed() {
    var other = Ed25519Signer.ofSeed("log.example/other", Seeds.of(9)).verifierKey();

    var result = TWO_LEVELS.forLog(other).evaluate(PolicyFiles.signedBy("X1", "X2", "Y1"));

    assertThat(result)
        .isEqualTo(
            new Unsatisfied(Step.ORIGIN, "no log of the policy has the origin 'log.example/prov'"));
  }

  @Test
  void appliesToALogThatIsKnownFromElsewhere() {
    var withoutLogs = Policy.parse("witness w " + PolicyFiles.vkey("X1") + "\nquorum w\n");

    var forLog = withoutLogs.forLog(PolicyFiles.LOG.verifierKey());

    assertThat(withoutLogs.logs()).isEmpty();
    assertThat(withoutLogs.evaluate(PolicyFiles.signedBy("X1")).isSatisfied()).isFalse();
    assertThat(forLog.evaluate(PolicyFiles.signedBy("X1")).isSatisfied()).isTrue();
    assertThat(forLog.evaluate(PolicyFiles.signedBy()).isSatisfied()).isFalse();
  }

  @Test
  void needsTheLogItselfToHaveSigned() {
    var cosignedOnly =
        SignedCheckpoint.sign(
            PolicyFiles.CHECKPOINT,
            PolicyFiles.witness("X1"),
            PolicyFiles.witness("X2"),
            PolicyFiles.witness("Y1"));

    assertThat(TWO_LEVELS.evaluate(cosignedOnly))
        .isEqualTo(new Unsatisfied(Step.SIGNATURE, "not signed by the log 'log.example/prov'"));
  }

  @Test
  void refusesAGoodQuorumBesideOneBadSignature() {
    var stale = PolicyFiles.witness("Y2").sign("log.example/prov\n2\nAAAA\n");
    var signed = PolicyFiles.signedBy("X1", "X2", "Y1").with(List.of(stale));

    assertThat(TWO_LEVELS.evaluate(signed))
        .isEqualTo(new Unsatisfied(Step.SIGNATURE, "the signature of Y2.example does not hold"));
  }

  @Test
  void ignoresCosignaturesOfWitnessesThatItDoesNotKnow() {
    var stranger = CosignatureSigner.ofSeed("X2.example", Seeds.of(99), () -> Instant.EPOCH);
    var line = stranger.sign(PolicyFiles.CHECKPOINT.text());

    var result = TWO_LEVELS.evaluate(PolicyFiles.signedBy("X1", "Y1").with(List.of(line)));

    assertThat(result.isSatisfied()).isFalse();
  }

  @Test
  void acceptsALogThatSignsWithMlDsa44() {
    var log = CosignatureSigner.mlDsa44OfSeed(PolicyFiles.ORIGIN, Seeds.of(7), () -> Instant.EPOCH);

    var result =
        Policy.parse("log " + log.verifierKey() + "\nquorum none\n")
            .evaluate(SignedCheckpoint.sign(PolicyFiles.CHECKPOINT, log));

    assertThat(result.isSatisfied()).isTrue();
  }

  private static List<String> names(List<KnownWitness> witnesses) {
    return witnesses.stream().map(KnownWitness::name).toList();
  }
}
