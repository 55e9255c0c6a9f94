package dev.picturelock.endtoend;

import java.util.Map;

/// The accounts of the embedded default, with how each gets its token.
enum Account {
  DEMO_TOOL(
      Map.of(
          "grant_type", "client_credentials",
          "client_id", "demo-tool",
          "client_secret", "demo-tool-secret")),
  PRODUCER(person("producer")),
  CONTACT(person("contact")),
  LEGAL(person("legal")),
  AUDITOR(person("auditor")),
  OUTSIDER(person("outsider")),
  ADMIN(person("admin")),
  /// Has the roles production and contact at once; added to the realm by [Realm].
  TWO_HATS(person("two-hats")),
  /// Has every role in the title of `Production`; added to the realm by [Realm].
  ALL_HATS(person("all-hats")),
  /// Register and decide in the titles of the [Campaign], which adds them to the realm.
  CAMPAIGN_TOOL(person("campaign-tool")),
  CAMPAIGN_CREW(person("campaign-crew"));

  // Filled by Map.of only, so it cannot change; the checker sees no more than the interface.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<String, String> grant;

  Account(Map<String, String> grant) {
    this.grant = grant;
  }

  /// The form that the token endpoint wants.
  Map<String, String> grant() {
    return grant;
  }

  private static Map<String, String> person(String name) {
    return Map.of(
        "grant_type",
        "password",
        "client_id",
        "picturelock-cli",
        "username",
        name,
        "password",
        name);
  }
}
