package dev.picturelock.provenance.ledger;

import dev.picturelock.tlog.tile.HashTile;

/// A tile that the log must have is not there: the store lost it.
public final class MissingTileException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  public MissingTileException(LogId log, HashTile tile) {
    super("log " + log + " lacks " + tile.path());
  }
}
