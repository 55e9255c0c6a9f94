package dev.picturelock.cli.verify;

import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say whom to believe.
final class TrustOptions {

  @Option(
      names = "--key",
      paramLabel = "VKEY|FILE",
      description = {
        "the ledger's verifier key (name+id+base64), a file that holds it, or -",
        "once for each log that the events may be in"
      })
  List<String> keys = new ArrayList<>();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "a C2SP tlog-policy: which witnesses must have cosigned; its logs are those to believe"
              + " where there is no --key")
  @Nullable String policy;

  @Option(
      names = "--origin",
      paramLabel = "ORIGIN",
      description = "the ledger's origin, if it is not the name of its key")
  @Nullable String origin;

  /// The arguments that may be standard input.
  Stream<String> inputs() {
    return Stream.concat(keys.stream(), Stream.ofNullable(policy));
  }

  /// What is wrong with the options themselves, or null.
  @Nullable String misuse() {
    if (keys.isEmpty() && policy == null) {
      return "say whom to believe: --key VKEY, --policy FILE, or both";
    }
    return policy != null && origin != null
        ? "with --policy the origin is the name of the key, so there is no --origin"
        : null;
  }

  Trust read(Inputs inputs) {
    var read = keys.stream().map(key -> KeyInput.read(inputs, key)).toList();
    return new Trust(read, policy == null ? null : policy(inputs, policy), origin);
  }

  private static Policy policy(Inputs inputs, String file) {
    try {
      return Policy.parse(inputs.bytes("policy", file));
    } catch (MalformedException e) {
      throw new UnusableInputException(
          "the policy %s cannot be used (%s)".formatted(file, e.reason()));
    }
  }
}
