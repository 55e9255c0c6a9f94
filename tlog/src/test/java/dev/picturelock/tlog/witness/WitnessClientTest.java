package dev.picturelock.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.NoteSigner;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.WitnessResult.Unusable;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessClientTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final CosignatureSigner WITNESS = witness("w.example", 2, NOON);
  private static final CosignatureSigner STRANGER = witness("w.example", 9, NOON);

  private final ScriptedWitness script = new ScriptedWitness();
  private final WitnessClient client =
      new WitnessClient(
          new WitnessEndpoint("https://w.example/x", List.of(WITNESS.verifierKey())), script);

  @Test
  void beginsWithTheEmptyTreeAndGoesOnFromWhatWasCosigned() throws InterruptedException {
    script.then(signedBy(WITNESS)).then(signedBy(WITNESS)).then(signedBy(WITNESS));

    var first = submit(3);
    var second = submit(7);
    var again = submit(7);

    assertThat(first).isEqualTo(new Cosigned(List.of(WITNESS.sign(GrownLog.at(3).note().text()))));
    assertThat(second).isInstanceOf(Cosigned.class);
    assertThat(again).isInstanceOf(Cosigned.class);
    assertThat(script.urls.getFirst()).isEqualTo("https://w.example/x/add-checkpoint");
    assertThat(script.requests)
        .extracting(request -> request.old().value())
        .containsExactly(0L, 3L, 7L);
    assertThat(script.requests.getFirst().proof().path()).isEmpty();
    assertThat(script.requests.get(1).proof()).isEqualTo(proof(3, 7));
    assertThat(script.requests.get(2).proof().path()).isEmpty();
  }

  @Test
  void provesAgainFromTheSizeThatTheWitnessNames() throws InterruptedException {
    script.thenConflict(5).then(signedBy(WITNESS));

    var result = submit(7);

    assertThat(result).isInstanceOf(Cosigned.class);
    assertThat(script.requests).hasSize(2);
    assertThat(script.requests.getLast().old()).isEqualTo(new TreeSize(5));
    assertThat(script.requests.getLast().proof()).isEqualTo(proof(5, 7));
  }

  @Test
  void beginsAnewWhereTheWitnessForgot() throws InterruptedException {
    script.then(signedBy(WITNESS)).thenConflict(0).then(signedBy(WITNESS));

    assertThat(submit(3)).isInstanceOf(Cosigned.class);
    assertThat(submit(7)).isInstanceOf(Cosigned.class);

    assertThat(script.requests.getLast().old()).isEqualTo(TreeSize.ZERO);
  }

  @Test
  void tellsThatTheWitnessHasSeenALargerTree() throws InterruptedException {
    script.thenConflict(9).thenConflict(9).then(signedBy(WITNESS));

    assertThat(submit(7)).isEqualTo(new Ahead(new TreeSize(9)));
    // What it remembers is no size to prove an older checkpoint from, so it asks again.
    assertThat(submit(8)).isEqualTo(new Ahead(new TreeSize(9)));
    assertThat(submit(10)).isInstanceOf(Cosigned.class);

    assertThat(script.requests)
        .extracting(request -> request.old().value())
        .containsExactly(0L, 0L, 9L);
  }

  @Test
  void givesUpOnAWitnessWhoseSizesMakeNoSense() throws InterruptedException {
    script.thenConflict(0);
    script.thenConflict(3).thenConflict(4).thenConflict(5);

    assertThat(submit(7))
        .isEqualTo(new Unusable("it answers 409 to the size that it says it has, 0"));
    assertThat(submit(7)).isEqualTo(new Unusable("its size changed with every request"));
    assertThat(script.requests).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(Refusal.class)
  void tellsWhyTheWitnessRefuses(Refusal refusal) throws InterruptedException {
    script.then(refusal.status(), "text/plain", "no\n");

    assertThat(submit(7)).isEqualTo(new Refused(refusal));
    assertThat(script.requests).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 301, 307, 401, 405, 410, 429, 500, 503})
  void cannotUseAStatusThatTheProtocolDoesNotHave(int status) throws InterruptedException {
    script.then(_ -> new HttpAnswer(status, "", new byte[0]));

    assertThat(submit(7)).isEqualTo(new Unusable("it answers with status " + status));
  }

  @ParameterizedTest
  @CsvSource({
    "text/x.tlog.size, '5'",
    "text/x.tlog.size, ''",
    "text/x.tlog.size, '05\n'",
    "text/x.tlog.size, '5\n\n'",
    "text/x.tlog.size, '5 \n'",
    "text/x.tlog.size, '5\r\n'",
    "text/x.tlog.size, '-5\n'",
    "text/x.tlog.size, '9223372036854775808\n'",
    "text/plain, '5\n'",
    "'', '5\n'"
  })
  void cannotUseAConflictInAnotherForm(String type, String body) throws InterruptedException {
    script.then(409, type, body.replace("\\n", "\n"));

    assertThat(submit(7)).isInstanceOf(Unusable.class);
    assertThat(script.requests).hasSize(1);
  }

  @Test
  void readsTheTypeOfAConflictAsHttpDoes() throws InterruptedException {
    script.then(409, "Text/X.tlog.size; charset=us-ascii", "5\n").then(signedBy(WITNESS));

    assertThat(submit(7)).isInstanceOf(Cosigned.class);
  }

  @Test
  void takesOnlyOneLineOfEachKeyThatItKnows() throws InterruptedException {
    script.then(signedBy(STRANGER, WITNESS, WITNESS, GrownLog.SIGNER));

    assertThat(submit(7))
        .isEqualTo(new Cosigned(List.of(WITNESS.sign(GrownLog.at(7).note().text()))));
  }

  @Test
  void takesTheLinesOfAllKeysOfTheWitness() throws InterruptedException {
    var second = CosignatureSigner.mlDsa44OfSeed("w.example", Seeds.of(3), () -> NOON);
    var endpoint =
        new WitnessEndpoint(
            "https://w.example", List.of(WITNESS.verifierKey(), second.verifierKey()));
    script.then(signedBy(second, WITNESS));

    var result = new WitnessClient(endpoint, script).submit(GrownLog.at(7), GrownLog.proofsTo(7));

    assertThat(result)
        .isInstanceOfSatisfying(
            Cosigned.class,
            cosigned ->
                assertThat(cosigned.lines())
                    .extracting(SignatureLine::keyId)
                    .containsExactly(WITNESS.verifierKey().id(), second.verifierKey().id()));
  }

  @Test
  void cannotUseCosignaturesThatAreNone() throws InterruptedException {
    var withoutTime = witness("w.example", 2, Instant.EPOCH);
    var another = WITNESS.sign(GrownLog.at(6).note().text()).format();
    var good = WITNESS.sign(GrownLog.at(7).note().text()).format();
    for (String body :
        List.of(
            "", "\n", "no\n", good.strip(), good + "\n", "\n" + good, good + another, another)) {
      script.then(200, "text/plain", body);

      assertThat(submit(7)).as(body).isInstanceOf(Unusable.class);
    }
    script.then(signedBy(STRANGER)).then(signedBy(withoutTime));

    assertThat(submit(7)).isInstanceOf(Unusable.class);
    assertThat(submit(7)).isEqualTo(new Unusable("a cosignature without a time"));
    // Nothing of this was taken for the size that it cosigned last.
    assertThat(script.requests).allMatch(request -> request.old().equals(TreeSize.ZERO));
  }

  @Test
  void readsAHundredLinesAndAMillionBytesAndNoMore() throws InterruptedException {
    var good = WITNESS.sign(GrownLog.at(7).note().text()).format();
    script.then(200, "text/plain", good.repeat(101));
    script.then(200, "text/plain", good.repeat(100));
    script.then(200, "text/plain", "-".repeat(1_000_000) + "\n");
    script.then(200, "text/plain", "-".repeat(999_999) + "\n");

    assertThat(submit(7)).isEqualTo(new Unusable("witness answer: more than 100 lines"));
    assertThat(submit(7)).isInstanceOf(Cosigned.class);
    assertThat(submit(7)).isEqualTo(new Unusable("witness answer: more than 1000000 bytes"));
    assertThat(submit(7))
        .isEqualTo(
            new Unusable(
                "signature line: want '— <name> <base64>', got '" + "-".repeat(40) + "…'"));
    // Only the second was taken for the size that it cosigned last.
    assertThat(script.requests)
        .extracting(request -> request.old().value())
        .containsExactly(0L, 0L, 7L, 7L);
  }

  @Test
  void tellsThatTheWitnessCannotBeReached() throws InterruptedException {
    script.then(_ -> {
      throw new IOException("connection refused");
    });

    assertThat(submit(7)).isEqualTo(new Unreachable("connection refused"));
  }

  @Test
  void refusesAnEndpointThatCannotBeAsked() {
    var keys = List.of(WITNESS.verifierKey());

    assertThatThrownBy(() -> new WitnessEndpoint("", keys))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WitnessEndpoint("https://w.example/", keys))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WitnessEndpoint("https://w.example", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private WitnessResult submit(long size) throws InterruptedException {
    return client.submit(GrownLog.at(size), GrownLog.proofsTo(size));
  }

  private static ScriptedWitness.Turn signedBy(NoteSigner... signers) {
    return request ->
        ScriptedWitness.answer(
            200,
            "text/plain",
            Arrays.stream(signers)
                .map(signer -> signer.sign(request.checkpoint().note().text()).format())
                .collect(Collectors.joining()));
  }

  private static ConsistencyProof proof(long old, long size) {
    return GrownLog.proofsTo(size).from(new TreeSize(old));
  }

  private static CosignatureSigner witness(String name, int seed, Instant at) {
    return CosignatureSigner.ofSeed(name, Seeds.of(seed), () -> at);
  }
}
