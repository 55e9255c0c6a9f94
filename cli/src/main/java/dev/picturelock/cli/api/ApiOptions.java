package dev.picturelock.cli.api;

import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.Console;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the installation is, and who asks it.
public final class ApiOptions {

  private static final String PROVENANCE = "PICTURELOCK_PROVENANCE_URL";
  private static final String OIDC = "PICTURELOCK_OIDC_URL";
  private static final String TOKEN = "PICTURELOCK_TOKEN";
  private static final String USER = "PICTURELOCK_USER";
  private static final String PASSWORD = "PICTURELOCK_PASSWORD";

  private static final String LOCAL_PROVENANCE = "http://localhost:8084";
  private static final String LOCAL_REALM = "http://localhost:18080/realms/picturelock";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @Option(
      names = "--provenance",
      paramLabel = "URL",
      description =
          "the provenance service (default: " + PROVENANCE + " or " + LOCAL_PROVENANCE + ")")
  @Nullable String provenance;

  @Option(
      names = "--oidc",
      paramLabel = "URL",
      description =
          "the realm that --user logs in to (default: " + OIDC + " or " + LOCAL_REALM + ")")
  @Nullable String oidc;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "access token (default: " + TOKEN + ", which other users of this machine cannot see)")
  @Nullable String token;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "log in by password (default: "
              + USER
              + "); the password is "
              + PASSWORD
              + " or asked for")
  @Nullable String user;

  public Api api() {
    return api(System.getenv());
  }

  Api api(Map<String, String> environment) {
    var transport = new Transport(PATIENCE, PAUSE);
    var base = address("--provenance", provenance, environment.get(PROVENANCE), LOCAL_PROVENANCE);
    return new Api(transport, base, login(transport, environment));
  }

  /// What is said on the command line goes before what the environment says.
  private Login login(Transport transport, Map<String, String> environment) {
    if (token != null && user != null) {
      throw new UnusableInputException("--token and --user exclude one another");
    }
    if (token != null) {
      return new GivenToken(token);
    }
    var named = user == null ? set(environment, USER) : Optional.of(user);
    if (user == null) {
      var given = set(environment, TOKEN);
      if (given.isPresent()) {
        return new GivenToken(given.get());
      }
    }
    var realm = address("--oidc", oidc, environment.get(OIDC), LOCAL_REALM);
    return named
        .map(name -> new PasswordLogin(transport, realm, name, password(name, environment)))
        .orElseThrow(() ->
            new UnusableInputException(
                "say who asks: --user NAME (password in %s or asked for), or a token in %s"
                    .formatted(PASSWORD, TOKEN)));
  }

  private static String password(String user, Map<String, String> environment) {
    var given = set(environment, PASSWORD);
    if (given.isPresent()) {
      return given.get();
    }
    var typed =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .map(console -> console.readPassword("Password of %s: ", user))
            .orElseThrow(() ->
                new UnusableInputException(
                    "the password of '%s' must be in %s where no terminal can ask for it"
                        .formatted(user, PASSWORD)));
    return new String(typed);
  }

  private static URI address(
      String option, @Nullable String said, @Nullable String environment, String local) {
    var inEnvironment = environment == null || environment.isBlank() ? local : environment;
    var text = (said == null ? inEnvironment : said).replaceFirst("/+$", "");
    try {
      var uri = URI.create(text);
      var web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getQuery() == null && uri.getFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException _) {
      // answered below, together with what is no web address
    }
    throw new UnusableInputException("%s is no web address: %s".formatted(option, text));
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
