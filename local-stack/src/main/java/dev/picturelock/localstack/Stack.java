package dev.picturelock.localstack;

import dev.picturelock.localstack.process.PortOwner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All parts together: started as parallel as their needs allow, stopped in the reverse order.
final class Stack {

  private final Installation installation;
  private final Map<String, Supervisor> supervisors;

  Stack(Installation installation, List<Part> parts, Terminal terminal) {
    this.installation = installation;
    this.supervisors =
        parts.stream()
            .map(part -> new Supervisor(part, installation.data().pid(part.name()), terminal))
            .collect(Collectors.toMap(each -> each.part().name(), Function.identity()));
  }

  /// What keeps things, without those who put them there.
  static List<Part> stores(Installation installation) throws IOException {
    return List.of(new PostgresPart(installation), new KafkaPart(installation));
  }

  static List<Part> parts(Installation installation) throws IOException {
    var parts = new ArrayList<>(stores(installation));
    parts.add(new KeycloakPart(installation));
    for (var service : Service.values()) {
      parts.add(new ServicePart(installation, service));
    }
    return parts;
  }

  /// Sentences about ports that somebody else holds; empty if we can start.
  List<String> takenPorts() {
    return supervisors.values().stream()
        .map(Supervisor::part)
        .flatMap(part -> part.ports().stream().map(port -> Map.entry(part, port)))
        .filter(wanted -> !PortOwner.isFree(installation.port(wanted.getValue())))
        .map(wanted -> sentence(wanted.getKey(), wanted.getValue()))
        .sorted()
        .toList();
  }

  /// Returns when every part is ready.
  ///
  /// - **Errors:** [IllegalStateException] with the first part's reason for not being ready
  void start() throws IOException {
    for (var name : supervisors.keySet()) {
      installation.data().rotateLog(name);
    }
    for (var supervisor : supervisors.values()) {
      var needs = supervisor.part().needs().stream().map(this::readiness);
      var allNeeds = CompletableFuture.allOf(needs.toArray(CompletableFuture[]::new));
      Thread.ofPlatform()
          .daemon()
          .name(supervisor.part().name())
          .start(() -> supervisor.run(allNeeds));
    }
    try {
      allReadyOrFirstFailure().join();
    } catch (CompletionException e) {
      throw new IllegalStateException(reason(e), e);
    }
  }

  /// Services first, PostgreSQL last: nobody loses a server that it still talks to.
  void stop() {
    stop(part -> part instanceof ServicePart);
    stop(part -> part instanceof KeycloakPart || part instanceof KafkaPart);
    stop(part -> part instanceof PostgresPart);
  }

  OptionalLong memory() {
    var processes = supervisors.values().stream().map(Supervisor::handle).filter(Objects::nonNull);
    return Memory.ofAll(Stream.concat(Stream.of(ProcessHandle.current()), processes));
  }

  private void stop(Predicate<Part> which) {
    var stops =
        supervisors.values().stream()
            .filter(supervisor -> which.test(supervisor.part()))
            .map(supervisor ->
                CompletableFuture.runAsync(supervisor::stop, Thread::startVirtualThread));
    CompletableFuture.allOf(stops.toArray(CompletableFuture[]::new)).join();
  }

  private CompletableFuture<Void> readiness(String part) {
    return Objects.requireNonNull(supervisors.get(part), part).ready();
  }

  /// Does not wait for the slow ones when one has failed.
  private CompletableFuture<Object> allReadyOrFirstFailure() {
    var each = supervisors.values().stream().map(Supervisor::ready).toList();
    var all = CompletableFuture.allOf(each.toArray(CompletableFuture[]::new));
    // fails as its source fails, and otherwise never ends
    var failures = each.stream().map(one -> one.thenCompose(_ -> new CompletableFuture<Void>()));
    return CompletableFuture.anyOf(
        Stream.concat(Stream.of(all), failures).toArray(CompletableFuture[]::new));
  }

  private static String reason(CompletionException failure) {
    var cause = failure.getCause();
    return switch (cause) {
      case CompletionException inner -> reason(inner);
      case null -> "unknown reason";
      default -> String.valueOf(cause.getMessage());
    };
  }

  private String sentence(Part part, Port port) {
    int number = installation.port(port);
    return "port %d, wanted by %s, is held by process %s; set %s to move it"
        .formatted(number, part.name(), PortOwner.describe(number), port.variable());
  }
}
