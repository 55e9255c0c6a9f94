package dev.picturelock.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/// The realm as its administrator changes it.
final class Realm {

  private final RunningStack stack;
  private final Api api;

  Realm(RunningStack stack, Api api) {
    this.stack = stack;
    this.api = api;
  }

  /// Adds the person who holds two roles that the demo accounts keep apart.
  void addTwoHats() {
    var token =
        Tokens.fetch(
            api,
            stack.keycloakUrl() + "/realms/master",
            Map.of(
                "grant_type", "password",
                "client_id", "admin-cli",
                "username", "admin",
                "password", stack.keycloakPassword()));
    var users = stack.keycloakUrl() + "/admin/realms/picturelock/users";
    var person =
        """
        {"username": "two-hats", "enabled": true,
         "firstName": "Two", "lastName": "Hats", "email": "two-hats@example.com",
         "emailVerified": true,
         "groups": ["/titles/demo/production", "/titles/demo/contact"],
         "credentials": [{"type": "password", "value": "two-hats", "temporary": false}]}
        """;
    var _ =
        api.send(
                HttpRequest.newBuilder(URI.create(users))
                    .header("Authorization", "Bearer " + token.value())
                    .header("Content-Type", Api.JSON)
                    .POST(BodyPublishers.ofString(person)))
            .expect(201);
  }
}
