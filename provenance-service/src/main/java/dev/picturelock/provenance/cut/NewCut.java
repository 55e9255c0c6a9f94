package dev.picturelock.provenance.cut;

import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody says about the file they send.
///
/// @param name the file's own name for the timeline if there is none
/// @param format checked against the content
/// @param rate the rate at which the cut is counted, whatever the file says
public record NewCut(
    Optional<String> name, Optional<TimelineFormat> format, Optional<FrameRate> rate) {
  private static final int LONGEST_NAME = 200;
  private static final long FASTEST = 1_000;
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,4}(\\.\\d{1,12})?");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,9})/(\\d{1,9})");

  /// - **Errors:** [ProblemException] INVALID_PARAMETER
  public static NewCut of(@Nullable String name, @Nullable String format, @Nullable String rate) {
    return new NewCut(
        Optional.ofNullable(name).map(NewCut::name),
        Optional.ofNullable(format).map(NewCut::format),
        Optional.ofNullable(rate).map(NewCut::rate));
  }

  private static String name(String text) {
    var name = text.strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(name)) {
      throw invalid("name: want 1 to " + LONGEST_NAME + " characters without control characters");
    }
    return name;
  }

  private static TimelineFormat format(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "otio" -> TimelineFormat.OTIO;
      case "edl" -> TimelineFormat.EDL;
      case "fcpxml" -> TimelineFormat.FCPXML;
      case "fcp7xml", "xmeml" -> TimelineFormat.XMEML;
      case "aaf" -> TimelineFormat.AAF;
      default ->
          throw invalid("format: want one of otio, edl, fcpxml, fcp7xml, aaf, got '" + text + "'");
    };
  }

  private static FrameRate rate(String text) {
    var fraction = FRACTION.matcher(text);
    var known = fraction.matches() || DECIMAL.matcher(text).matches();
    try {
      if (known) {
        var rate =
            fraction.matches()
                ? new FrameRate(
                    Rational.of(
                        Long.parseLong(fraction.group(1)), Long.parseLong(fraction.group(2))))
                : FrameRate.of(new BigDecimal(text));
        if (rate.perSecond().compareTo(Rational.of(FASTEST)) <= 0) {
          return rate;
        }
      }
    } catch (ArithmeticException | IllegalArgumentException zero) {
      // answered below
    }
    throw invalid(
        "rate: want frames per second such as 24, 23.976 or 24000/1001, got '" + text + "'");
  }

  private static ProblemException invalid(String detail) {
    return new ProblemException(ProblemType.INVALID_PARAMETER, detail);
  }
}
