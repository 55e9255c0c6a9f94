package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Topic;
import dev.picturelock.intake.submission.Fingerprint;
import dev.picturelock.intake.submission.IdempotencyKey;
import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.Titles;
import dev.picturelock.intake.tool.Tools;
import dev.picturelock.intake.use.Uses;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Accepts the good registrations of a batch in one transaction; the others get their reason.
///
/// - A key (`id` or `Idempotency-Key`) stands for one content for ever.
/// - So does an asset version, whoever sends it and under whatever key.
@ApplicationScoped
class AcceptAssets {
  private final Titles titles;
  private final AssetVersions versions;
  private final Uses uses;
  private final Tools tools;
  private final AssetEvents assetEvents;
  private final Disclosures disclosures;
  private final Outbox outbox;
  private final InstantSource clock;

  AcceptAssets(
      Titles titles,
      AssetVersions versions,
      Uses uses,
      Tools tools,
      AssetEvents assetEvents,
      Disclosures disclosures,
      Outbox outbox,
      InstantSource clock) {
    this.titles = titles;
    this.versions = versions;
    this.uses = uses;
    this.tools = tools;
    this.assetEvents = assetEvents;
    this.disclosures = disclosures;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// - **Errors:** [SubmissionRaceException] when another request accepted one of them meanwhile;
  ///   nothing has happened then
  @Transactional(TxType.REQUIRES_NEW)
  List<Outcome> handle(Title title, List<Submission> submissions) {
    var batch = new Batch(titles.hold(title.id()), submissions);
    var outcomes = submissions.stream().map(batch::decide).toList();
    batch.write();
    return outcomes;
  }

  /// What is known before, and what is added by, one batch.
  private final class Batch {
    private final Title title;
    private final Map<AssetRef, AcceptedVersion> known;
    private final Map<String, AcceptedVersion> knownKeys;
    private final References references;
    private final List<AcceptedVersion> added = new ArrayList<>();
    private final Map<String, AssetRef> addedKeys = new HashMap<>();
    private final List<Event> events = new ArrayList<>();
    private final List<Outbox.Keyed> sealed = new ArrayList<>();

    Batch(Title title, List<Submission> submissions) {
      var readable =
          submissions.stream()
              .filter(Submission.Sent.class::isInstance)
              .map(Submission.Sent.class::cast)
              .toList();
      var registrations = readable.stream().map(Submission.Sent::registration).toList();
      this.title = title;
      this.known =
          new HashMap<>(
              versions.find(title.id(), registrations.stream().map(Registration::ref).toList()));
      this.knownKeys =
          new HashMap<>(
              versions.byKey(
                  title.id(),
                  readable.stream().map(Submission.Sent::key).filter(Objects::nonNull).toList()));
      this.references = new References(title.id(), registrations, uses, tools, clock.instant());
    }

    Outcome decide(Submission submission) {
      return switch (submission) {
        case Submission.Refused(var problem) -> new Outcome.Rejected(problem);
        case Submission.Sent(var registration, var key) -> {
          try {
            yield accept(registration, key);
          } catch (ProblemException refused) {
            yield new Outcome.Rejected(refused);
          }
        }
      };
    }

    private Outcome accept(Registration registration, @Nullable String key) {
      var fingerprint = Fingerprint.of(title.id(), registration.content(), disclosures);
      var underKey = key == null ? null : knownKeys.get(key);
      if (key != null && underKey != null) {
        var what = "the key '" + IdempotencyKey.shown(key) + "'";
        return repeated(underKey, registration, fingerprint, what);
      }
      var version = known.get(registration.ref());
      if (version != null) {
        var outcome =
            repeated(
                version,
                registration,
                fingerprint,
                "asset version '" + registration.ref().path() + "'");
        note(key, version);
        return outcome;
      }
      var made = assetEvents.of(title, registration, references.resolve(registration));
      var event = made.event();
      var accepted =
          new AcceptedVersion(
              registration.ref(), event.id(), fingerprint, event.actor(), event.time());
      known.put(accepted.ref(), accepted);
      added.add(accepted);
      note(key, accepted);
      events.add(event);
      made.sealed().forEach(s -> sealed.add(new Outbox.Keyed(s.key(), s.toBytes())));
      return new Outcome.Accepted(accepted.ref(), event.id());
    }

    private Outcome repeated(
        AcceptedVersion version, Registration registration, Fingerprint sent, String what) {
      version
          .fingerprint()
          .firstDifference(sent)
          .ifPresent(pointer -> {
            throw new ProblemException(
                ProblemType.CONFLICT,
                what + " was accepted with other content, first at " + pointer,
                new FieldError(
                    pointer,
                    "differs from what was accepted",
                    registration.publicValue(pointer),
                    List.of()));
          });
      return new Outcome.Duplicate(version.ref(), version.eventId());
    }

    private void note(@Nullable String key, AcceptedVersion version) {
      if (key != null) {
        knownKeys.put(key, version);
        addedKeys.put(key, version.ref());
      }
    }

    void write() {
      if (!versions.add(title.id(), added, addedKeys)) {
        throw new SubmissionRaceException();
      }
      outbox.publish(Topic.DISCLOSURE, sealed, events);
    }
  }
}
