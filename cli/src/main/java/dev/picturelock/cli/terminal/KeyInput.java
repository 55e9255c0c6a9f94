package dev.picturelock.cli.terminal;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.VerifierKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Reads the verifier key that an argument is or names.
public final class KeyInput {

  private KeyInput() {}

  /// A verifier key, given as such or in a file that holds nothing else.
  public static VerifierKey read(Inputs inputs, String argument) {
    boolean isInput = argument.equals(Inputs.STANDARD_INPUT) || isFile(argument);
    String text =
        isInput
            ? new String(inputs.bytes("key file", argument), StandardCharsets.UTF_8).stripTrailing()
            : argument;
    try {
      return VerifierKey.parse(text);
    } catch (MalformedException e) {
      throw new UnusableInputException(
          isInput
              ? "the key file %s holds no verifier key (%s)".formatted(argument, e.reason())
              : "--key is neither a file nor a verifier key (%s)".formatted(e.reason()));
    }
  }

  private static boolean isFile(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
