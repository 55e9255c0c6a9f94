package dev.picturelock.provenance.cut.store;

import dev.picturelock.kit.sql.Sql;
import dev.picturelock.provenance.cut.AsOf;
import dev.picturelock.provenance.cut.AssetState;
import dev.picturelock.provenance.cut.AssetState.Contribution;
import dev.picturelock.provenance.cut.AssetState.MediaUse;
import dev.picturelock.provenance.cut.AssetState.Review;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.Footing;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What was decided about a set of asset versions.
final class Decisions {
  private final DecisionQueries queries;
  private final AsOf asOf;

  private Map<String, Classified> classifications = Map.of();
  private List<Grant> grants = List.of();
  private Map<String, ReviewHistory> reviews = Map.of();
  private Map<UUID, Set<String>> consentsOfReviews = Map.of();
  private Map<String, ConsentFacts> consents = Map.of();
  private Map<AssetVersion, List<Long>> withdrawn = Map.of();
  private Map<String, List<Long>> reportedUses = Map.of();

  Decisions(Sql sql, String titleId, AsOf asOf) {
    this.queries = new DecisionQueries(sql, titleId, asOf.position());
    this.asOf = asOf;
  }

  Decisions about(Collection<Registered> registered) {
    var subjects = registered.stream().map(Registered::subject).toList();
    var uses = registered.stream().map(Registered::use).filter(Objects::nonNull).toList();
    classifications = queries.classifications(subjects);
    // newest first
    grants = List.copyOf(queries.approvals(subjects, uses)).reversed();
    reviews =
        queries.reviews(
            Stream.concat(subjects.stream(), grants.stream().map(Grant::subject)).toList());
    consentsOfReviews =
        queries.consentsOfReviews(reviews.values().stream().map(ReviewHistory::review).toList());
    consents =
        queries.consents(
            Stream.concat(
                    registered.stream().flatMap(one -> one.consents().stream()),
                    consentsOfReviews.values().stream().flatMap(Set::stream))
                .distinct()
                .toList());
    withdrawn = queries.withdrawals(registered.stream().map(Registered::version).toList());
    reportedUses =
        queries.uses(registered.stream().flatMap(one -> one.useNode().stream()).toList());
    return this;
  }

  AssetState state(Registered one) {
    var classified = Optional.ofNullable(classifications.get(one.subject()));
    var review = Optional.ofNullable(reviews.get(one.subject()));
    var grant = grant(one, classified.orElse(null), review.orElse(null));
    var decided = grant.filter(given -> isDecidedBy(given, one, review.orElse(null)));
    return new AssetState(
        one.version(),
        contribution(one.contribution()),
        classified.map(Classified::tier),
        mediaUse(classified.map(Classified::mediaUse).orElse(one.mediaUse())),
        decided.isPresent() ? Review.APPROVED : status(review.orElse(null)),
        grant.map(given -> given.approval(asOf.moment())),
        openActions(one, review.orElse(null), decided),
        consents(one, review.orElse(null), grant.orElse(null)),
        withdrawn.containsKey(one.version()) ? Optional.of(asOf.moment()) : Optional.empty(),
        one.inputs());
  }

  /// The positions of what [#state] was taken from, and of the reported use behind it.
  Footing footing(Registered one) {
    var classified = Optional.ofNullable(classifications.get(one.subject()));
    var review = Optional.ofNullable(reviews.get(one.subject()));
    var grant = grant(one, classified.orElse(null), review.orElse(null));
    var positions = new TreeSet<Long>();
    positions.add(one.position());
    one.useNode().ifPresent(node -> positions.addAll(reportedUses.getOrDefault(node, List.of())));
    classified.ifPresent(given -> positions.add(given.position()));
    review.ifPresent(given -> positions.addAll(given.statedAt()));
    grant.ifPresent(given -> {
      positions.addAll(given.statedAt());
      Optional.ofNullable(reviews.get(given.subject()))
          .ifPresent(of -> positions.addAll(of.statedAt()));
    });
    consentIds(one, review.orElse(null), grant.orElse(null))
        .forEach(id -> positions.addAll(consents.getOrDefault(id, ConsentFacts.NONE).statedAt()));
    positions.addAll(withdrawn.getOrDefault(one.version(), List.of()));
    return new Footing(positions, one.inputs());
  }

