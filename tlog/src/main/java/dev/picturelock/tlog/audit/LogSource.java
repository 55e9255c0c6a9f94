package dev.picturelock.tlog.audit;

import dev.picturelock.tlog.tile.EntryTile;
import dev.picturelock.tlog.tile.HashTile;
import java.util.Optional;

/// The files of a log as somebody serves or keeps them; nothing here is believed.
///
/// - **Answers:** the exact bytes of the file asked for, of exactly the width asked for; empty when
///   there is no such file, which the audit reports as damage
/// - **Errors:** an implementation throws when it cannot tell (no connection, no right to read);
///   the audit lets that fly, because an outage is no damage
public interface LogSource {

  byte[] checkpoint();

  Optional<byte[]> hashes(HashTile tile);

  Optional<byte[]> entries(EntryTile bundle);
}
