package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/// Logs whose end is lost for good, as the operator has stated in the file `accept-loss`: one
/// origin a line. Such a log never grows again; its title goes on in a new one.
@ApplicationScoped
class AcceptedLosses {
  private final LogKeys keys;
  private final Set<String> origins;

  AcceptedLosses(LogKeys keys, GuardConfig config) {
    this.keys = keys;
    this.origins = read(config.anchorsDir().resolve("accept-loss"));
  }

  Set<String> origins() {
    return origins;
  }

  boolean isLost(Head head) {
    return isLost(head.origin());
  }

  boolean isLost(String origin) {
    return origins.contains(origin);
  }

  /// Whether the log ends where the database ends: its own end is lost, or it had given way to a
  /// log that is lost.
  boolean hasEnded(Head head) {
    return isLost(head) || origins.stream().anyMatch(origin -> keys.isLater(origin, head));
  }

  /// The name of the log that would follow this one: those of lost logs are passed over.
  String successorOf(Head head) {
    return keys.successorOrigin(head, this::isLost);
  }

  /// The origins in a file, one a line; none when it is not there.
  static Set<String> read(Path file) {
    if (!Files.exists(file)) {
      return Set.of();
    }
    try (var lines = Files.lines(file)) {
      return lines.map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("the accepted losses in " + file + " cannot be read", e);
    }
  }
}
