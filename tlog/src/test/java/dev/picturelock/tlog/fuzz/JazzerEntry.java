package dev.picturelock.tlog.fuzz;

/// Where Jazzer comes in; the target's name is its only argument.
public final class JazzerEntry {

  private static FuzzTarget target = FuzzTarget.NOTE;

  private JazzerEntry() {}

  public static void fuzzerInitialize(String[] arguments) {
    target = FuzzTarget.valueOf(arguments[0]);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    target.accepts(data);
  }
}
