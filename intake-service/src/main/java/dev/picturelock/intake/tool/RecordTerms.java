package dev.picturelock.intake.tool;

import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.event.ToolTermsRecorded;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records a dated snapshot of a tool's terms; what is made from then on is judged by it.
@ApplicationScoped
public class RecordTerms {
  private static final List<String> ANSWERS = List.of("yes", "no", "unsure");
  private static final int NOTE = 4_096;

  private final Caller caller;
  private final Tools tools;
  private final Events events;
  private final Outbox outbox;
  private final Ids ids;

  RecordTerms(Caller caller, Tools tools, Events events, Outbox outbox, Ids ids) {
    this.caller = caller;
    this.tools = tools;
    this.events = events;
    this.outbox = outbox;
    this.ids = ids;
  }

  /// What somebody read in a tool's terms.
  public record Reading(
      Instant effectiveFrom,
      String storesOrTrains,
      String enterpriseAgreement,
      @Nullable String licenceTier,
      @Nullable String documentSha256,
      @Nullable String note) {}

  /// The snapshot, and whether this call recorded it.
  public record Recorded(RecordedTerms terms, boolean created) {}

  /// - **Errors:** NOT_FOUND when the tool is not registered
  @Transactional
  public Recorded handle(String tool, Reading reading) {
    caller.requireAnyRealmRole("admin", "production", "legal");
    check(reading);
    requireRegistered(tool);
    tools.lock(tool);
    var snapshot =
        new TermsSnapshot(
            ids.fresh(),
            reading.effectiveFrom(),
            reading.storesOrTrains(),
            reading.enterpriseAgreement(),
            reading.licenceTier(),
            reading.documentSha256(),
            reading.note());
    // Only the one that holds for its date counts as the same: going back to older terms is news.
    var same =
        tools.terms(tool).stream()
            .filter(t -> t.terms().effectiveFrom().equals(reading.effectiveFrom()))
            .findFirst()
            .filter(t -> t.saysTheSameAs(snapshot));
    if (same.isPresent()) {
      return new Recorded(same.get(), false);
    }
    var event =
        events.now(
            Caller.STUDIO, "tool/" + tool, caller.actor(), new ToolTermsRecorded(tool, snapshot));
    var recorded = new RecordedTerms(tool, snapshot, event.id(), event.actor(), event.time());
    tools.add(recorded);
    outbox.publish(event);
    return new Recorded(recorded, true);
  }

  private void requireRegistered(String tool) {
    if (tools.find(tool).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "tool '" + tool + "' is not registered; register it by PUT /v1/tools/" + tool);
    }
  }

  private static void check(Reading reading) {
    var checks = new Checks();
    checks.oneOf("/storesOrTrains", reading.storesOrTrains(), ANSWERS);
    checks.oneOf("/enterpriseAgreement", reading.enterpriseAgreement(), ANSWERS);
    checks.text("/licenceTier", reading.licenceTier(), Checks.TEXT);
    checks.pattern(
        "/documentSha256", reading.documentSha256(), Checks.SHA256, "64 lower-case hex digits");
    checks.text("/note", reading.note(), NOTE);
    checks.orThrow();
  }
}
