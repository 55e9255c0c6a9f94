package dev.picturelock.provenance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.Ledger.Position;
import dev.picturelock.provenance.ledger.log.Entries.Known;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.tlog.merkle.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SiftedTest {
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  @Test
  void foldsRepeatsAndKeepsTheOrder() {
    var batch = List.of(entry(B, "b"), entry(A, "a"), entry(B, "b"));

    var sifted = Sifted.of(batch, _ -> Map.of());

    assertThat(sifted.fresh()).containsExactly(batch.get(0), batch.get(1));
    assertThat(sifted.known()).isEmpty();
    assertThat(sifted.contradictions()).isEmpty();
  }

  @Test
  void answersTheOldPositionOfWhatTheLogHas() {
    var batch = List.of(entry(A, "a"), entry(B, "b"));

    var sifted = Sifted.of(batch, _ -> Map.of(A, new Known(7, leaf("a"))));

    assertThat(sifted.fresh()).containsExactly(batch.get(1));
    assertThat(sifted.known()).containsExactly(new Position(A, 7));
  }

  @Test
  void leavesOutWhatContradictsTheLogOrAnEarlierOneOfTheBatchAndNothingElse() {
    var batch = List.of(entry(A, "forged"), entry(B, "b"), entry(B, "forged"), entry(C, "c"));

    var sifted = Sifted.of(batch, _ -> Map.of(A, new Known(7, leaf("a"))));

    assertThat(sifted.fresh()).containsExactly(batch.get(1), batch.get(3));
    assertThat(sifted.known()).isEmpty();
    assertThat(sifted.contradictions()).containsExactlyInAnyOrder(batch.get(0), batch.get(2));
  }

  @Test
  void whatTheLogHasIsNoContradictionWhereTheBatchBeginsWithAForgedOne() {
    var batch = List.of(entry(A, "forged"), entry(A, "a"));

    var sifted = Sifted.of(batch, _ -> Map.of(A, new Known(7, leaf("a"))));

    assertThat(sifted.fresh()).isEmpty();
    assertThat(sifted.known()).containsExactly(new Position(A, 7));
    assertThat(sifted.contradictions()).containsExactly(batch.get(0));
  }

  private static Entry entry(UUID id, String content) {
    return new Entry(id, bytes(content));
  }

  private static Hash leaf(String content) {
    return Hash.leaf(bytes(content));
  }

  private static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
