package dev.picturelock.tlog.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.tlog.MalformedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {

  @Test
  void hashesLeavesAndNodesAsTheReferenceImplementationDoes() {
    assertThat(Hash.EMPTY_ROOT.toHex())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(Hash.leaf(new byte[0]).toHex())
        .isEqualTo("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    assertThat(Hash.leaf("L123456".getBytes(StandardCharsets.UTF_8)).toHex())
        .isEqualTo("395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
  }

  @Test
  void isNotChangedThroughTheBytesItWasMadeFromOrGaveOut() {
    byte[] bytes = new byte[Hash.BYTES];
    var hash = Hash.of(bytes);

    bytes[0] = 1;
    hash.toBytes()[1] = 1;

    assertThat(hash).isEqualTo(Hash.of(new byte[Hash.BYTES]));
  }

  @Test
  void readsBackItsTextForms() {
    var hash = Hash.leaf(new byte[] {7});

    assertThat(Hash.ofHex(hash.toHex())).isEqualTo(hash).hasSameHashCodeAs(hash);
    assertThat(Hash.ofBase64(hash.toBase64())).isEqualTo(hash);
    assertThat(Hash.listOf(Hash.concatenate(List.of(hash, hash)), 2)).containsExactly(hash, hash);
  }

  @Test
  void doesNotFillUpHashesThatAreCutOff() {
    byte[] bytes = new byte[2 * Hash.BYTES - 1];

    assertThat(Hash.listOf(bytes, 1)).hasSize(1);
    assertThat(Hash.listOf(bytes, 0)).isEmpty();
    assertThatThrownBy(() -> Hash.listOf(bytes, 2)).isInstanceOf(MalformedException.class);
    assertThatThrownBy(() -> Hash.listOf(bytes, -1)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void refusesAnythingButThirtyTwoBytes(int length) {
    assertThatThrownBy(() -> Hash.of(new byte[length])).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85",
        "g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
      })
  void refusesHexThatItWouldNotWrite(String hex) {
    assertThatThrownBy(() -> Hash.ofHex(hex)).isInstanceOf(MalformedException.class);
  }
}
