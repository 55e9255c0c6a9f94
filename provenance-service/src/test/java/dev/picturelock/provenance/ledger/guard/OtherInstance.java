package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Another instance of the service, of which only its journal is left.
public final class OtherInstance {
  private OtherInstance() {}

  public static void released(SignedCheckpoint signed, Path anchorsFolder) throws IOException {
    try (var journal = AnchorJournal.open(anchorsFolder)) {
      var anchor = Anchor.parse(signed.format());
      journal.append(List.of(anchor), List.of(anchor));
    }
  }
}
