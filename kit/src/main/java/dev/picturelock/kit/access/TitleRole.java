package dev.picturelock.kit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A role within one title, carried in the token as group `/titles/<title>/<role>`.
public enum TitleRole {
  TOOL,
  PRODUCTION,
  CONTACT,
  LEGAL,
  LABOUR_RELATIONS,
  PRIVACY,
  CLEARANCE,
  AUDITOR;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<TitleRole> find(String wireName) {
    return Arrays.stream(values()).filter(role -> role.wireName().equals(wireName)).findFirst();
  }
}
