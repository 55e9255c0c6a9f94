package dev.picturelock.cli.verify;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// One step of a verification and how it went.
record Step(Name name, Outcome outcome, String detail) {

  static Step skipped(Name name) {
    return new Step(name, Outcome.SKIPPED, "not looked at");
  }

  /// The steps in the order in which they are taken.
  enum Name {
    RECEIPT("receipt"),
    EVENT_HASH("event hash"),
    ORIGIN("origin"),
    SIGNATURE("signature"),
    /// Only taken where there is a policy.
    QUORUM("quorum"),
    INCLUSION("inclusion"),
    // From here on only taken where there is an anchor.
    ANCHOR("anchor"),
    LOG_OF_LOGS("log of logs"),
    ANCHORED_CHECKPOINT("anchored"),
    LABEL("label"),
    COMMITMENT("commitment"),
    SAME_CHECKPOINT("checkpoint");

    /// The steps about the receipt itself, and those about its anchor.
    static final Set<Name> OF_RECEIPT = EnumSet.range(RECEIPT, INCLUSION);

    static final Set<Name> OF_ANCHOR = EnumSet.range(ANCHOR, SAME_CHECKPOINT);

    private final String words;

    Name(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    /// The name as programs read it, such as `event-hash`.
    String slug() {
      return words.replace(' ', '-');
    }
  }

  enum Outcome {
    OK,
    FAILED,
    /// Not looked at, because an earlier step failed.
    SKIPPED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
