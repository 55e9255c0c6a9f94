package dev.picturelock.classifier.simulation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a simulation says about one event of the past.
public sealed interface Finding {
  /// Decided by the pack the event named and by the other one.
  record Judged(UUID eventId, String subject, Instant time, Verdict before, Verdict after)
      implements Finding {
    /// Whether tier, actions or rules differ.
    public boolean changed() {
      return direction() != 0
          || !before.requiredActions().equals(after.requiredActions())
          || !before.rules().equals(after.rules());
    }

    /// Positive where the other pack finds more risk, negative for less, 0 for the same tier.
    public int direction() {
      return after.tier().compareTo(before.tier());
    }

    public List<String> actionsAdded() {
      return without(after.requiredActions(), before.requiredActions());
    }

    public List<String> actionsRemoved() {
      return without(before.requiredActions(), after.requiredActions());
    }

    public List<String> rulesAdded() {
      return without(after.rules(), before.rules());
    }

    public List<String> rulesRemoved() {
      return without(before.rules(), after.rules());
    }

    private static List<String> without(List<String> some, List<String> others) {
      return some.stream().filter(one -> !others.contains(one)).toList();
    }
  }

  /// One of the two packs cannot decide it; without an event where the record is none.
  record Undecidable(
      @Nullable UUID eventId, @Nullable String subject, @Nullable Instant time, String reason)
      implements Finding {}
}
