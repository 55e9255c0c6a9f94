package dev.picturelock.provenance.cut.http;

import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.Clearance.OfElement;
import dev.picturelock.provenance.cut.Match;
import dev.picturelock.provenance.cut.MediaReference;
import dev.picturelock.provenance.cut.ReadCuts.JudgedElement;
import dev.picturelock.provenance.cut.TrackKind;
import dev.picturelock.provenance.cut.Verdict;
import dev.picturelock.provenance.cut.http.CutView.ReasonView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An element as it is answered.
///
/// - **recordIn**, **recordOut** timecode of the cut, out exclusive; the same in frames beside them
/// - **sourceIn**, **sourceOut** timecode of the media
/// - **match** absent when nothing registered fits
/// - **verdict** absent when the element is switched off
public record ElementView(
    int index,
    String track,
    int trackNumber,
    TrackKind kind,
    String name,
    String recordIn,
    String recordOut,
    long recordInFrame,
    long recordOutFrame,
    String sourceIn,
    String sourceOut,
    MediaView media,
    boolean enabled,
    @Nullable MatchView match,
    @Nullable Verdict verdict,
    List<ReasonView> reasons) {

  static ElementView of(JudgedElement judged) {
    var element = judged.element();
    return new ElementView(
        element.index(),
        element.track().name(),
        element.track().number(),
        element.kind(),
        element.name(),
        element.recordIn().timecode(),
        element.recordOut().timecode(),
        element.recordIn().frames(),
        element.recordOut().frames(),
        element.sourceIn().timecode(),
        element.sourceOut().timecode(),
        MediaView.of(element.media()),
        element.enabled(),
        MatchView.of(judged.match()),
        judged.clearance().map(OfElement::verdict).orElse(null),
        judged.clearance().map(one -> CutView.reasons(one.reasons())).orElse(List.of()));
  }

  /// What the editing system says of the media.
  public record MediaView(String name, List<String> fileNames) {
    static MediaView of(MediaReference media) {
      return new MediaView(media.name(), media.fileNames());
    }
  }

  /// What it shows. `asset` and `version` are absent while there are several candidates.
  ///
  /// - **by** id, c4, sha256 or file-name
  /// - **why** what makes it uncertain
  public record MatchView(
      @Nullable String asset,
      @Nullable String version,
      String by,
      boolean certain,
      List<CandidateView> candidates,
      @Nullable String why) {
    static @Nullable MatchView of(Match match) {
      return switch (match) {
        case Match.None() -> null;
        case Match.Certain(var version, var by) ->
            new MatchView(version.asset(), version.version(), by.wireName(), true, List.of(), null);
        case Match.Uncertain(var candidates, var by, var why) -> {
          var only = match.onlyVersion();
          yield new MatchView(
              only.map(AssetVersion::asset).orElse(null),
              only.map(AssetVersion::version).orElse(null),
              by.wireName(),
              false,
              candidates.stream()
                  .map(one -> new CandidateView(one.asset(), one.version()))
                  .toList(),
              why);
        }
      };
    }
  }

  /// One of several that it may be.
  public record CandidateView(String asset, String version) {}
}
