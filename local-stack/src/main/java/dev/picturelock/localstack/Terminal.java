package dev.picturelock.localstack;

import java.io.PrintStream;
import java.util.Locale;

/// What the person sees: one line per step with the seconds since the start.
final class Terminal {

  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintStream out;
  private final boolean colour;
  private final long start = System.nanoTime();

  Terminal(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /// A part begins something.
  void step(String part, String what) {
    line(part, what, "36");
  }

  /// A part reached what it was to reach.
  void good(String part, String what) {
    line(part, what, "32");
  }

  /// Something a person should read.
  void bad(String part, String what) {
    line(part, what, "31");
  }

  void text(String text) {
    out.println(text);
    out.flush();
  }

  String bold(String text) {
    return paint(text, "1");
  }

  private void line(String part, String what, String style) {
    var seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
    text(
        "%s %s %s"
            .formatted(
                paint(String.format(Locale.ROOT, "%6.1f s", seconds), "2"),
                paint("%-10s".formatted(part), "1"),
                paint(what, style)));
  }

  private String paint(String text, String style) {
    return colour ? "\033[" + style + "m" + text + "\033[0m" : text;
  }
}
