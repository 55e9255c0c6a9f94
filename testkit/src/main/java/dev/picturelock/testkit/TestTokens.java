package dev.picturelock.testkit;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// Access tokens shaped like Keycloak's, signed with a key that exists only in this JVM.
///
/// - **Use:** `given().auth().oauth2(TestTokens.user("kim").title("t1", "legal").token())`
/// - **Services** accept them when [TokensResource] is among the test's resources
public record TestTokens(
    String subject,
    Map<String, Object> identity,
    List<String> realmRoles,
    List<String> titles,
    String issuer,
    String audience,
    Duration life) {

  static final String ISSUER = "http://localhost:18080/realms/picturelock";
  static final String AUDIENCE = "picturelock-api";

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  public TestTokens {
    identity = Map.copyOf(identity);
    realmRoles = List.copyOf(realmRoles);
    titles = List.copyOf(titles);
  }

  /// A person without any role yet.
  public static TestTokens user(String name) {
    return of(name, Map.of("preferred_username", name, "azp", "picturelock-cli"));
  }

  /// A service account without any role yet.
  public static TestTokens client(String id) {
    return of(id, Map.of("preferred_username", "service-account-" + id, "azp", id));
  }

  /// The accounts of the embedded default, by their names there.
  public static TestTokens demo(String account) {
    return switch (account) {
      case "demo-tool" -> client(account).title("demo", "tool");
      case "producer" -> user(account).title("demo", "production");
      case "contact" -> user(account).title("demo", "contact");
      case "legal" ->
          user(account)
              .title("demo", "legal")
              .title("demo", "clearance")
              .title("demo", "privacy")
              .title("demo", "labour-relations");
      case "auditor" -> user(account).title("demo", "auditor");
      case "outsider" -> user(account).title("other", "production");
      case "admin" -> user(account).realmRole("admin");
      default -> throw new IllegalArgumentException("no demo account '" + account + "'");
    };
  }

  /// The same person with a role on a title, and the realm role that comes with it.
  public TestTokens title(String title, String role) {
    var more = plus(titles, "/titles/" + title + "/" + role);
    return new TestTokens(subject, identity, plus(realmRoles, role), more, issuer, audience, life);
  }

  public TestTokens realmRole(String role) {
    return new TestTokens(
        subject, identity, plus(realmRoles, role), titles, issuer, audience, life);
  }

  /// Meant for another API.
  public TestTokens audience(String other) {
    return new TestTokens(subject, identity, realmRoles, titles, issuer, other, life);
  }

  /// From another realm.
  public TestTokens issuer(String other) {
    return new TestTokens(subject, identity, realmRoles, titles, other, audience, life);
  }

  /// No longer valid since an hour ago.
  public TestTokens expired() {
    return new TestTokens(
        subject, identity, realmRoles, titles, issuer, audience, Duration.ofHours(-1));
  }

  /// The signed token.
  public String token() {
    var claims =
        Jwt.issuer(issuer)
            .subject(subject)
            .audience(audience)
            .expiresIn(life)
            .claim("typ", "Bearer")
            .claim("realm_access", Map.of("roles", realmRoles))
            .claim("titles", titles);
    identity.forEach(claims::claim);
    return claims.sign(privateKey());
  }

  static String publicKey() {
    return keys().substring(keys().indexOf(' ') + 1);
  }

  private static PrivateKey privateKey() {
    var encoded = Base64.getDecoder().decode(keys().substring(0, keys().indexOf(' ')));
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Private and public key in base64 with a blank between.
  private static String keys() {
    return OncePerJvm.get("keys", TestTokens::generateKeys);
  }

  private static String generateKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      KeyPair pair = generator.generateKeyPair();
      var base64 = Base64.getEncoder();
      return base64.encodeToString(pair.getPrivate().getEncoded())
          + " "
          + base64.encodeToString(pair.getPublic().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TestTokens of(String name, Map<String, Object> identity) {
    return new TestTokens(
        "subject-of-" + name, identity, List.of(), List.of(), ISSUER, AUDIENCE, HALF_AN_HOUR);
  }

  private static List<String> plus(List<String> some, String one) {
    var more = new ArrayList<>(some);
    more.add(one);
    return more;
  }
}
