package dev.picturelock.approval.stream;

import dev.picturelock.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lets those who have a role in a title follow what is said in it.
@ApplicationScoped
public class FollowApprovals {
  private static final int AT_ONCE = 500;

  private final Caller caller;
  private final ApprovalStream stream;

  FollowApprovals(Caller caller, ApprovalStream stream) {
    this.caller = caller;
    this.stream = stream;
  }

  /// Where a follower starts: after what it has seen, or with what is said from now on.
  @Transactional
  public long start(String titleId, @Nullable Long lastSeen) {
    caller.requireMember(titleId);
    return lastSeen == null ? stream.position(titleId) : lastSeen;
  }

  /// What came after; only for followers that were let in by [#start].
  @Transactional
  public List<Said> next(String titleId, long position) {
    return stream.after(titleId, position, AT_ONCE);
  }
}
