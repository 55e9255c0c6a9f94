package dev.picturelock.approval.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All written approvals.
public interface Approvals {
  /// Adds the approval or puts its next state in the place of the earlier one.
  void save(Approval approval);

  Optional<Approval> find(UUID id);

  /// The title an approval belongs to; asked before anything is read under the title's lock.
  Optional<String> titleOf(UUID id);

  /// Approvals of the use itself, for these facts, that nobody revoked.
  List<Approval> ofUse(String titleId, String use, String factsSha256);
}
