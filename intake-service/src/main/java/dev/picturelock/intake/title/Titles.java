package dev.picturelock.intake.title;

import java.util.List;
import java.util.Optional;

/// All titles ever opened; a title is never changed or removed.
public interface Titles {
  Optional<Title> find(String id);

  /// In order of their ids.
  List<Title> after(String id);

  /// False when the id is taken; then nothing was added.
  boolean add(Title title);
}
