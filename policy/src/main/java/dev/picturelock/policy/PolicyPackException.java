package dev.picturelock.policy;

import java.io.Serial;

/// A policy pack cannot be used; the message names the pack and, where there is one, rule and cell.
///
/// The message is one line, whatever the text of a cell or the objection of a library looks like,
/// so that it can be read at the end of a log.
public final class PolicyPackException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST = 2000;

  public PolicyPackException(Object pack, String fault) {
    super(line(pack, fault));
  }

  public PolicyPackException(Object pack, String fault, Throwable cause) {
    super(line(pack, fault), cause);
  }

  private static String line(Object pack, String fault) {
    var line = ("policy pack " + pack + ": " + fault).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
