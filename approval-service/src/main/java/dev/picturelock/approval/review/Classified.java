package dev.picturelock.approval.review;

import dev.picturelock.contracts.event.AssetClassified;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.FactConflict;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.ShotRef;
import dev.picturelock.contracts.event.UseClassified;
import dev.picturelock.kit.event.PoisonEventException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was classified, with everything a reviewer needs to see.
///
/// - **event** the classifying event, **at** its time, which is that of the registration
public record Classified(
    UUID event,
    Instant at,
    String titleId,
    ReviewSubject subject,
    String requestedBy,
    @Nullable String description,
    @Nullable String tool,
    @Nullable String model,
    @Nullable String contribution,
    @Nullable ShotRef shot,
    List<String> persons,
    List<UUID> consents,
    List<FactConflict> conflicts,
    Classification classification) {
  public Classified {
    persons = persons == null ? List.of() : List.copyOf(persons);
    consents = consents == null ? List.of() : List.copyOf(consents);
    conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
  }

  /// - **Errors:** [PoisonEventException] when the event classifies nothing
  public static Classified of(Event event) {
    if (event.fact() instanceof AssetClassified asset) {
      return new Classified(
          event.id(),
          event.time(),
          event.titleId(),
          ReviewSubject.of(asset.asset(), asset.use()),
          asset.requestedBy(),
          null,
          asset.tool(),
          asset.model(),
          asset.contribution(),
          asset.shot(),
          asset.persons(),
          asset.consents(),
          asset.conflicts(),
          asset.classification());
    }
    if (event.fact() instanceof UseClassified use) {
      return new Classified(
          event.id(),
          event.time(),
          event.titleId(),
          ReviewSubject.of(use.use()),
          use.requestedBy(),
          use.description(),
          use.tool(),
          null,
          null,
          null,
          List.of(),
          List.of(),
          use.conflicts(),
          use.classification());
    }
    throw new PoisonEventException("a classification was expected, not " + event.subject());
  }

  public boolean isAsset() {
    return subject.asset() != null;
  }

  public @Nullable String use() {
    return subject.use() == null ? null : subject.use().use();
  }

  /// What an approval is bound to: exactly this subject with exactly these facts.
  public String content() {
    return subject.path() + "@" + classification.factsSha256();
  }

  /// The day whose consents count: an asset was made by then, a use is still to happen.
  LocalDate dayOfUse(LocalDate today) {
    return isAsset() ? LocalDate.ofInstant(at, ZoneOffset.UTC) : today;
  }

  /// Names by which a consent can mean this: the use, the asset, and the shot with the scene and
  /// the episode it belongs to, such as `104_065_010`, `104_065` and `104`, or with the show's code
  /// as in the asset's own name, `AGM_104_065`.
  Set<String> names() {
    var names = new LinkedHashSet<String>();
    if (subject.use() != null) {
      names.add(subject.use().use());
    }
    var asset = subject.asset() == null ? "" : subject.asset().asset();
    if (!asset.isEmpty()) {
      names.add(asset);
    }
    for (var place : places()) {
      names.add(place);
      int at = ("_" + asset + "_").indexOf("_" + place + "_");
      if (at > 0) {
        names.add(asset.substring(0, at + place.length()));
      }
    }
    return names;
  }

  private List<String> places() {
    if (shot == null) {
      return List.of();
    }
    var places = new ArrayList<String>();
    var path = new StringJoiner("_");
    Stream.of(shot.episode(), shot.scene(), shot.shot())
        .filter(Objects::nonNull)
        .forEach(part -> places.add(path.add(part).toString()));
    return places;
  }
}
