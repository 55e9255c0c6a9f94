package dev.picturelock.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/// One run of the command line in this process.
public record Run(int exitCode, String out, String err) {

  public static Run of(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int exitCode =
        Picturelock.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }

  /// The same with bytes on standard input.
  public static Run withInput(byte[] input, String... arguments) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      return of(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
