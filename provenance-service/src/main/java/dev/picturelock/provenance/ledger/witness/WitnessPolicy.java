package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.KnownWitness;
import dev.picturelock.tlog.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who the witnesses are, read once. A policy that cannot be read ends the start: a ledger that
/// should be watched must not run unwatched because of a typing error.
@ApplicationScoped
class WitnessPolicy {
  private final Optional<Policy> policy;
  private final boolean titles;

  WitnessPolicy(WitnessConfig config) {
    this.policy = config.policy().map(WitnessPolicy::read);
    this.titles = config.titles();
  }

  /// The witnesses that can be asked; none without a policy.
  List<KnownWitness> askable() {
    return policy.stream()
        .flatMap(rules -> rules.witnesses().stream())
        .filter(witness -> witness.url() != null)
        .toList();
  }

  Optional<Policy> policy() {
    return policy;
  }

  /// What makes a checkpoint of this log, which has this key, a witnessed one; nothing when the log
  /// is shown to nobody.
  Optional<Policy> of(LogId log, VerifierKey key) {
    return covers(log) ? policy.map(rules -> rules.forLog(key)) : Optional.empty();
  }

  boolean covers(LogId log) {
    return policy.isPresent() && (titles || log.titleId().equals(LogId.LOG_OF_LOGS));
  }

  private static Policy read(Path file) {
    try {
      var policy = Policy.parse(Files.readAllBytes(file));
      policy.witnesses().forEach(witness -> checkUrl(file, witness));
      return policy;
    } catch (MalformedException e) {
      throw new IllegalStateException("witness policy " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("witness policy " + file + " cannot be read", e);
    }
  }

  private static void checkUrl(Path file, KnownWitness witness) {
    var text = witness.url();
    if (text != null && !isHttp(text)) {
      throw new IllegalStateException(
          "witness policy %s: witness %s: want an http or https URL, got '%s'"
              .formatted(file, witness.name(), text));
    }
  }

  private static boolean isHttp(String text) {
    try {
      var url = URI.create(text);
      return url.getHost() != null
          && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()));
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }
}
