package dev.picturelock.provenance.cut;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a file is, by its content: names and media types of timelines are wrong too often to be
/// asked.
public enum TimelineFormat {
  OTIO("OpenTimelineIO JSON", true),
  EDL("a CMX3600 EDL", false),
  FCPXML("FCPXML of Final Cut Pro", false),
  XMEML("FCP7 XML (xmeml)", false),
  AAF("AAF", false),
  ALE("an Avid log (ALE), which lists source clips and is no cut", false),
  IMF_CPL(
      "an IMF or DCP composition playlist, which names finished essence and not what is inside",
      false),
  ZIP("a zip archive; if it is an .otioz, unpack it and send the .otio inside", false),
  UNKNOWN("no timeline format known here", false);

  private static final int LOOK_AT = 64 * 1024;
  private static final byte[] STRUCTURED_STORAGE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final byte[] ZIP_MAGIC = {'P', 'K', 3, 4};
  private static final Pattern EDL_LINE =
      Pattern.compile(
          "(?m)^(TITLE:|FCM:|\\d{1,8}[ \\t]+\\S+[ \\t]+\\S+[ \\t]+(C|D|K[BO]?|W\\d{3})[ \\t]).*");
  private static final Pattern ROOT_ELEMENT =
      Pattern.compile("<(?:[\\w.-]+:)?(fcpxml|xmeml|CompositionPlaylist)[\\s>]");

  private final String looksLike;
  private final boolean readable;

  TimelineFormat(String looksLike, boolean readable) {
    this.looksLike = looksLike;
    this.readable = readable;
  }

  public static TimelineFormat of(byte[] content) {
    if (startsWith(content, STRUCTURED_STORAGE)) {
      return AAF;
    }
    if (startsWith(content, ZIP_MAGIC)) {
      return ZIP;
    }
    return ofText(
        new String(content, 0, Math.min(content.length, LOOK_AT), StandardCharsets.UTF_8)
            .replace("\uFEFF", "")
            .stripLeading());
  }

  public boolean readable() {
    return readable;
  }

  /// - **Errors:** [UnreadableFormatException] unless the format is read
  public TimelineFormat requireReadable() {
    if (!readable) {
      throw new UnreadableFormatException(this);
    }
    return this;
  }

  String refusal() {
    return "This file looks like " + looksLike + ". Export OpenTimelineIO (.otio).";
  }

  private static TimelineFormat ofText(String text) {
    // The reader says what is missing in a JSON file that is no timeline.
    if (text.startsWith("{")) {
      return OTIO;
    }
    if (text.startsWith("<")) {
      var root = ROOT_ELEMENT.matcher(text);
      if (!root.find()) {
        return UNKNOWN;
      }
      return switch (root.group(1).toLowerCase(Locale.ROOT)) {
        case "fcpxml" -> FCPXML;
        case "xmeml" -> XMEML;
        default -> IMF_CPL;
      };
    }
    if (text.startsWith("Heading")) {
      return ALE;
    }
    return EDL_LINE.matcher(text).find() ? EDL : UNKNOWN;
  }

  private static boolean startsWith(byte[] content, byte[] magic) {
    return content.length >= magic.length
        && Arrays.equals(content, 0, magic.length, magic, 0, magic.length);
  }
}
