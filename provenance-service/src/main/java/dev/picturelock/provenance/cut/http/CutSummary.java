package dev.picturelock.provenance.cut.http;

import dev.picturelock.provenance.cut.Cut;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A cut in a list. Its verdict takes a look at every element and is told by the cut itself.
public record CutSummary(
    String cut,
    String name,
    String format,
    String rate,
    int elements,
    Instant importedAt,
    String importedBy,
    UUID eventId,
    boolean locked) {

  static CutSummary of(Cut cut) {
    return new CutSummary(
        cut.id(),
        cut.name(),
        cut.format().name().toLowerCase(Locale.ROOT),
        cut.rate().toString(),
        cut.elements(),
        cut.at(),
        cut.importedBy(),
        cut.eventId(),
        cut.lock().isPresent());
  }
}
