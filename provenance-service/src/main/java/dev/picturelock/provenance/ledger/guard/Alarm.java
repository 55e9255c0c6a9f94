package dev.picturelock.provenance.ledger.guard;

import java.time.Instant;
import java.util.Locale;

/// Why the ledger signs no more.
///
/// - **where** the log and the place in it, as exactly as it is known
/// - **detail** what was found there and what should be there
public record Alarm(Kind kind, String where, String detail, Instant since) {
  private static final String GUIDE = "docs/operations.md#";
  private static final String STAYS =
      "; it stays until somebody has looked and removes the file alarm beside the journals";

  /// What can be wrong. The operator guide has a paragraph for each, and its sentence is the
  /// heading.
  public enum Kind {
    ROLLED_BACK("the database is older than what was released"),
    FORKED("the database contradicts what was released"),
    WITNESS_AHEAD("a witness has seen more than the database has"),
    WITNESS_CONTRADICTS("a witness contradicts the database"),
    DAMAGED("the database holds something else than what was signed"),
    KEY_LOST("the signing key is lost"),
    UNPROTECTED("the tables of the ledger have lost their protection"),
    ANCHORS_LOST("nothing outside the database says what was released"),
    ANCHORS_DAMAGED("a journal of what was released is damaged"),
    ANCHORS_UNWRITABLE("what is to be released cannot be written down");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }

    /// Whether nothing in our own stores can tell that it is over: a whole database is no answer to
    /// a witness.
    boolean staysUntilRemoved() {
      return this == WITNESS_AHEAD || this == WITNESS_CONTRADICTS;
    }

    /// The paragraph of the operator guide.
    public String guide() {
      return GUIDE + sentence.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
  }

  /// What to do about it.
  public String guide() {
    return kind.guide();
  }

  /// All of it in one line, for a person at a terminal.
  public String sentence() {
    return "%s: %s: %s; nothing is signed since %s%s; see %s"
        .formatted(
            kind.sentence(), where, detail, since, kind.staysUntilRemoved() ? STAYS : "", guide());
  }
}
