package dev.picturelock.kit.disclosure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisclosuresTest {
  private static final UUID EVENT = UUID.fromString("019aab00-0000-7000-8000-000000000001");

  private final Disclosures disclosures = with(1);

  /// RFC 9901, section 4.2.2 and 4.2.3.
  @Test
  void digestsADisclosureAsTheRfcDoes() {
    var encoded = "WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0";

    assertThat(Disclosure.digestOf(encoded))
        .isEqualTo("X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0");
    assertThat(Disclosure.parse(encoded))
        .isEqualTo(new Disclosure("_26bc4LT-ac6q2KI6cBW5es", "family_name", "Möbius"));
  }

  @Test
  void saltsEveryDisclosureAnew() {
    var one = disclosures.disclose("prompt", "a crowd");
    var other = disclosures.disclose("prompt", "a crowd");

    assertThat(one.digest()).isNotEqualTo(other.digest());
    assertThat(Base64.getUrlDecoder().decode(one.salt())).hasSize(16);
  }

  @Test
  void opensWhatItSealedAfterTheJourney() throws IOException {
    var disclosure = disclosures.disclose("prompt", "a crowd of 1,000, größer");

    var bytes = disclosures.seal("demo", EVENT, disclosure).toBytes();

    assertThat(new String(bytes, UTF_8)).doesNotContain("crowd", disclosure.encoded());
    assertThat(disclosures.open(SealedDisclosure.fromBytes(bytes))).contains(disclosure);
  }

  @Test
  void opensNothingThatWasTamperedWithOrBelongsElsewhere() {
    var sealed = disclosures.seal("demo", EVENT, disclosures.disclose("prompt", "a crowd"));

    assertThat(disclosures.open(changed(sealed, "other", sealed.digest(), sealed.ciphertext())))
        .isEmpty();
    assertThat(disclosures.open(changed(sealed, "demo", "x", sealed.ciphertext()))).isEmpty();
    assertThat(disclosures.open(changed(sealed, "demo", sealed.digest(), "AAAA"))).isEmpty();
    assertThat(disclosures.open(changed(sealed, "demo", sealed.digest(), "%"))).isEmpty();
    assertThat(with(2).open(sealed)).isEmpty();
  }

  @Test
  void namesAPersonTheSameWithinATitleOnly() {
    var kim = disclosures.pseudonym("demo", "performer:kim");

    assertThat(kim)
        .matches("p_[0-9a-f]{32}")
        .isEqualTo(disclosures.pseudonym("demo", "performer:kim"));
    assertThat(kim).isNotEqualTo(disclosures.pseudonym("other", "performer:kim"));
    assertThat(kim).isNotEqualTo(disclosures.pseudonym("demo", "performer:lee"));
    assertThat(kim).isNotEqualTo(with(2).pseudonym("demo", "performer:kim"));
  }

  @Test
  void fingerprintsDependOnTitleContentAndSecret() {
    var content = "a".getBytes(UTF_8);

    assertThat(disclosures.fingerprints("demo").apply(content))
        .isEqualTo(disclosures.fingerprints("demo").apply(content))
        .isNotEqualTo(disclosures.fingerprints("other").apply(content))
        .isNotEqualTo(disclosures.fingerprints("demo").apply("b".getBytes(UTF_8)))
        .isNotEqualTo(with(2).fingerprints("demo").apply(content));
  }

  @Test
  void startsWithNoSecretButAGoodOne() {
    assertThatThrownBy(() -> new Disclosures("%", new Random(1)))
        .hasMessageContaining("want base64");
    assertThatThrownBy(() -> new Disclosures("AAAA", new Random(1)))
        .hasMessageContaining("want 32 bytes, got 3");
  }

  private static SealedDisclosure changed(
      SealedDisclosure sealed, String title, String digest, String ciphertext) {
    return new SealedDisclosure(
        title, sealed.event(), digest, sealed.nonce(), ciphertext, sealed.subject());
  }

  private static Disclosures with(int secret) {
    var key = new byte[32];
    key[0] = (byte) secret;
    return new Disclosures(Base64.getEncoder().encodeToString(key), new Random(secret));
  }
}
