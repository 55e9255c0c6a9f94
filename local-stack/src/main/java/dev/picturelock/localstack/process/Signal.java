package dev.picturelock.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What a process can be told; the constant's name is the one that `kill -s` knows.
public enum Signal {
  /// Orderly end of a JVM.
  TERM,
  /// PostgreSQL's fast shutdown: ends sessions instead of waiting for them.
  INT,
  /// PostgreSQL's immediate shutdown: leaves everything as it is, for the next start to recover.
  QUIT,
  /// Stand still until [#CONT].
  STOP,
  CONT;

  /// Sends the signal; a process that is gone already is no error.
  public void send(ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null", name(), pid(process))
          .start()
          .onExit()
          .join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pid(ProcessHandle process) {
    return Long.toString(process.pid());
  }
}
