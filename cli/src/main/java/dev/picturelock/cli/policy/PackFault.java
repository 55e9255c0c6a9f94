package dev.picturelock.cli.policy;

import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.policy.PolicyPackException;
import java.util.function.BooleanSupplier;

/// A pack with a fault ends a command that only wants to use it like any other unusable input.
final class PackFault {

  private PackFault() {}

  static boolean told(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (PolicyPackException fault) {
      throw new UnusableInputException(String.valueOf(fault.getMessage()));
    }
  }
}
