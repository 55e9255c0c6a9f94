package dev.picturelock.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class TestTokensTest {

  @Test
  void carriesTheClaimsThatTheServicesRead() {
    var token = TestTokens.demo("legal").token();

    var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), UTF_8);

    assertThat(claims)
        .contains("\"preferred_username\":\"legal\"")
        .contains("\"aud\":\"picturelock-api\"")
        .contains("\"/titles/demo/labour-relations\"")
        .contains("\"realm_access\":{\"roles\":[\"legal\",");
  }
}
