package dev.picturelock.cli.terminal;

import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// How commands end, whatever happened.
public final class Ending {

  private Ending() {}

  public static CommandLine commandOf(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it calls it");
    }
    return spec.commandLine();
  }

  /// The exit code of work that says whether all is as it should be.
  public static int of(CommandLine command, BooleanSupplier work) {
    try {
      return work.getAsBoolean() ? ExitCode.OK : ExitCode.NOT_VERIFIED;
    } catch (EndedException e) {
      return unusable(command, e.reason());
    } catch (UncheckedIOException e) {
      return unusable(command, e.getMessage() + ": " + e.getCause());
    }
  }

  private static int unusable(CommandLine command, String reason) {
    var name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + SafeText.of(reason));
    return ExitCode.UNUSABLE;
  }
}
