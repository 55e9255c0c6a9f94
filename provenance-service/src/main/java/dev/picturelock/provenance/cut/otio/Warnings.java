package dev.picturelock.provenance.cut.otio;

import dev.picturelock.provenance.cut.Timeline.Warning;
import java.util.ArrayList;
import java.util.List;

/// Collects what was coped with. Only so many are kept: a thousandth one tells nobody anything new.
final class Warnings {

  private static final int MOST = 1000;

  private final List<Warning> warnings = new ArrayList<>();

  void add(String pointer, String detail) {
    if (warnings.size() < MOST) {
      warnings.add(new Warning(pointer, detail));
    } else if (warnings.size() == MOST) {
      warnings.add(new Warning("", "there are more warnings than these"));
    }
  }

  List<Warning> toList() {
    return List.copyOf(warnings);
  }
}
