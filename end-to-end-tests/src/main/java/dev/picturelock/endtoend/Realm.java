package dev.picturelock.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The realm as its administrator changes it.
final class Realm {

  private final RunningStack stack;
  private final Api api;
  private final String token;

  Realm(RunningStack stack, Api api) {
    this.stack = stack;
    this.api = api;
    this.token =
        Tokens.fetch(
                api,
                stack.keycloakUrl() + "/realms/master",
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", "admin",
                    "password", stack.keycloakPassword()))
            .value();
  }

  /// Adds the person who holds two roles that the demo accounts keep apart.
  void addTwoHats() {
    addPerson("two-hats", List.of("/titles/demo/production", "/titles/demo/contact"));
  }

  /// Adds the groups of a title and a person who is in all of them.
  void addTitle(String title, String person, List<String> roles) {
    addTitle(title, roles);
    addPerson(person, List.of(title), roles);
  }

  /// Adds the groups of a title.
  void addTitle(String title, List<String> roles) {
    addGroup("/titles", title);
    roles.forEach(role -> addGroup("/titles/" + title, role));
  }

  /// Adds a person with these roles in each of these titles.
  void addPerson(String name, List<String> titles, List<String> roles) {
    addPerson(
        name,
        titles.stream()
            .flatMap(title -> roles.stream().map(role -> "/titles/%s/%s".formatted(title, role)))
            .toList());
  }

  /// With the name as password.
  private void addPerson(String name, List<String> groups) {
    var person =
        """
        {"username": "%s", "enabled": true,
         "firstName": "Some", "lastName": "Body", "email": "%s@example.com",
         "emailVerified": true, "groups": [%s],
         "credentials": [{"type": "password", "value": "%s", "temporary": false}]}
        """
            .formatted(
                name,
                name,
                groups.stream().collect(Collectors.joining("\", \"", "\"", "\"")),
                name);
    post("/users", person);
  }

  private void addGroup(String parent, String name) {
    var id = api.send(admin("/group-by-path" + parent)).expect(200).json().path("id").asText();
    post("/groups/" + id + "/children", "{\"name\": \"%s\"}".formatted(name));
  }

  private void post(String path, String json) {
    var _ =
        api.send(admin(path).header("Content-Type", Api.JSON).POST(BodyPublishers.ofString(json)))
            .expect(201);
  }

  private HttpRequest.Builder admin(String path) {
    return HttpRequest.newBuilder(
            URI.create(stack.keycloakUrl() + "/admin/realms/picturelock" + path))
        .header("Authorization", "Bearer " + token);
  }
}
