package dev.picturelock.provenance.disclosure;

import java.util.List;

/// Keeps out what an erasure was asked for before it came.
public interface LateValues {
  /// Those that may rest, in the transaction of the caller, which holds their titles. What falls
  /// under an erasure that came first is erased as if it had been there.
  List<Arrived> withoutErased(List<Arrived> arrived);
}
