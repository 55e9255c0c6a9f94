package dev.picturelock.intake.title;

import dev.picturelock.contracts.event.TitlePolicyPackChanged;
import dev.picturelock.intake.title.Title.PinnedPack;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Moves a title to another policy pack. Only administrators may.
///
/// What was registered before stays judged by the pack its event names. The move waits for what is
/// under way, and what comes after waits for the move, so that in the stream everything before its
/// event names the old pack and everything after it the new one.
@ApplicationScoped
public class MoveTitle {
  private final Caller caller;
  private final Titles titles;
  private final Events events;
  private final InstalledPacks packs;
  private final Outbox outbox;

  MoveTitle(Caller caller, Titles titles, Events events, InstalledPacks packs, Outbox outbox) {
    this.caller = caller;
    this.titles = titles;
    this.events = events;
    this.packs = packs;
    this.outbox = outbox;
  }

  /// The title as it stands afterwards; the pack it has already changes nothing.
  ///
  /// - **wantedPack** an id, which means its newest installed version, or `id@version`
  /// - **Errors:** NOT_FOUND for a title that was never opened, UNKNOWN_REFERENCE for a pack that
  ///   is not installed
  @Transactional
  public Title handle(String id, String wantedPack) {
    caller.requireAdmin();
    var title = titles.lock(id).orElseThrow(() -> TitleGate.unknown(id));
    var to = packs.require(wantedPack).toString();
    if (to.equals(title.policyPack())) {
      return title;
    }
    var event =
        events.now(
            id,
            "title/" + id,
            caller.actor(),
            new TitlePolicyPackChanged(id, title.policyPack(), to));
    var pack = new PinnedPack(title.pack().move() + 1, to, event.id(), event.actor(), event.time());
    titles.move(id, pack);
    outbox.publish(event);
    return title.movedTo(pack);
  }
}
