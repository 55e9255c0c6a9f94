package dev.picturelock.tlog.anchor;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.CanonicalText;
import dev.picturelock.tlog.MalformedException;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// One entry of the log of logs: what the logs that changed have come to.
///
/// - **Shape:** `{"checkpoints":{"<label>":"<commitment>",…},"time":"<time>","v":1}`, canonical
///   JSON (RFC 8785), so that one entry has one spelling
/// - **checkpoints:** a log has one label here and so one checkpoint; labels that belong to no log
///   may be among them, to hide how many there are
/// - **time:** later than that of every entry before it
public record AnchorEntry(SortedMap<Label, Commitment> checkpoints, Instant time) {

  /// More would not fit into an entry of a log with certainty (c2sp.org/tlog-tiles, 65,535 bytes).
  public static final int MAX_CHECKPOINTS = 512;

  private static final String HEAD = "{\"checkpoints\":{";
  private static final String TIME = "},\"time\":\"";
  private static final String TAIL = "\",\"v\":1}";
  private static final int PAIR = 2 * Digest32.CHARACTERS + 5;

  public AnchorEntry {
    checkpoints = Collections.unmodifiableSortedMap(new TreeMap<>(checkpoints));
    if (checkpoints.isEmpty() || checkpoints.size() > MAX_CHECKPOINTS) {
      throw new MalformedException(
          "entry of the log of logs", "want 1 to 512 checkpoints, got " + checkpoints.size());
    }
    // A nanosecond, or the year 10,000, has no spelling.
    if (!AnchorTime.parse(AnchorTime.format(time)).equals(time)) {
      throw new IllegalArgumentException("want a time in microseconds, got " + time);
    }
  }

  /// Reads an entry; everything that is not the one spelling of an entry is refused.
  public static AnchorEntry parse(byte[] entry) {
    String text = CanonicalText.utf8("entry of the log of logs", entry);
    int time = text.length() - TAIL.length() - AnchorTime.CHARACTERS;
    int end = time - TIME.length();
    if (end < HEAD.length()
        || !text.startsWith(HEAD)
        || !text.startsWith(TIME, end)
        || !text.endsWith(TAIL)) {
      throw malformed(text);
    }
    var parsed =
        new AnchorEntry(
            pairs(text.substring(HEAD.length(), end)),
            AnchorTime.parse(text.substring(time, text.length() - TAIL.length())));
    // Order and repetition of labels, and whatever else there could be a second spelling of.
    if (!parsed.format().equals(text)) {
      throw malformed(text);
    }
    return parsed;
  }

  /// What the entry says about the log with this label.
  public Optional<Commitment> of(Label label) {
    return Optional.ofNullable(checkpoints.get(label));
  }

  public String format() {
    return checkpoints.entrySet().stream()
        .map(pair -> "\"" + pair.getKey() + "\":\"" + pair.getValue() + "\"")
        .collect(Collectors.joining(",", HEAD, TIME + AnchorTime.format(time) + TAIL));
  }

  public byte[] toBytes() {
    return format().getBytes(UTF_8);
  }

  private static SortedMap<Label, Commitment> pairs(String text) {
    var pairs = new TreeMap<Label, Commitment>();
    for (String pair : text.split(",", MAX_CHECKPOINTS + 1)) {
      if (pair.length() != PAIR) {
        throw new MalformedException(
            "entry of the log of logs",
            "want \"<label>\":\"<commitment>\", got " + CanonicalText.quote(pair));
      }
      // What stands between the two is checked by spelling the entry again.
      pairs.put(
          new Label(pair.substring(1, 1 + Digest32.CHARACTERS)),
          new Commitment(pair.substring(PAIR - 1 - Digest32.CHARACTERS, PAIR - 1)));
    }
    return pairs;
  }

  private static MalformedException malformed(String text) {
    return new MalformedException(
        "entry of the log of logs", "not in its canonical form: " + CanonicalText.quote(text));
  }
}
