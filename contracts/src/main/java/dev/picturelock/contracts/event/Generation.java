package dev.picturelock.contracts.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run of a generating tool. Prompt, negative prompt, operator and account are disclosures of
/// the event and never stand here; nor do parameters whose name says that they are a prompt.
public record Generation(
    String tool,
    @Nullable String toolVersion,
    @Nullable String model,
    @Nullable String modelVersion,
    Map<String, String> parameters,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {
  public Generation {
    parameters = parameters == null ? Map.of() : Map.copyOf(parameters);
  }
}
