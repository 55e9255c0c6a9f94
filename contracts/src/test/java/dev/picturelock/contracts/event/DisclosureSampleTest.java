package dev.picturelock.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Opens the sealed sample by the recipe of the AsyncAPI document and nothing else.
class DisclosureSampleTest {
  private final JsonNode sealed =
      ContractFiles.samples().stream()
          .filter(sample -> sample.contract().equals("disclosure"))
          .findFirst()
          .orElseThrow()
          .tree();
  private final JsonNode event = ContractFiles.event("asset.registered", "generated").tree();

  @Test
  void fitsItsSchema() {
    assertThat(ContractFiles.errors(ContractFiles.schema("disclosure"), sealed)).isEmpty();
  }

  @Test
  void opensToADisclosureOfItsEvent() throws GeneralSecurityException {
    var encoded = open();

    var digest = Base64.getUrlEncoder().withoutPadding().encodeToString(Canonical.sha256(encoded));
    assertThat(digest).isEqualTo(sealed.path("digest").asString());
    assertThat(event.at("/data/_sd").values()).extracting(JsonNode::asString).contains(digest);
    assertThat(event.path("id")).isEqualTo(sealed.path("event"));
    assertThat(event.path("titleid")).isEqualTo(sealed.path("title"));
  }

  @Test
  void isTheExampleThatTheAsyncApiDocumentWorksThrough() throws GeneralSecurityException {
    var encoded = open();
    var decoded =
        ContractFiles.JSON.readTree(Base64.getUrlDecoder().decode(encoded)).values().stream()
            .map(JsonNode::asString)
            .toList();
    var description = ContractFiles.asyncApi().at("/info/description").asString();

    assertThat(decoded).hasSize(3).contains("prompt");
    assertThat(description).contains(encoded, sealed.path("digest").asString());
    assertThat(decoded).allSatisfy(part -> assertThat(description).contains(part));
  }

  private String open() throws GeneralSecurityException {
    var secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) i;
    }
    var derivation =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret)
            .thenExpand(utf8("picturelock disclosure v1"), 32);
    var key = KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, base64("nonce")));
    cipher.updateAAD(utf8(String.join("\n", text("title"), text("event"), text("digest"))));
    return new String(cipher.doFinal(base64("ciphertext")), StandardCharsets.US_ASCII);
  }

  private String text(String field) {
    return sealed.path(field).asString();
  }

  private byte[] base64(String field) {
    return Base64.getDecoder().decode(text(field));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
