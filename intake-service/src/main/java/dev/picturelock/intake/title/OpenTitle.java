package dev.picturelock.intake.title;

import dev.picturelock.contracts.event.TitleId;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Opens a title under a policy pack. Only administrators may.
@ApplicationScoped
public class OpenTitle {
  private final Caller caller;
  private final Titles titles;
  private final Events events;
  private final Outbox outbox;

  OpenTitle(Caller caller, Titles titles, Events events, Outbox outbox) {
    this.caller = caller;
    this.titles = titles;
    this.events = events;
    this.outbox = outbox;
  }

  /// The title as it stands, and whether this call opened it.
  public record Opened(Title title, boolean created) {}

  /// - **Errors:** CONFLICT when the id stands for something else
  @Transactional
  public Opened handle(String id, String name, @Nullable String wantedPack) {
    caller.requireAdmin();
    var policyPack = wantedPack == null ? Title.DEFAULT_POLICY_PACK : wantedPack;
    check(id, name, policyPack);
    var event =
        events.now(id, "title/" + id, caller.actor(), new TitleOpened(id, name, policyPack));
    var title = new Title(id, name, policyPack, event.id(), event.actor(), event.time());
    if (titles.add(title)) {
      outbox.publish(event);
      return new Opened(title, true);
    }
    var known = titles.find(id).orElseThrow();
    requireSame("/name", known.name(), name);
    requireSame("/policyPack", known.policyPack(), policyPack);
    return new Opened(known, false);
  }

  private static void check(String id, String name, String policyPack) {
    var checks = new Checks();
    checks.pattern(
        "/id", id, TitleId.SHAPE, "lower-case letters, digits and hyphens, at most 63 characters");
    checks.require(!Caller.STUDIO.equals(id), "/id", "is reserved for the tool register", id);
    checks.text("/name", name, Checks.TEXT);
    checks.pattern("/policyPack", policyPack, TitleId.SHAPE, "the id of a policy pack");
    checks.orThrow();
  }

  private static void requireSame(String at, String known, String given) {
    if (!known.equals(given)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "the title is already open with another " + at.substring(1),
          new FieldError(at, "differs from the open title", given, List.of(known)));
    }
  }
}
