package dev.picturelock.cli.verify;

import java.util.Locale;

/// One step of a verification and how it went.
record Step(Name name, Outcome outcome, String detail) {

  /// The steps in the order in which they are taken.
  enum Name {
    RECEIPT("receipt"),
    EVENT_HASH("event hash"),
    ORIGIN("origin"),
    SIGNATURE("signature"),
    /// Only taken where there is a policy.
    QUORUM("quorum"),
    INCLUSION("inclusion");

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
