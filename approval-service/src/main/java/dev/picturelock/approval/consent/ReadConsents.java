package dev.picturelock.approval.consent;

import dev.picturelock.kit.access.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Shows the consents of a title to those who have a role in it.
@ApplicationScoped
public class ReadConsents {
  private final Caller caller;
  private final Consents consents;

  ReadConsents(Caller caller, Consents consents) {
    this.caller = caller;
    this.consents = consents;
  }

  @Transactional
  public List<Consent> list(String titleId, @Nullable UUID after, int limit) {
    caller.requireMember(titleId);
    return consents.list(titleId, after, limit);
  }
}
