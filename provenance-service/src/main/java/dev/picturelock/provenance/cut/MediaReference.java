package dev.picturelock.provenance.cut;

import java.util.List;

/// Where a clip's media is said to be.
public sealed interface MediaReference {

  /// What the editing system calls the media; empty if it has no name.
  String name();

  /// Names under which the media may have been registered, most telling first.
  List<String> fileNames();

  /// One file.
  record External(String name, String targetUrl) implements MediaReference {
    @Override
    public List<String> fileNames() {
      return FileName.of(targetUrl).stream().toList();
    }
  }

  /// One file per frame.
  record ImageSequence(
      String name,
      String baseUrl,
      String prefix,
      String suffix,
      long firstFrame,
      long lastFrame,
      int padding)
      implements MediaReference {

    /// Systems write a sequence in many ways; these are the usual ones.
    @Override
    public List<String> fileNames() {
      return List.of(
              prefix + number(firstFrame) + "-" + number(lastFrame) + suffix,
              prefix + "#".repeat(Math.max(1, padding)) + suffix,
              prefix + (padding == 0 ? "%d" : "%0" + padding + "d") + suffix,
              prefix + number(firstFrame) + suffix)
          .stream()
          .map(FileName::normal)
          .toList();
    }

    private String number(long frame) {
      var digits = Long.toString(Math.abs(frame));
      return (frame < 0 ? "-" : "") + "0".repeat(Math.max(0, padding - digits.length())) + digits;
    }
  }

  /// Made by the editing system itself: slug, bars, title.
  record Generator(String name, String generatorKind) implements MediaReference {
    @Override
    public List<String> fileNames() {
      return List.of();
    }
  }

  /// Offline, or never stated.
  record Missing(String name) implements MediaReference {
    @Override
    public List<String> fileNames() {
      return List.of();
    }
  }

  /// A kind of reference this reader does not know; nothing but its name is used.
  record Unknown(String name, String schema) implements MediaReference {
    @Override
    public List<String> fileNames() {
      return List.of();
    }
  }
}
