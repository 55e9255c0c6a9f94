package dev.picturelock.provenance.cut.otio;

/// How much a file may ask of us before it is refused.
///
/// @param bytes size of the file
/// @param depth JSON nesting
/// @param values JSON values of any kind
/// @param elements clips, gaps and transitions together
public record OtioLimits(int bytes, int depth, int values, int elements) {

  /// Ten times what a feature film with an editing system's full metadata comes to.
  public static final OtioLimits DEFAULT = new OtioLimits(64 * 1024 * 1024, 128, 1_000_000, 50_000);
}
