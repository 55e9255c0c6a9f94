package dev.picturelock.provenance.cut.http;

import dev.picturelock.provenance.cut.Cut;
import dev.picturelock.provenance.cut.ReadCuts.Judged;
import dev.picturelock.provenance.cut.Reason;
import dev.picturelock.provenance.cut.Timeline.Track;
import dev.picturelock.provenance.cut.Timeline.Warning;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cut as it is answered.
///
/// - **rate** frames per second, exact: `24` or `24000/1001`
/// - **start** record timecode of the first frame; **duration** in frames
/// - **verdicts** how many elements have each verdict; those that are switched off have none
/// - **reasons** what makes the verdict of the whole
public record CutView(
    String cut,
    String name,
    String format,
    String rate,
    String start,
    long duration,
    String fileSha256,
    String elementsSha256,
    int elements,
    long matched,
    long unmatched,
    Verdict verdict,
    Map<Verdict, Long> verdicts,
    List<ReasonView> reasons,
    List<TrackView> tracks,
    List<Warning> warnings,
    Instant importedAt,
    String importedBy,
    UUID eventId,
    @Nullable LockView locked) {

  static CutView of(Cut cut, Judged judged) {
    return new CutView(
        cut.id(),
        cut.name(),
        cut.format().name().toLowerCase(Locale.ROOT),
        cut.rate().toString(),
        cut.start().timecode(),
        cut.duration().frames(),
        cut.fileSha256(),
        cut.elementsSha256(),
        cut.elements(),
        judged.matched(),
        cut.elements() - judged.matched(),
        judged.clearance().verdict(),
        counts(judged),
        reasons(judged.clearance().reasons()),
        cut.tracks().stream().map(TrackView::of).toList(),
        cut.warnings(),
        cut.at(),
        cut.importedBy(),
        cut.eventId(),
        cut.lock().map(LockView::of).orElse(null));
  }

  static Map<Verdict, Long> counts(Judged judged) {
    var counts = new EnumMap<Verdict, Long>(Verdict.class);
    for (var verdict : Verdict.values()) {
      counts.put(verdict, 0L);
    }
    judged.clearance().elements().forEach(one -> counts.merge(one.verdict(), 1L, Long::sum));
    return counts;
  }

  static List<ReasonView> reasons(List<Reason> reasons) {
    return reasons.stream().map(ReasonView::of).toList();
  }

  /// Why; `asset` and `version` when it is about one.
  public record ReasonView(
      String code, String detail, @Nullable String asset, @Nullable String version) {
    static ReasonView of(Reason reason) {
      return new ReasonView(
          reason.code().name(),
          reason.detail(),
          reason.version().map(version -> version.asset()).orElse(null),
          reason.version().map(version -> version.version()).orElse(null));
    }
  }

  /// One track of the cut.
  public record TrackView(int number, String name, TrackKind kind, boolean enabled) {
    static TrackView of(Track track) {
      return new TrackView(track.number(), track.name(), track.kind(), track.enabled());
    }
  }

  /// That the cut is locked; its verdict is that of the ledger at `ledgerSize`.
  public record LockView(
      Verdict verdict, long ledgerSize, Instant at, String lockedBy, UUID eventId) {
    static LockView of(Cut.Lock lock) {
      return new LockView(
          lock.verdict(), lock.ledgerSize(), lock.at(), lock.lockedBy(), lock.eventId());
    }
  }
}
