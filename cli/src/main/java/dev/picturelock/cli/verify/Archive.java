package dev.picturelock.cli.verify;

import dev.picturelock.cli.terminal.UnusableInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The receipts of a cut as they were downloaded: `events/<id>.json`, `receipts/<id>.tlog-proof`,
/// `checkpoint` and `key` of the newest log, `logs/<n>/checkpoint` and `logs/<n>/key` of earlier
/// ones; beside those of every log but the oldest `rotation.json`, its first entry, and the receipt
/// of it; `elements.json`.
///
/// Nothing is ever written to disk, so no name in it can lead anywhere. A name that has no business
/// here, or is there twice, is refused, because another reader could see something else in it.
/// Every file is read up to the size that one of its kind can have and no further.
final class Archive implements AutoCloseable {

  static final String CHECKPOINT = "checkpoint";
  static final String KEY = "key";
  static final String ROTATION = "rotation.json";
  static final String ROTATION_RECEIPT = "rotation.tlog-proof";
  static final String ELEMENTS = "elements.json";

  private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
  private static final Pattern EVENT = Pattern.compile("events/(" + ID + ")\\.json");
  private static final Pattern RECEIPT = Pattern.compile("receipts/(" + ID + ")\\.tlog-proof");
  private static final Pattern LOG_FILE =
      Pattern.compile(
          "(logs/([1-9][0-9]{0,8})/)?(?:checkpoint|key|rotation\\.json|rotation\\.tlog-proof)");

  // A cut of three thousand elements leans on some tens of thousands of events.
  private static final int MOST_FILES = 400_000;

  private final ZipFile zip;
  private final TreeMap<String, ZipEntry> files = new TreeMap<>();
  private final TreeSet<String> events = new TreeSet<>();
  private final TreeSet<String> receipts = new TreeSet<>();
  private final TreeMap<Integer, String> logs = new TreeMap<>();

  private Archive(ZipFile zip) {
    this.zip = zip;
  }

  /// - **Errors:** [UnusableInputException] when there is no such file, [ArchiveException] when it
  ///   is not such an archive
  static Archive open(String argument) {
    ZipFile zip;
    try {
      var file = Path.of(argument);
      if (!Files.isRegularFile(file)) {
        throw new UnusableInputException("there is no file " + argument);
      }
      zip = new ZipFile(file.toFile());
    } catch (InvalidPathException e) {
      throw new UnusableInputException("cannot read the file " + argument + ": " + e.getMessage());
    } catch (IOException e) {
      throw new ArchiveException(argument, ArchiveStep.ARCHIVE, "not a zip: " + e.getMessage());
    }
    var archive = new Archive(zip);
    try {
      archive.list();
      return archive;
    } catch (ArchiveException e) {
      archive.close();
      throw e;
    }
  }

  /// Ids of the events, in order.
  List<String> events() {
    return List.copyOf(events);
  }

  boolean hasEvent(String id) {
    return events.contains(id);
  }

  /// Folders of the logs, oldest first; the newest has none and is the empty text.
  List<String> logs() {
    return List.copyOf(logs.values());
  }

  byte[] read(String name, int maxBytes) {
    try (var file = open(name, ArchiveStep.ARCHIVE)) {
      byte[] bytes = file.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new ArchiveException(
            name, ArchiveStep.ARCHIVE, "larger than the " + maxBytes + " bytes it can have");
      }
      return bytes;
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  /// The file as a stream; the caller bounds what it keeps.
  InputStream open(String name, ArchiveStep step) {
    var entry = files.get(name);
    if (entry == null) {
      throw new ArchiveException(name, step, "it is missing");
    }
    try {
      return zip.getInputStream(entry);
    } catch (IOException e) {
      throw broken(name, e);
    }
  }

  static ArchiveException broken(String name, IOException e) {
    return new ArchiveException(name, ArchiveStep.ARCHIVE, "cannot be read: " + e.getMessage());
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read; there is nothing to lose.
    }
  }

  private void list() {
    if (zip.size() > MOST_FILES) {
      throw new ArchiveException(
          zip.getName(), ArchiveStep.ARCHIVE, zip.size() + " files, at most 400000 can be");
    }
    zip.stream().forEach(this::add);
    for (var name : List.of(CHECKPOINT, KEY, ELEMENTS)) {
      if (!files.containsKey(name)) {
        throw new ArchiveException(name, ArchiveStep.ARCHIVE, "it is missing");
      }
    }
    var oldest = logs.firstEntry().getValue();
    for (var name : List.of(ROTATION, ROTATION_RECEIPT)) {
      if (files.containsKey(oldest + name)) {
        throw new ArchiveException(
            oldest + name, ArchiveStep.ARCHIVE, "the log that it follows is missing");
      }
    }
    if (events.isEmpty()) {
      throw new ArchiveException(
          zip.getName(), ArchiveStep.ARCHIVE, "no event is in it, so it shows nothing");
    }
    for (var id : receipts) {
      if (!events.contains(id)) {
        throw new ArchiveException(
            "receipts/" + id + ".tlog-proof", ArchiveStep.ARCHIVE, "its event is missing");
      }
    }
  }

  private void add(ZipEntry entry) {
    var name = entry.getName();
    var event = EVENT.matcher(name);
    var receipt = RECEIPT.matcher(name);
    var log = LOG_FILE.matcher(name);
    if (event.matches()) {
      events.add(event.group(1));
    } else if (receipt.matches()) {
      receipts.add(receipt.group(1));
    } else if (log.matches()) {
      logs.put(
          log.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(log.group(2)),
          Objects.requireNonNullElse(log.group(1), ""));
    } else if (!name.equals(ELEMENTS)) {
      throw new ArchiveException(name, ArchiveStep.ARCHIVE, "no such file belongs here");
    }
    if (files.put(name, entry) != null) {
      throw new ArchiveException(name, ArchiveStep.ARCHIVE, "it is there twice");
    }
  }
}
