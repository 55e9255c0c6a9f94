package dev.picturelock.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Makes a `@QuarkusTest` accept [TestTokens]; no identity provider is asked for anything.
public final class TokensResource implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    // With a public key and no address Quarkus verifies locally; with both it would connect.
    return Map.of(
        "quarkus.oidc.auth-server-url",
        "",
        "quarkus.oidc.public-key",
        TestTokens.publicKey(),
        "quarkus.oidc.token.issuer",
        TestTokens.ISSUER,
        "quarkus.oidc.token.audience",
        TestTokens.AUDIENCE);
  }

  @Override
  public void stop() {
    // nothing runs
  }
}
