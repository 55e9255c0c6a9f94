package dev.picturelock.tlog.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.Seeds;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private static final Ed25519Signer SIGNER = Ed25519Signer.ofSeed("log", Seeds.of(1));
  private static final RawPublicKey KEY = SIGNER.verifierKey().publicKey();

  @Test
  void areToldApartByAlgorithmAndBytes() {
    var same = RawPublicKey.of(KeyAlgorithm.ED25519, KEY.toBytes());
    var other = Ed25519Signer.ofSeed("log", Seeds.of(2)).verifierKey().publicKey();

    assertThat(KEY).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
    assertThat(KEY.hashCode()).isNotEqualTo(other.hashCode());
    assertThat(KEY).isNotEqualTo("key").hasToString(HexFormat.of().formatHex(KEY.toBytes()));
    assertThat(KEY.algorithm()).isEqualTo(KeyAlgorithm.ED25519);
  }

  @Test
  void areNotChangedThroughTheBytesTheyGaveOut() {
    byte[] bytes = KEY.toBytes();
    var copy = RawPublicKey.of(KeyAlgorithm.ED25519, bytes);

    bytes[0] ^= 1;
    KEY.toBytes()[1] ^= 1;

    assertThat(copy).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 1_312})
  void haveTheLengthOfTheirAlgorithm(int length) {
    assertThatThrownBy(() -> RawPublicKey.of(KeyAlgorithm.ED25519, new byte[length]))
        .hasMessage("public key: want 32 bytes, got " + length);
  }

  @Test
  void arePointsOfTheCurve() {
    // No point has the second coordinate 2.
    byte[] none = new byte[32];
    none[0] = 2;

    assertThatThrownBy(() -> RawPublicKey.of(KeyAlgorithm.ED25519, none))
        .hasMessage("public key: not of Ed25519");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void growOutOfThirtyTwoBytes(int length) {
    assertThatThrownBy(() -> Ed25519Signer.ofSeed("log", new byte[length]))
        .hasMessage("seed: want 32 bytes, got " + length);
  }

  @ParameterizedTest
  @EnumSource
  void keepTheCodeOfTheirType(SignatureType type) {
    assertThat(SignatureType.of((byte) type.code())).isEqualTo(type);
    assertThat(type.isCosignature()).isEqualTo(type != SignatureType.ED25519);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x02, 0x03, 0x05, 0x07, 0xff})
  void areNotReadForTypesThatNothingHereChecks(int code) {
    byte[] typed = new byte[33];
    typed[0] = (byte) code;
    var text = "log+00000000+" + Base64.getEncoder().encodeToString(typed);

    assertThatThrownBy(() -> VerifierKey.parse(text))
        .isInstanceOf(MalformedException.class)
        .hasMessageStartingWith("signature type: 0x%02x".formatted(code));
  }

  @Test
  void stateTheKeyIdThatIsTheirs() {
    var key = SIGNER.verifierKey();
    var other = key.format().replace("+" + key.id() + "+", "+00000000+");

    assertThatThrownBy(() -> VerifierKey.parse(other))
        .hasMessage("verifier key: states id 00000000, its id is " + key.id());
    assertThat(KeyId.ofHex("0a0B0c0d".toLowerCase(Locale.ROOT)).value()).isEqualTo(0x0a0b0c0d);
  }

  @Test
  void ofASignerSignNoCosignature() {
    assertThatThrownBy(() -> SIGNER.verifierKey().cosignedMessage("text\n", 1))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void claimOnlyLinesOfTheirNameAndId() {
    var key = SIGNER.verifierKey();
    var line = SIGNER.sign("text\n");
    var otherId = Ed25519Signer.ofSeed("log", Seeds.of(2)).sign("text\n");
    var otherName = new SignatureLine("other", line.base64());

    assertThat(key.claims(line)).isTrue();
    assertThat(key.claims(otherId)).isFalse();
    assertThat(key.claims(otherName)).isFalse();
  }

  @Test
  void signNothingThatWasCutOffOrDrawnOut() {
    var line = SIGNER.sign("text\n");
    byte[] signature = line.signature();

    assertThat(KEY.verifies("text\n".getBytes(StandardCharsets.UTF_8), signature)).isTrue();
    for (int length : new int[] {0, 63, 65}) {
      assertThat(
              KEY.verifies(
                  "text\n".getBytes(StandardCharsets.UTF_8), Arrays.copyOf(signature, length)))
          .isFalse();
    }
  }
}
