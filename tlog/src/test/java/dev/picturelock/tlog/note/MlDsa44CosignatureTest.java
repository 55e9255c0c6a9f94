package dev.picturelock.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import dev.picturelock.tlog.note.Endorsement.Cosigned;
import dev.picturelock.tlog.note.NoteResult.Authentic;
import dev.picturelock.tlog.note.NoteResult.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MlDsa44CosignatureTest {

  private static final Instant AT = Instant.ofEpochSecond(1_700_000_000);
  private static final String NAME = "witness.example/w2";
  private static final String ROOT = "2gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=";
  private static final String TEXT = "log.example/prov\n70000\n" + ROOT + "\n";
  private static final CosignatureSigner WITNESS =
      CosignatureSigner.mlDsa44OfSeed(NAME, Seeds.of(3), () -> AT);
  private static final VerifierKey KEY = WITNESS.verifierKey();

  @Test
  void holdsWhenAnotherImplementationMadeIt() {
    var note = Note.parse(resource("ml-dsa-44-cosigned-checkpoint.txt"));

    assertThat(KEY.format()).isEqualTo(resource("ml-dsa-44-vkey.txt").strip());
    assertThat(VerifierKey.parse(KEY.format())).isEqualTo(KEY);
    assertThat(note.text()).isEqualTo(TEXT);
    assertThat(note.verify(List.of(KEY))).isEqualTo(new Authentic(List.of(new Cosigned(KEY, AT))));
  }

  @Test
  void hasTheSizesOfTheSpecification() {
    byte[] payload = Base64.getDecoder().decode(WITNESS.sign(TEXT).base64());

    assertThat(payload).hasSize(4 + 8 + 2_420);
    assertThat(ByteBuffer.wrap(payload).getInt()).isEqualTo(KEY.id().value());
    assertThat(ByteBuffer.wrap(payload, 4, 8).getLong()).isEqualTo(AT.getEpochSecond());
    assertThat(KEY.publicKey().toBytes()).hasSize(1_312);
    assertThat(KEY.type().code()).isEqualTo(6);
  }

  @Test
  void signsTheStructureOfTheSpecification() {
    byte[] message = CosignedMessage.mlDsa44("w", "o\n258\n" + ROOT + "\n", 3);

    assertThat(message)
        .isEqualTo(
            HexFormat.of()
                .parseHex(
                    "737562747265652f76310a00"
                        + "0177"
                        + "0000000000000003"
                        + "016f"
                        + "0000000000000000"
                        + "0000000000000102"
                        + "da0532ff7b2ee56f4067110fc964e9f27b5959f9527bfff3fa501aa7584deaf3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log.example/prow\n70000\n" + ROOT + "\n",
        "log.example/prov \n70000\n" + ROOT + "\n",
        "log.example/prov\n70001\n" + ROOT + "\n",
        "log.example/prov\n7000\n" + ROOT + "\n",
        "log.example/prov\n70000\n3gUy/3su5W9AZxEPyWTp8ntZWflSe//z+lAap1hN6vM=\n",
        "log.example/prov\n070000\n" + ROOT + "\n",
        "log.example/prov\n70000\n\n",
        "log.example/prov\n70000\n",
        "\n"
      })
  void doesNotHoldForAnotherCheckpoint(String text) {
    var note = new Note(text, List.of(WITNESS.sign(TEXT)));

    assertThat(note.verify(List.of(KEY))).isInstanceOf(Rejected.class);
  }

  @Test
  void doesNotHoldAfterAnyByteOfItIsChanged() {
    byte[] payload = Base64.getDecoder().decode(WITNESS.sign(TEXT).base64());

    // every byte of the time, then a sample of the signature
    for (int at = KeyId.BYTES; at < payload.length; at += at < 12 ? 1 : 97) {
      byte[] changed = payload.clone();
      changed[at] ^= 1;

      assertThat(verify(changed)).as("byte %d", at).isInstanceOf(Rejected.class);
    }
    assertThat(verify(payload)).isInstanceOf(Authentic.class);
    assertThat(verify(Arrays.copyOf(payload, payload.length - 1))).isInstanceOf(Rejected.class);
    assertThat(verify(Arrays.copyOf(payload, payload.length + 1))).isInstanceOf(Rejected.class);
    assertThat(verify(Arrays.copyOf(payload, 12))).isInstanceOf(Rejected.class);
  }

  @Test
  void commitsToEachFieldOfItsStructure() {
    var signature = signature();
    byte[] message = CosignedMessage.mlDsa44(NAME, TEXT, AT.getEpochSecond());

    assertThat(KEY.publicKey().verifies(message, signature)).isTrue();
    for (int at = 0; at < message.length; at++) {
      byte[] changed = message.clone();
      changed[at] ^= 1;

      assertThat(KEY.publicKey().verifies(changed, signature)).as("byte %d", at).isFalse();
    }
  }

  @Test
  void isNotTakenForThatOfAnotherCosignerWithTheSameKey() {
    // An attacker may copy signature and key id under another name; both are in the message.
    var other = CosignatureSigner.mlDsa44OfSeed("other", Seeds.of(3), () -> AT).verifierKey();
    byte[] payload = Base64.getDecoder().decode(WITNESS.sign(TEXT).base64());
    ByteBuffer.wrap(payload).putInt(other.id().value());
    var renamed = new SignatureLine("other", Base64.getEncoder().encodeToString(payload));

    assertThat(new Note(TEXT, List.of(renamed)).verify(List.of(other)))
        .isInstanceOf(Rejected.class);
    assertThat(new Note(TEXT, List.of(WITNESS.sign(TEXT))).verify(List.of(other)))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void saysNothingOfExtensionLines() {
    var line = WITNESS.sign(TEXT + "first\n");

    assertThat(new Note(TEXT + "second\n", List.of(line)).verify(List.of(KEY)))
        .isInstanceOf(Authentic.class);
  }

  @Test
  void refusesATimeThatIsNone() {
    byte[] payload = Base64.getDecoder().decode(WITNESS.sign(TEXT).base64());

    ByteBuffer.wrap(payload).putLong(KeyId.BYTES, -1);

    assertThat(verify(payload)).isInstanceOf(Rejected.class);
  }

  @Test
  void isNotMadeOfAnythingButACheckpoint() {
    assertThatThrownBy(() -> WITNESS.sign("some text\n")).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> WITNESS.sign("o".repeat(256) + "\n1\n" + ROOT + "\n"))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("origin: 256 bytes");
    assertThatThrownBy(
            () -> CosignatureSigner.mlDsa44OfSeed("ü".repeat(128), Seeds.of(3), () -> AT))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> WITNESS.sign(TEXT.strip())).isInstanceOf(MalformedException.class);
    assertThat(CosignatureSigner.mlDsa44OfSeed("w".repeat(255), Seeds.of(3), () -> AT).sign(TEXT))
        .isNotNull();
    assertThat(WITNESS.sign("o".repeat(255) + "\n1\n" + ROOT + "\n").name()).isEqualTo(NAME);
  }

  @Test
  void refusesKeysOfAnotherLengthOrType() {
    byte[] key = KEY.publicKey().toBytes();

    assertThatThrownBy(
            () -> RawPublicKey.of(KeyAlgorithm.ML_DSA_44, Arrays.copyOf(key, key.length - 1)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(
            () -> RawPublicKey.of(KeyAlgorithm.ML_DSA_44, Arrays.copyOf(key, key.length + 1)))
        .isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> new VerifierKey(NAME, SignatureType.ED25519, KEY.publicKey()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static NoteResult verify(byte[] payload) {
    var line = new SignatureLine(NAME, Base64.getEncoder().encodeToString(payload));
    return new Note(TEXT, List.of(line)).verify(List.of(KEY));
  }

  private static byte[] signature() {
    byte[] payload = WITNESS.sign(TEXT).signature();
    return Arrays.copyOfRange(payload, Long.BYTES, payload.length);
  }

  private static String resource(String name) {
    try (var file = MlDsa44CosignatureTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
