package dev.picturelock.endtoend;

import dev.picturelock.localstack.process.PortOwner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A port for every part, so that a stack that is in use on this machine is not disturbed.
///
/// They lie in a row below the range from which systems give ports to clients: a port must not be
/// taken by somebody's connection while a killed service is down.
record FreePorts(Map<String, Integer> byPart) {

  private static final List<String> PARTS =
      List.of(
          "CONSOLE",
          "INTAKE",
          "CLASSIFIER",
          "APPROVAL",
          "PROVENANCE",
          "KEYCLOAK",
          "POSTGRES",
          "KAFKA",
          "KAFKA_CONTROLLER",
          "SECOND_PROVENANCE");
  private static final int LOWEST = 21_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 100;

  static FreePorts pick() {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))
        .limit(TRIES)
        .filter(first -> IntStream.range(first, first + PARTS.size()).allMatch(PortOwner::isFree))
        .mapToObj(FreePorts::from)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("found no row of free ports"));
  }

  int of(String part) {
    return Objects.requireNonNull(byPart.get(part), part);
  }

  Map<String, String> environment() {
    return byPart.entrySet().stream()
        .collect(
            Collectors.toMap(
                port -> "PICTURELOCK_" + port.getKey() + "_PORT",
                port -> port.getValue().toString()));
  }

  private static FreePorts from(int first) {
    return new FreePorts(
        PARTS.stream()
            .collect(Collectors.toMap(Function.identity(), part -> first + PARTS.indexOf(part))));
  }
}
