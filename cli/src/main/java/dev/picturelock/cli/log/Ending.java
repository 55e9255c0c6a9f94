package dev.picturelock.cli.log;

import dev.picturelock.cli.api.OutageException;
import dev.picturelock.cli.terminal.ExitCode;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// How the commands about logs end, whatever happened.
final class Ending {

  private Ending() {}

  static CommandLine commandOf(@Nullable CommandSpec spec) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the command before it calls it");
    }
    return spec.commandLine();
  }

  /// The exit code of work that says whether all is as it should be.
  static int of(CommandLine command, BooleanSupplier work) {
    try {
      return work.getAsBoolean() ? ExitCode.OK : ExitCode.NOT_VERIFIED;
    } catch (UnusableInputException e) {
      return unusable(command, e.reason());
    } catch (OutageException e) {
      return unusable(command, e.reason());
    } catch (UncheckedIOException e) {
      return unusable(command, e.getMessage() + ": " + e.getCause());
    } catch (Stop.StoppedException _) {
      command.getErr().println("stopped; the folder holds what it held, go on whenever you like");
      return ExitCode.UNUSABLE;
    }
  }

  private static int unusable(CommandLine command, String reason) {
    var name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + SafeText.of(reason));
    return ExitCode.UNUSABLE;
  }
}
