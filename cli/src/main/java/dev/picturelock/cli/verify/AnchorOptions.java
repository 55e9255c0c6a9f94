package dev.picturelock.cli.verify;

import dev.picturelock.cli.terminal.Inputs;
import dev.picturelock.cli.terminal.KeyInput;
import dev.picturelock.tlog.note.VerifierKey;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that ask for more than a receipt: that the log of logs commits to its checkpoint.
final class AnchorOptions {

  @Option(
      names = "--anchor",
      paramLabel = "FILE",
      description = {
        "what the log of logs commits to, or -: it has to be the receipt's checkpoint",
        "the witnesses of a --policy are then those of the log of logs"
      })
  @Nullable String anchor;

  @Option(
      names = "--log-of-logs-key",
      paramLabel = "VKEY|FILE",
      description =
          "the verifier key of the log of logs, a file that holds it, or -; not needed where the"
              + " policy lists it")
  @Nullable String key;

  /// The arguments that may be standard input.
  Stream<String> inputs() {
    return Stream.of(anchor, key).flatMap(Stream::ofNullable);
  }

  /// What is wrong with the options themselves, or null.
  @Nullable String misuse(TrustOptions trust) {
    if (anchor == null) {
      return key == null ? null : "--log-of-logs-key says whom to believe about an --anchor";
    }
    if (trust.keys.isEmpty()) {
      return "with --anchor give the --key of the event's log";
    }
    return key == null && trust.policy == null
        ? "with --anchor say whom to believe about it: --log-of-logs-key VKEY, --policy FILE, or both"
        : null;
  }

  @Nullable VerifierKey key(Inputs inputs) {
    return key == null ? null : KeyInput.read(inputs, key);
  }
}
