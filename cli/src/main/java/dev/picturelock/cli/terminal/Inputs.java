package dev.picturelock.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads what the arguments name; `-` is standard input, and only one argument can be that.
public final class Inputs {

  public static final String STANDARD_INPUT = "-";

  // A receipt or an event is kilobytes; more is a wrong file.
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  private final InputStream standardInput;

  public Inputs(InputStream standardInput) {
    this.standardInput = standardInput;
  }

  /// The exact bytes of a file or of standard input.
  public byte[] bytes(String what, String argument) {
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
}
