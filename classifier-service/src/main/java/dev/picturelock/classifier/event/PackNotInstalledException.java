package dev.picturelock.classifier.event;

import java.io.Serial;

/// An event names a policy pack that is not installed here; once it is, the event can be judged.
///
/// So it is no poison: the event must wait, and everything behind it.
public final class PackNotInstalledException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  PackNotInstalledException(String pack) {
    super(
        "policy pack '%s' is not installed: put it into the folder that"
            .concat(" PICTURELOCK_POLICY_PACKS_DIR names and restart the classifier")
            .formatted(pack));
  }
}
