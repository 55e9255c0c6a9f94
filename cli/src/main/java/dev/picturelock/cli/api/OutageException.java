package dev.picturelock.cli.api;

import dev.picturelock.cli.terminal.EndedException;

/// A server did not answer, or answered that it cannot now: later it may.
public final class OutageException extends EndedException {

  private static final long serialVersionUID = 1L;

  OutageException(String reason) {
    super(reason);
  }
}
