package dev.picturelock.cli.log;

import java.time.Duration;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Times as people write them: 500ms, 10s, 5m, 1h.
final class TimeSpan implements ITypeConverter<Duration> {

  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m|h)");

  TimeSpan() {}

  @Override
  public Duration convert(String text) {
    var matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new TypeConversionException("want a time like 500ms, 10s or 5m, got '" + text + "'");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }
}
