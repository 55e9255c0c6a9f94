package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.tile.Edge;
import org.jspecify.annotations.Nullable;

/// What to audit: by default the whole log, from its first entry to its newest checkpoint.
///
/// - **earlier:** a checkpoint that was believed before; the log must have grown out of it
/// - **start:** an edge that an earlier audit handed back; what lies before it is not read again,
///   and the log must have grown out of it too
/// - **limit:** stop at the first bundle end at or after this size; absent, go on to the checkpoint
///
/// Immutable; every [#run] reads the source's checkpoint anew.
public record LogAudit(
    LogSource source,
    Policy policy,
    @Nullable SignedCheckpoint earlier,
    Edge start,
    @Nullable TreeSize limit,
    AuditListener listener) {

  public static LogAudit of(LogSource source, Policy policy) {
    return new LogAudit(source, policy, null, Edge.EMPTY, null, AuditListener.NONE);
  }

  /// Trusts one key and asks for no witness.
  public static LogAudit of(LogSource source, VerifierKey key) {
    return of(source, Policy.ofLog(key));
  }

  public LogAudit since(@Nullable SignedCheckpoint earlier) {
    return new LogAudit(source, policy, earlier, start, limit, listener);
  }

  public LogAudit from(Edge start) {
    return new LogAudit(source, policy, earlier, start, limit, listener);
  }

  public LogAudit upTo(TreeSize limit) {
    return new LogAudit(source, policy, earlier, start, limit, listener);
  }

  public LogAudit telling(AuditListener listener) {
    return new LogAudit(source, policy, earlier, start, limit, listener);
  }

  /// Never throws for anything that is wrong with the log itself; see [LogSource] for what it lets
  /// fly.
  public AuditResult run() {
    try {
      return AuditRun.begin(this).walk();
    } catch (DamagedException e) {
      return new AuditResult.Damaged(e.damage());
    }
  }
}
