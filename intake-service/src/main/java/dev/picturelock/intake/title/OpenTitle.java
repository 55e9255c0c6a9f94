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
  private final InstalledPacks packs;
  private final Outbox outbox;

  OpenTitle(Caller caller, Titles titles, Events events, InstalledPacks packs, Outbox outbox) {
    this.packs = packs;
    this.caller = caller;
    this.titles = titles;
    this.events = events;
    this.outbox = outbox;
  }

  /// The title as it stands, and whether this call opened it.
  public record Opened(Title title, boolean created) {}

  /// - **wantedPack** an id, which means its newest installed version, or `id@version`; a repeat
  ///   that names none, or the id alone, agrees with whatever version the title has
  /// - **Errors:** CONFLICT when the id stands for something else, UNKNOWN_REFERENCE for a pack
  ///   that is not installed
  @Transactional
  public Opened handle(String id, String name, @Nullable String wantedPack) {
    caller.requireAdmin();
    check(id, name);
    var known = titles.find(id);
    if (known.isPresent()) {
      return repeated(known.get(), name, wantedPack);
    }
    var pack = wantedPack == null ? packs.standard() : packs.require(wantedPack);
    var event =
        events.now(id, "title/" + id, caller.actor(), new TitleOpened(id, name, pack.toString()));
    var title = Title.opened(id, name, pack.toString(), event.id(), event.actor(), event.time());
    if (titles.add(title)) {
      outbox.publish(event);
      return new Opened(title, true);
    }
    // Somebody else opened it since we looked.
    return repeated(titles.find(id).orElseThrow(), name, wantedPack);
  }

  private static Opened repeated(Title known, String name, @Nullable String wantedPack) {
    if (!known.name().equals(name)) {
      throw differs("/name", known.name(), name);
    }
    if (!InstalledPacks.means(wantedPack, known.openedUnder())
        && !InstalledPacks.means(wantedPack, known.policyPack())) {
      throw differs("/policyPack", known.policyPack(), wantedPack);
    }
    return new Opened(known, false);
  }

  private static void check(String id, String name) {
    var checks = new Checks();
    checks.pattern(
        "/id", id, TitleId.SHAPE, "lower-case letters, digits and hyphens, at most 63 characters");
    checks.require(!Caller.STUDIO.equals(id), "/id", "is reserved for the tool register", id);
    checks.text("/name", name, Checks.TEXT);
    checks.orThrow();
  }

  private static ProblemException differs(String at, String known, @Nullable String given) {
    return new ProblemException(
        ProblemType.CONFLICT,
        "the title is already open with another " + at.substring(1),
        new FieldError(at, "differs from the open title", given, List.of(known)));
  }
}
