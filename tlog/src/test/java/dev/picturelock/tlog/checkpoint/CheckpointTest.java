package dev.picturelock.tlog.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.Vectors;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final String ROOT = "2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=";

  @Test
  void readsAndWritesOriginSizeAndRoot() {
    var text = "log.example/prov\n70000\n" + ROOT + "\n";

    var checkpoint = Checkpoint.parse(text);

    assertThat(checkpoint)
        .isEqualTo(new Checkpoint("log.example/prov", new TreeSize(70_000), Hash.ofBase64(ROOT)));
    assertThat(checkpoint.text()).isEqualTo(text);
  }

  @Test
  void keepsExtensionLines() {
    var text = "log.example/prov\n70000\n" + ROOT + "\nmore\nand more\n";

    assertThat(Checkpoint.parse(text).extensions()).containsExactly("more", "and more");
    assertThat(Checkpoint.parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "log\n1\n",
        "log\n1\n" + ROOT,
        "\n1\n" + ROOT + "\n",
        "log\n\n" + ROOT + "\n",
        "log\n01\n" + ROOT + "\n",
        "log\n-1\n" + ROOT + "\n",
        "log\n+1\n" + ROOT + "\n",
        "log\n1 \n" + ROOT + "\n",
        "log\n9223372036854775808\n" + ROOT + "\n",
        "log\n1\n" + ROOT + " \n",
        "log\n1\nAAAA\n",
        "log\n1\n2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM\n",
        "log\n1\n2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vN=\n",
        "log\n1\n" + ROOT + "\n\n",
        "log\n1\n" + ROOT + "\n\nmore\n",
        "log\r\n1\n" + ROOT + "\n",
        "log\n0\n" + ROOT + "\n",
        "lo\ud800g\n1\n" + ROOT + "\n",
        "log\n1\n" + ROOT + "\nmo\ud800re\n",
        "log\n1\n" + ROOT + "\nmo\tre\n"
      })
  void refusesEveryOtherForm(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(MalformedException.class);
  }

  @Test
  void isSignedAndCosignedExactlyAsOthersDo() {
    var notes = Vectors.load().get("notes");
    assertThat(notes).hasSize(6);
    for (var vector : notes) {
      var log =
          Ed25519Signer.ofSeed(
              "log.example/prov", HexFormat.of().parseHex(vector.get("log_seed_hex").asText()));
      var witness =
          CosignatureSigner.ofSeed(
              "witness.example/w1",
              HexFormat.of().parseHex(vector.get("witness_seed_hex").asText()),
              () -> Instant.ofEpochSecond(vector.get("witness_time").asLong()));
      var checkpoint = Checkpoint.parse(vector.get("body").asText());

      var signed = SignedCheckpoint.sign(checkpoint, log);
      var cosigned = signed.with(List.of(witness.sign(checkpoint.text())));

      assertThat(log.verifierKey()).hasToString(vector.get("log_vkey").asText());
      assertThat(witness.verifierKey()).hasToString(vector.get("witness_vkey").asText());
      assertThat(signed.format()).isEqualTo(vector.get("signed_checkpoint").asText());
      assertThat(cosigned.format()).isEqualTo(vector.get("cosigned_checkpoint").asText());
      assertThat(SignedCheckpoint.parse(cosigned.toBytes())).isEqualTo(cosigned);
      assertThat(cosigned.verify(List.of(log.verifierKey(), witness.verifierKey())))
          .isInstanceOf(Authentic.class);
    }
  }

  @Test
  void cannotBePairedWithTheNoteOfAnother() {
    var log = Ed25519Signer.ofSeed("log", Seeds.of(1));
    var one = new Checkpoint("log", new TreeSize(1), Hash.leaf(new byte[0]));
    var two = new Checkpoint("log", new TreeSize(2), Hash.leaf(new byte[0]));

    var noteOfTwo = SignedCheckpoint.sign(two, log).note();

    assertThatThrownBy(() -> new SignedCheckpoint(one, noteOfTwo))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
