package dev.picturelock.intake.use;

import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.intake.submission.Fingerprint;
import dev.picturelock.intake.submission.Values;
import dev.picturelock.intake.title.Title;
import dev.picturelock.intake.title.TitleGate;
import dev.picturelock.intake.title.Titles;
import dev.picturelock.intake.tool.FactsUnderTerms;
import dev.picturelock.intake.tool.Tools;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.disclosure.Disclosures;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the report of an intended use: first as version 1, with changed content as the next
/// version; the same content again changes nothing.
@ApplicationScoped
public class ReportUse {
  private final Caller caller;
  private final TitleGate gate;
  private final Titles titles;
  private final Uses uses;
  private final Tools tools;
  private final Events events;
  private final Outbox outbox;
  private final Disclosures disclosures;
  private final InstantSource clock;

  ReportUse(
      Caller caller,
      TitleGate gate,
      Titles titles,
      Uses uses,
      Tools tools,
      Events events,
      Outbox outbox,
      Disclosures disclosures,
      InstantSource clock) {
    this.caller = caller;
    this.gate = gate;
    this.titles = titles;
    this.uses = uses;
    this.tools = tools;
    this.events = events;
    this.outbox = outbox;
    this.disclosures = disclosures;
    this.clock = clock;
  }

  /// The title is open and the caller may report uses in it.
  ///
  /// - **Errors:** FORBIDDEN, NOT_FOUND; asked before a body is read, so that nobody learns from
  ///   the answer to a broken body
  public Title enter(String title) {
    return gate.enter(title, TitleRole.TOOL, TitleRole.PRODUCTION);
  }

  /// - **Errors:** UNKNOWN_REFERENCE for a tool that is not registered, CONFLICT when the key
  ///   stands for other content
  @Transactional
  public UseVersion handle(Title entered, UseReport report, @Nullable String key) {
    report.check();
    var title = titles.hold(entered.id());
    uses.lock(title.id(), report.use());
    var repeated = repeated(title.id(), report, key);
    if (repeated.isPresent()) {
      return repeated.get();
    }
    var latest = uses.latest(title.id(), report.use());
    if (latest.isPresent() && difference(title.id(), latest.get(), report).isEmpty()) {
      return noted(latest.get(), key);
    }
    return publish(title, report, latest.map(UseVersion::version).orElse(0) + 1, key);
  }

  /// A key that came with known content stands for it too: once the use has been amended, the key
  /// must not bring the earlier content back.
  private UseVersion noted(UseVersion known, @Nullable String key) {
    if (key != null && !uses.note(key, known)) {
      throw raced(known.use());
    }
    return known;
  }

  private UseVersion publish(Title title, UseReport report, int version, @Nullable String key) {
    var stated = new Facts(report.facts());
    var terms = terms(report.tool());
    var under = FactsUnderTerms.of(stated, terms);
    var event =
        events.now(
            title.id(),
            "use/" + report.use() + "/" + version,
            caller.actor(),
            fact(title, report, version, under, terms));
    var reported =
        new UseVersion(
            title.id(),
            report.use(),
            version,
            report.description(),
            report.tool(),
            stated,
            under.facts(),
            terms == null ? null : terms.terms(),
            under.conflicts(),
            event.id(),
            event.actor(),
            event.time());
    if (!uses.add(reported, key)) {
      throw raced(report.use());
    }
    outbox.publish(event);
    return reported;
  }

  private static ProblemException raced(String use) {
    var detail = "the Idempotency-Key was used for another use at the same moment";
    return new ProblemException(
        ProblemType.CONFLICT, detail, new FieldError("/use", detail, use, List.of()));
  }

  private static Fact fact(
      Title title,
      UseReport report,
      int version,
      FactsUnderTerms under,
      @Nullable TermsSnapshot terms) {
    return version == 1
        ? new UseReported(
            report.use(),
            version,
            report.description(),
            report.tool(),
            under.facts().stated(),
            terms,
            under.conflicts(),
            title.policyPack())
        : new UseAmended(
            report.use(),
            version,
            report.description(),
            report.tool(),
            under.facts().stated(),
            terms,
            under.conflicts(),
            title.policyPack());
  }

  private @Nullable TermsSnapshot terms(@Nullable String tool) {
    if (tool == null) {
      return null;
    }
    if (tools.find(tool).isEmpty()) {
      throw new ProblemException(
          ProblemType.UNKNOWN_REFERENCE,
          "tool '" + tool + "' is not registered; register it by PUT /v1/tools/" + tool,
          new FieldError("/tool", "is not registered", tool, List.of()));
    }
    return tools.inForce(tool, clock.instant()).orElse(null);
  }

  private Optional<UseVersion> repeated(String title, UseReport report, @Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    var accepted = uses.byKey(title, key);
    accepted.ifPresent(known -> requireSame(title, known, report));
    return accepted;
  }

  /// What differs is told with both values: all of a report is in its event, nothing is secret.
  private void requireSame(String title, UseVersion known, UseReport report) {
    difference(title, known, report)
        .ifPresent(pointer -> {
          throw new ProblemException(
              ProblemType.CONFLICT,
              "the Idempotency-Key stands for a use with other content, first at " + pointer,
              new FieldError(
                  pointer,
                  "differs from what was accepted",
                  Values.at(report, pointer),
                  Optional.ofNullable(Values.at(known.content(), pointer)).stream().toList()));
        });
  }

  private Optional<String> difference(String title, UseVersion known, UseReport report) {
    return Fingerprint.of(title, known.content(), disclosures)
        .firstDifference(Fingerprint.of(title, report, disclosures));
  }
}
