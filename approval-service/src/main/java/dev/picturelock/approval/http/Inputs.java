package dev.picturelock.approval.http;

import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks that say which place is wrong and what is wanted there.
public final class Inputs {
  public static final int SHORT = 200;
  public static final int LONG = 10_000;

  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private Inputs() {}

  /// A text that says something, on one line if it is short.
  public static String text(String pointer, @Nullable String value, int max) {
    if (value == null || value.isBlank()) {
      throw body(pointer, "must not be blank", value);
    }
    if (value.length() > max) {
      throw body(pointer, "is longer than " + max + " characters", null);
    }
    if (max == SHORT && value.chars().anyMatch(Character::isISOControl)) {
      throw body(pointer, "must not contain control characters", null);
    }
    return value;
  }

  public static @Nullable String optionalText(String pointer, @Nullable String value, int max) {
    return value == null ? null : text(pointer, value, max);
  }

  public static @Nullable String optionalSha256(String pointer, @Nullable String value) {
    if (value != null && !SHA256.matcher(value).matches()) {
      throw body(pointer, "want 64 lower-case hex digits", value);
    }
    return value;
  }

  public static List<String> texts(String pointer, List<String> values, int max) {
    for (int i = 0; i < values.size(); i++) {
      var _ = text(pointer + "/" + i, values.get(i), max);
    }
    return values;
  }

  public static ProblemException body(String pointer, String detail, @Nullable String value) {
    return new ProblemException(
        ProblemType.INVALID_BODY,
        pointer + ": " + detail,
        new FieldError(pointer, detail, value, List.of()));
  }

  public static int limit(@Nullable String value) {
    if (value == null) {
      return DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(value);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // answered below
    }
    throw parameter("limit", "want a number from 1 to " + MAX_LIMIT, value, List.of());
  }

  /// One of an enum's constants, or null for an absent parameter.
  public static <E extends Enum<E>> @Nullable E choice(
      String name, @Nullable String value, Class<E> type) {
    if (value == null || value.isBlank()) {
      return null;
    }
    var constants = type.getEnumConstants();
    var wanted = value.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(constants)
        .filter(constant -> constant.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            parameter(
                name,
                "want one of the allowed values",
                value,
                Arrays.stream(constants).map(Enum::name).toList()));
  }

  /// The id that a cursor's key names, or null at the start.
  public static @Nullable UUID uuidCursor(String value) {
    try {
      return value.isEmpty() ? null : UUID.fromString(value);
    } catch (IllegalArgumentException _) {
      throw cursor(value);
    }
  }

  /// The position in `Last-Event-ID`, or null for an absent header.
  public static @Nullable Long position(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return null;
    }
    try {
      long position = Long.parseLong(value.strip());
      if (position >= 0) {
        return position;
      }
    } catch (NumberFormatException _) {
      // answered below
    }
    throw parameter("Last-Event-ID", "is not an id of this stream", value, List.of());
  }

  public static ProblemException cursor(String value) {
    return parameter("cursor", "is not one that a page gave as next", value, List.of());
  }

  private static ProblemException parameter(
      String name, String detail, String value, List<String> allowed) {
    return new ProblemException(
        ProblemType.INVALID_PARAMETER,
        name + ": " + detail,
        new FieldError("?" + name, detail, value, allowed));
  }
}
