package dev.picturelock.intake.title;

import dev.picturelock.intake.title.Title.PinnedPack;
import java.util.List;
import java.util.Optional;

/// All titles ever opened and the packs they were moved to; nothing is ever changed or removed.
public interface Titles {
  Optional<Title> find(String id);

  /// Locks the title until the transaction ends: moves follow one another, and each comes after
  /// everything that holds the title.
  Optional<Title> lock(String id);

  /// An open title as it stands, and stays until the transaction ends.
  Title hold(String id);

  /// In order of their ids.
  List<Title> after(String id);

  /// False when the id is taken; then nothing was added.
  boolean add(Title title);

  /// Moves a locked title.
  void move(String id, PinnedPack pack);
}
