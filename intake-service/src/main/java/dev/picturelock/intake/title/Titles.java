package dev.picturelock.intake.title;

import dev.picturelock.intake.title.Title.PinnedPack;
import java.util.List;
import java.util.Optional;

/// All titles ever opened and the packs they were moved to; nothing is ever changed or removed.
public interface Titles {
  Optional<Title> find(String id);

  /// Locks the title until the transaction ends, so that moves follow one another.
  Optional<Title> lock(String id);

  /// In order of their ids.
  List<Title> after(String id);

  /// False when the id is taken; then nothing was added.
  boolean add(Title title);

  /// Moves a locked title.
  void move(String id, PinnedPack pack);
}
