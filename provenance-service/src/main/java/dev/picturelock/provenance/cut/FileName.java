package dev.picturelock.provenance.cut;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes the file name out of what an editing system wrote for a media location.
public final class FileName {

  private static final Pattern SCHEME =
      Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL);

  private FileName() {}

  /// The last segment, percent-decoded where the location is a URL. Paths of either system are
  /// understood.
  public static Optional<String> of(String location) {
    var scheme = SCHEME.matcher(location);
    var isUrl = scheme.matches();
    var path = location;
    if (isUrl && !"file".equalsIgnoreCase(scheme.group(1))) {
      // In a file URL both characters are more often an unescaped part of a name than a query.
      path = path.split("[?#]", 2)[0];
    }
    var segment = lastSegment(path);
    var name = lastSegment(isUrl ? percentDecoded(segment) : segment);
    return name.isBlank() ? Optional.empty() : Optional.of(normal(name));
  }

  /// Unicode form C: macOS hands out names in form D, and both look the same to the person who
  /// typed them.
  public static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private static String lastSegment(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  /// Unlike `URLDecoder` it leaves `+` and a stray `%` as they are: both occur in file names.
  private static String percentDecoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    var bytes = segment.getBytes(StandardCharsets.UTF_8);
    var decoded = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      var high = bytes[i] == '%' && i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      var low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
      if (low < 0) {
        decoded.write(bytes[i]);
      } else {
        decoded.write(high << 4 | low);
        i += 2;
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }
}
