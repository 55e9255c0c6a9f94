package dev.picturelock.endtoend;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/// How large the files of a running process may become, by the program `prlimit` of Linux.
final class SizeLimit {

  static final String NONE = "unlimited";

  private SizeLimit() {}

  static boolean isPossible() {
    return set(ProcessHandle.current(), NONE);
  }

  /// Returns whether it could be set; the hard limit stays, so that it can be lifted again.
  ///
  /// - **bytes** or [#NONE]
  static boolean set(ProcessHandle process, String bytes) {
    var command =
        new ProcessBuilder(
            "prlimit", "--pid", Long.toString(process.pid()), "--fsize=" + bytes + ":");
    try {
      return command
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException _) {
      return false;
    }
  }
}
