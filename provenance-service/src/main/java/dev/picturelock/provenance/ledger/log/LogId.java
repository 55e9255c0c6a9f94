package dev.picturelock.provenance.ledger.log;

/// One of the logs of a title.
///
/// - **titleId** a title, or [#LOG_OF_LOGS]
/// - **generation** from 1; a new key begins the next one, and only the last one grows
public record LogId(String titleId, int generation) {
  /// The name under which the log of logs is kept; no title can be called so.
  public static final String LOG_OF_LOGS = ".logs";

  public static LogId first(String titleId) {
    return new LogId(titleId, 1);
  }

  public LogId next() {
    return new LogId(titleId, generation + 1);
  }

  @Override
  public String toString() {
    return titleId + "#" + generation;
  }
}
