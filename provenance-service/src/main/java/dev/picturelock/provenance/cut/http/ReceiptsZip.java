package dev.picturelock.provenance.cut.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.provenance.cut.AssetVersion;
import dev.picturelock.provenance.cut.Clearance.OfElement;
import dev.picturelock.provenance.cut.Foundation;
import dev.picturelock.provenance.cut.ReadCuts.JudgedElement;
import dev.picturelock.provenance.cut.Verdict;
import dev.picturelock.provenance.ledger.LogReceipts;
import dev.picturelock.provenance.ledger.TitleReceipts;
import dev.picturelock.provenance.ledger.log.StoredEntry;
import dev.picturelock.tlog.receipt.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Writes what `picturelock verify` checks offline:
///
/// - `checkpoint` and `key` of the title's newest log; `logs/<n>/checkpoint` and `logs/<n>/key` of
///   each earlier one, back to the oldest that an event is in
/// - beside those of all but the oldest `rotation.json`, the log's first entry, and
///   `rotation.tlog-proof`, its receipt
/// - `events/<event id>.json` the entry's exact bytes, `receipts/<event id>.tlog-proof` its receipt
/// - `elements.json` what each element shows, its verdict, and the ids of the events behind it
///
/// One batch of entries is in memory at a time, and of all events their ids.
final class ReceiptsZip {
  private final Foundation foundation;
  private final TitleReceipts receipts;
  private final ObjectMapper json;
  private final Map<Long, UUID> ids = new HashMap<>();

  ReceiptsZip(Foundation foundation, TitleReceipts receipts, ObjectMapper json) {
    this.foundation = foundation;
    this.receipts = receipts;
    this.json = json;
  }

  void write(OutputStream output) throws IOException {
    var zip = new ZipOutputStream(output);
    try {
      receipts.forEach(foundation.positions(), (entry, receipt) -> writeEvent(zip, entry, receipt));
      writeLogs(zip);
      writeElements(zip);
      zip.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void writeEvent(ZipOutputStream zip, StoredEntry entry, Receipt receipt) {
    ids.put(entry.position(), entry.eventId());
    try {
      write(zip, "events/" + entry.eventId() + ".json", entry.data());
      write(zip, "receipts/" + entry.eventId() + ".tlog-proof", receipt.toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// From the oldest log that an event is in to the newest there is, so that the key of any of them
  /// leads to all: each says in its first entry where the one before it ended.
  private void writeLogs(ZipOutputStream zip) throws IOException {
    var all = receipts.logs();
    int oldest = 0;
    while (oldest < all.size() - 1
        && ids.keySet().stream().noneMatch(all.get(oldest).head()::has)) {
      oldest++;
    }
    var logs = all.subList(oldest, all.size());
    for (var log : logs) {
      var folder = log == logs.getLast() ? "" : "logs/" + log.head().log().generation() + "/";
      write(zip, folder + "checkpoint", log.checkpoint().toBytes());
      write(zip, folder + "key", utf8(log.key().format() + "\n"));
      if (log != logs.getFirst()) {
        writeRotation(zip, folder, log);
      }
    }
  }

  private void writeRotation(ZipOutputStream zip, String folder, LogReceipts log) {
    receipts.forEach(
        List.of(log.head().first()),
        (entry, receipt) -> {
          try {
            write(zip, folder + "rotation.json", entry.data());
            write(zip, folder + "rotation.tlog-proof", receipt.toBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void writeElements(ZipOutputStream zip) throws IOException {
    zip.putNextEntry(entry("elements.json"));
    var generator = json.createGenerator(zip).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    generator.writeStartObject();
    generator.writeStringField("title", foundation.cut().titleId());
    generator.writeStringField("cut", foundation.cut().id());
    generator.writeNumberField("ledgerSize", foundation.asOf().position().size());
    generator.writeStringField("at", foundation.asOf().moment().toString());
    generator.writeStringField("verdict", foundation.judged().clearance().verdict().name());
    generator.writePOJOField("events", eventIds(foundation.ofCut()));
    generator.writeArrayFieldStart("elements");
    for (var element : foundation.judged().elements()) {
      generator.writePOJO(view(element));
    }
    generator.writeEndArray();
    generator.writeEndObject();
    generator.close();
    zip.closeEntry();
  }

  private Behind view(JudgedElement element) {
    return new Behind(
        element.element().index(),
        element.clearance().map(OfElement::verdict).orElse(null),
        element.match().versions().stream().toList(),
        eventIds(foundation.positions(element)));
  }

  private List<UUID> eventIds(Collection<Long> positions) {
    return positions.stream().map(ids::get).filter(Objects::nonNull).toList();
  }

  private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(entry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /// The same ledger gives the same file, byte for byte: no clock is in it.
  private static ZipEntry entry(String name) {
    var entry = new ZipEntry(name);
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    return entry;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /// What is behind an element.
  ///
  /// - **verdict** absent when the element is switched off
  /// - **shows** the version it shows, or those that it may show
  /// - **events** of these versions and everything they were made from, in the order of the ledger
  record Behind(
      int index, @Nullable Verdict verdict, List<AssetVersion> shows, List<UUID> events) {}
}
