package dev.picturelock.provenance.cut;

import dev.picturelock.provenance.cut.Timeline.Element;
import java.util.List;
import java.util.Optional;

/// Where cuts are kept. A cut and its elements never change once they are added.
public interface Cuts {

  /// Adds the cut unless its id is taken or the same file is already there under the same name;
  /// tells which.
  boolean add(Cut cut, List<Element> elements);

  Optional<Cut> find(String titleId, String id);

  /// The cut that came from the same file under the same name, counted at the same rate.
  Optional<Cut> findSame(String titleId, String name, String fileSha256, FrameRate rate);

  /// Cuts in the order of their ids, from after the given one.
  List<Cut> list(String titleId, String after, int limit);

  /// All elements, in order.
  List<Element> elements(Cut cut);

  Optional<Element> element(Cut cut, int index);

  /// Holds the cut against every other lock until the transaction ends.
  Optional<Cut> hold(String titleId, String id);

  void addLock(Cut cut, Cut.Lock lock);
}
