package dev.picturelock.cli.receipt;

import dev.picturelock.tlog.tile.HashTile;
import java.util.Optional;

/// What is asked of a title's ledger; nothing it answers is believed.
///
/// - **Errors:** [dev.picturelock.cli.api.OutageException] and
///   [dev.picturelock.cli.terminal.UnusableInputException] when there is no answer
interface Ledger {

  /// The newest receipt of an event; nothing when the ledger says that it has no such event.
  Optional<byte[]> receipt(String eventId);

  /// A tile of the log that the key signs; nothing when the ledger says that there is none.
  Optional<byte[]> hashes(HashTile tile);

  /// The log that follows the one that the key signs; nothing while that one grows.
  Optional<Successor> successor();
}
