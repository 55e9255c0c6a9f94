package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetWithdrawn;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.intake.title.TitleGate;
import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.access.TitleRole;
import dev.picturelock.kit.event.Events;
import dev.picturelock.kit.outbox.Outbox;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Withdraws an asset version for ever; the same withdrawal again changes nothing.
@ApplicationScoped
public class WithdrawAsset {
  private static final int REASON = 4_096;

  private final Caller caller;
  private final TitleGate gate;
  private final AssetVersions versions;
  private final Events events;
  private final Outbox outbox;

  WithdrawAsset(
      Caller caller, TitleGate gate, AssetVersions versions, Events events, Outbox outbox) {
    this.caller = caller;
    this.gate = gate;
    this.versions = versions;
    this.events = events;
    this.outbox = outbox;
  }

  /// - **Errors:** NOT_FOUND for a version that was never registered, CONFLICT when it was
  ///   withdrawn for another reason
  @Transactional
  public Withdrawal handle(String title, AssetRef ref, String reason) {
    gate.enter(title, TitleRole.TOOL, TitleRole.PRODUCTION);
    var checks = new Checks();
    checks.text("/reason", reason, REASON);
    checks.orThrow();
    requireRegistered(title, ref);
    var event =
        events.now(
            title,
            "asset/" + ref.path(),
            caller.actor(),
            new AssetWithdrawn(ref.asset(), ref.version(), reason));
    var withdrawal = new Withdrawal(ref, reason, event.id(), event.actor(), event.time());
    if (versions.add(title, withdrawal)) {
      outbox.publish(event);
      return withdrawal;
    }
    var known = versions.withdrawal(title, ref).orElseThrow();
    if (!known.reason().equals(reason)) {
      throw new ProblemException(
          ProblemType.CONFLICT,
          "it was withdrawn before, for another reason",
          new FieldError(
              "/reason", "differs from the first withdrawal", reason, List.of(known.reason())));
    }
    return known;
  }

  private void requireRegistered(String title, AssetRef ref) {
    var named =
        Checks.NAME.matcher(ref.asset()).matches() && Checks.NAME.matcher(ref.version()).matches();
    if (!named || versions.find(title, List.of(ref)).isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "no asset version '" + ref.path() + "' was registered in title '" + title + "'");
    }
  }
}
