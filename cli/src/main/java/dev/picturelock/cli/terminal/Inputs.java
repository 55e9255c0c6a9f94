package dev.picturelock.cli.verify;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads what the arguments name; `-` is standard input, and only one argument can be that.
final class Inputs {

  static final String STANDARD_INPUT = "-";

  // A receipt or an event is kilobytes; more is a wrong file.
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final InputStream standardInput;

  Inputs(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /// The exact bytes of a file or of standard input.
  byte[] bytes(String what, String argument) {
    try {
      byte[] bytes;
      if (argument.equals(STANDARD_INPUT)) {
        bytes = standardInput.readNBytes(MAX_BYTES + 1);
      } else {
        try (var file = Files.newInputStream(Path.of(argument))) {
          bytes = file.readNBytes(MAX_BYTES + 1);
        }
      }
      if (bytes.length > MAX_BYTES) {
        throw new UnusableInputException(what + " " + argument + " is larger than 16 MiB");
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw new UnusableInputException("there is no " + what + " " + argument);
    } catch (AccessDeniedException e) {
      throw new UnusableInputException("may not read the " + what + " " + argument);
    } catch (IOException | InvalidPathException e) {
      throw new UnusableInputException(
          "cannot read the " + what + " " + argument + ": " + e.getMessage());
    }
  }

  /// A verifier key, given as such or in a file that holds nothing else.
  VerifierKey key(String argument) {
    boolean isInput = argument.equals(STANDARD_INPUT) || isFile(argument);
    String text =
        isInput
            ? new String(bytes("key file", argument), StandardCharsets.UTF_8).stripTrailing()
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
