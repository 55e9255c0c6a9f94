package dev.picturelock.tlog.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.ConsistencyProof;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddCheckpointTest {

  private static final String HASH = Hash.EMPTY_ROOT.toBase64();

  @Test
  void isWrittenAsTheSpecificationSays() {
    var proof = GrownLog.proofsTo(7).from(new TreeSize(3));
    var request = new AddCheckpoint(new TreeSize(3), proof, GrownLog.at(7));

    var text = request.format();

    assertThat(text.lines().toList().subList(0, 7))
        .containsExactly(
            "old 3",
            proof.path().get(0).toBase64(),
            proof.path().get(1).toBase64(),
            proof.path().get(2).toBase64(),
            proof.path().get(3).toBase64(),
            "",
            "log.example/prov");
    assertThat(text).endsWith("\n\n" + GrownLog.at(7).format());
    assertThat(AddCheckpoint.parse(request.toBytes())).isEqualTo(request);
  }

  @Test
  void hasNoProofFromTheEmptyTree() {
    var request = new AddCheckpoint(TreeSize.ZERO, new ConsistencyProof(List.of()), GrownLog.at(1));

    assertThat(request.format()).isEqualTo("old 0\n\n" + GrownLog.at(1).format());
    assertThat(AddCheckpoint.parse(request.toBytes())).isEqualTo(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "old 0\n",
        "old 00\n\n",
        "old -1\n\n",
        "old\n\n",
        "old \n\n",
        "old  1\n\n",
        "old 1 \n\n",
        "Old 1\n\n",
        "\nold 1\n\n",
        "old 1\r\n\n",
        "old 9223372036854775808\n\n",
        "old 1\nAAAA\n\n",
        "old 1\n \n\n",
        "old 1\n\n\n",
        "old 1\nold 1\n\n",
      })
  void refusesEveryOtherForm(String head) {
    byte[] body = (head + GrownLog.at(1).format()).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> AddCheckpoint.parse(body)).isInstanceOf(MalformedException.class);
  }

  @Test
  void hasAtMostSixtyThreeProofLines() {
    var checkpoint = "\n" + GrownLog.at(1).format();
    byte[] most =
        ("old 1\n" + (HASH + "\n").repeat(63) + checkpoint).getBytes(StandardCharsets.UTF_8);
    byte[] more =
        ("old 1\n" + (HASH + "\n").repeat(64) + checkpoint).getBytes(StandardCharsets.UTF_8);

    assertThat(AddCheckpoint.parse(most).proof().path())
        .isEqualTo(Collections.nCopies(63, Hash.EMPTY_ROOT));
    assertThatThrownBy(() -> AddCheckpoint.parse(more)).isInstanceOf(MalformedException.class);
  }

  @Test
  void hasAtMostAMillionBytes() {
    assertThatThrownBy(() -> AddCheckpoint.parse(new byte[1_000_000]))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("no empty line");
    assertThatThrownBy(() -> AddCheckpoint.parse(new byte[1_000_001]))
        .isInstanceOf(MalformedException.class)
        .hasMessageContaining("1000001 bytes");
  }
}
