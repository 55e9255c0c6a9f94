package dev.picturelock.approval.gate;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the documents must allow.
///
/// - **names** the coded names the use goes by; a consent must name one of them
/// - **date** the day it happened, or today if it is still to happen
/// - **subject** the person whose consent is needed, if any
/// - **content** digest of what is to be approved, if any
public record IntendedUse(
    String production,
    Set<String> names,
    LocalDate date,
    @Nullable String subject,
    boolean subjectIsMinor,
    boolean subjectIsDeceased,
    @Nullable String content,
    @Nullable String requester) {
  public IntendedUse {
    names = Set.copyOf(names);
  }

  /// The same use, asked of one person.
  public IntendedUse of(String person, boolean minor, boolean deceased) {
    return new IntendedUse(production, names, date, person, minor, deceased, content, requester);
  }
}
