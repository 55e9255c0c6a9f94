package dev.picturelock.localstack.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Who acts in the demo. These accounts exist only in the embedded default.
enum Account {
  DEMO_TOOL,
  PRODUCER,
  CONTACT,
  LEGAL,
  AUDITOR,
  ADMIN;

  private static final String TOOL_SECRET = "demo-tool-secret";

  /// The name in Keycloak and in the step files; of people it is the password too.
  String login() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The form that asks for a token.
  Map<String, String> grant() {
    return this == DEMO_TOOL
        ? Map.of(
            "grant_type", "client_credentials", "client_id", login(), "client_secret", TOOL_SECRET)
        : Map.of(
            "grant_type",
            "password",
            "client_id",
            "picturelock-cli",
            "username",
            login(),
            "password",
            login());
  }

  static Optional<Account> find(String login) {
    return Arrays.stream(values()).filter(account -> account.login().equals(login)).findFirst();
  }
}
