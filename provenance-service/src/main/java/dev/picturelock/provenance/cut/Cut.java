package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Warning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A cut that was imported.
///
/// @param elementsSha256 digest of its element list as canonical JSON, see [ElementDocument]
/// @param eventId the event that says it was imported
public record Cut(
    String titleId,
    String id,
    String name,
    TimelineFormat format,
    FrameRate rate,
    CutTime start,
    CutTime duration,
    String fileSha256,
    String elementsSha256,
    int elements,
    List<Track> tracks,
    List<Warning> warnings,
    UUID eventId,
    Instant at,
    String importedBy,
    Optional<Lock> lock) {

  public Cut {
    tracks = List.copyOf(tracks);
    warnings = List.copyOf(warnings);
  }

  /// Everything in it was allowed.
  ///
  /// @param ledgerSize the verdict is that of the ledger at this size
  public record Lock(Verdict verdict, long ledgerSize, UUID eventId, Instant at, String lockedBy) {}
}
