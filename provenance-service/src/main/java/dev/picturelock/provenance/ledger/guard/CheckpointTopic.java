package dev.picturelock.provenance.ledger.guard;

import java.util.function.Consumer;

/// The topic on which checkpoints were published: a second memory, on other machines.
public interface CheckpointTopic {

  /// Hands over everything that the topic holds at this moment and returns then.
  ///
  /// - **Errors:** anything, when the broker cannot be asked
  void readToEnd(Consumer<byte[]> reader);

  /// Hands over what came since, waiting a little for it.
  ///
  /// - **Errors:** anything, when the broker cannot be asked
  void readOn(Consumer<byte[]> reader);

  /// Forgets how far it has read; the next reading begins at the beginning.
  void close();
}