  /// The newest approval that covers the version; one that has merely run out gives way to an older
  /// one that has not, one that somebody took back does not.
  private Optional<Grant> grant(
      Registered one, @Nullable Classified classified, @Nullable ReviewHistory review) {
    var covering =
        grants.stream()
            .filter(
                grant -> classified == null || classified.factsSha256().equals(grant.factsSha256()))
            .filter(grant ->
                grant.subject().equals(one.subject())
                    || (classified != null && reaches(grant, one, classified, review)))
            .toList();
    return covering.stream()
        .filter(grant -> grant.revoked() || !grant.isExpired(asOf.moment()))
        .findFirst()
        .or(() -> covering.stream().findFirst());
  }

  /// Whether an approval of the use reaches this asset. The approval service says nothing of the
  /// reviews an approval takes care of, so this asks what it would: the approval's own conditions
  /// must be met; a review that was opened in spite of the approval stays open; and where
  /// performers have to consent, one that is open already stays so until it is decided by itself,
  /// because events do not tell whether the consents are of the same performers.
  private boolean reaches(
      Grant grant, Registered one, Classified classified, @Nullable ReviewHistory own) {
    if (!grant.coversUse(one.use())) {
      return false;
    }
    if (grant.revoked() || grant.isExpired(asOf.moment())) {
      return true;
    }
    var granted = reviews.get(grant.subject());
    var conditionsOpen = granted != null && granted.isOpen() && !granted.openActions().isEmpty();
    var leftOpen = own != null && (own.since() > grant.position() || classified.needsPerformers());
    return !conditionsOpen && !leftOpen;
  }

  /// Whether the review ended with this approval. Closing an action after the approval leaves it
  /// decided; a refusal or a question after it does not.
  private static boolean isDecidedBy(Grant grant, Registered one, @Nullable ReviewHistory review) {
    if (review == null) {
      return grant.subject().equals(one.subject());
    }
    return grant.position() > review.since()
        && (review.isOpen() || grant.position() > review.last());
  }

  private static Review status(@Nullable ReviewHistory review) {
    if (review == null) {
      return Review.NONE;
    }
    return switch (review.status()) {
      case "REFUSED" -> Review.REFUSED;
      case "INFO_REQUESTED" -> Review.INFO_REQUESTED;
      default -> Review.OPEN;
    };
  }

  /// An approval of the use closes what was open of the asset; one of the asset itself does not, if
  /// it came with conditions.
  private static List<String> openActions(
      Registered one, @Nullable ReviewHistory review, Optional<Grant> decided) {
    if (review == null
        || decided.filter(grant -> !grant.subject().equals(one.subject())).isPresent()) {
      return List.of();
    }
    return review.openActions();
  }

  private List<AssetState.Consent> consents(
      Registered one, @Nullable ReviewHistory review, @Nullable Grant grant) {
    return consentIds(one, review, grant).stream()
        .map(id -> consents.getOrDefault(id, ConsentFacts.NONE).consent(id, asOf.moment()))
        .toList();
  }

  /// Those that the registration names, and those that close actions of its review or of the one
  /// that its approval came from.
  private Set<String> consentIds(
      Registered one, @Nullable ReviewHistory review, @Nullable Grant grant) {
    var ids = new TreeSet<>(one.consents());
    if (review != null) {
      ids.addAll(consentsOfReviews.getOrDefault(review.review(), Set.of()));
    }
    var granted = grant == null ? null : reviews.get(grant.subject());
    if (granted != null) {
      ids.addAll(consentsOfReviews.getOrDefault(granted.review(), Set.of()));
    }
    return ids;
  }

  /// What nobody knows the word for is held to be made by AI.
  private static Contribution contribution(String text) {
    return find(Contribution.values(), text).orElse(Contribution.GENERATED);
  }

  private static Optional<MediaUse> mediaUse(@Nullable String text) {
    return text == null ? Optional.empty() : find(MediaUse.values(), text);
  }

  private static <E extends Enum<E>> Optional<E> find(E[] values, String text) {
    var wanted = text.toUpperCase(Locale.ROOT);
    return Arrays.stream(values).filter(value -> value.name().equals(wanted)).findFirst();
  }
}
