package dev.picturelock.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.provenance.ledger.Ledger;
import dev.picturelock.provenance.ledger.log.Entry;
import dev.picturelock.tlog.audit.AuditResult.Sound;
import dev.picturelock.tlog.audit.LogAudit;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.tile.Edge;
import dev.picturelock.tlog.tile.EntryBundle;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The static reads, with entries appended directly: how they got there is another test's matter.
@QuarkusTest
@ProvenanceSlice
class StaticLogSliceTest {

  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private final Ledger ledger;

  @Inject
  StaticLogSliceTest(Ledger ledger) {
    this.ledger = ledger;
  }

  @Test
  void aFullAuditHoldsAtEverySizeAroundATileBoundaryAndFromEachToTheNext() {
    var log = ServedLog.of("static1");
    var published = new ArrayList<SignedCheckpoint>();
    var edge = Edge.EMPTY;
    long size = 0;

    for (long next : new long[] {1, 2, 3, 255, 256, 257, 511, 513}) {
      append("static1", size, next);
      size = next;

      var whole = LogAudit.of(log, key(log)).run();
      assertThat(whole).isInstanceOf(Sound.class);
      assertThat(((Sound) whole).size()).isEqualTo(new TreeSize(size));
      for (var earlier : published) {
        var since = LogAudit.of(log, key(log)).since(earlier).from(edge).run();
        assertThat(since).isInstanceOf(Sound.class);
      }
      edge = ((Sound) whole).edge();
      published.add(((Sound) whole).checkpoint());
    }

    // Partial tiles of every size that was ever published are still there.
    for (var partial : List.of("000.p/1", "000.p/2", "000.p/3", "000.p/255", "001.p/1")) {
      assertThat(log.get("tile/0/" + partial).statusCode()).as(partial).isEqualTo(200);
      assertThat(log.get("tile/entries/" + partial).statusCode()).as(partial).isEqualTo(200);
    }
    assertThat(log.get("tile/1/000.p/1").statusCode()).isEqualTo(200);
  }

  @Test
  void onlyTheOneSpellingOfAPathIsFound() {
    append("static2", 0, 300);
    var log = ServedLog.of("static2");
    assertThat(log.get("tile/0/000").statusCode()).isEqualTo(200);
    assertThat(log.get("tile/entries/001.p/44").statusCode()).isEqualTo(200);

    for (var path :
        List.of(
            "tile/0/0",
            "tile/0/00",
            "tile/0/0000",
            "tile/00/000",
            "tile/0/x000/000",
            "tile/0/x001/000",
            "tile/0/X001/000",
            "tile/0/001",
            "tile/0/001.p/0",
            "tile/0/001.p/007",
            "tile/0/001.p/45",
            "tile/0/001.p/256",
            "tile/0/000.p/256",
            "tile/0/001.P/44",
            "tile/0/001.p/44/",
            "tile/0/000/",
            "tile/0//000",
            "tile//0/000",
            "tile/0/%30%30%30",
            "tile/0/001%2Ep/44",
            "tile/0/../0/000",
            "tile/0/./000",
            "tile/64/000",
            "tile/-1/000",
            "tile/+0/000",
            "tile/2/000",
            "tile/1/000",
            "tile/1/000.p/2",
            "tile/0/002",
            "tile/0/002.p/1",
            "tile/ENTRIES/000",
            "tile/entries/0",
            "tile/entries/001",
            "tile/entries/001.p/045",
            "tile/data/000",
            "tile/",
            "tile",
            "checkpoint/",
            "%63heckpoint",
            "key/")) {
      assertThat(log.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(new ServedLog("static2", "/v1/titles/%73tatic2/log/").get("tile/0/000").statusCode())
        .isEqualTo(404);
    assertThat(log.get("tile/0/000?x=1").statusCode()).isEqualTo(200);
  }

  @Test
  void typesAndCachingAreThoseOfTheSpecification() {
    append("static3", 0, 257);
    var log = ServedLog.of("static3");

    for (var path : List.of("tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1", "tile/entries/000")) {
      var tile = log.get(path);
      assertThat(header(tile, "Content-Type")).isEqualTo("application/octet-stream");
      assertThat(header(tile, "Cache-Control")).isEqualTo(IMMUTABLE);
      assertThat(header(tile, "ETag")).matches("\"[0-9a-f]{32}\"");
    }
    var checkpoint = log.get("checkpoint");
    assertThat(header(checkpoint, "Content-Type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(header(checkpoint, "Cache-Control")).isEqualTo("private, no-cache");
    assertThat(header(log.get("key"), "Content-Type")).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void whoHasAFileAlreadyIsToldSoUntilItChanges() {
    append("static4", 0, 257);
    var log = ServedLog.of("static4");

    for (var path : List.of("tile/0/000", "tile/entries/001.p/1", "checkpoint", "key")) {
      var tag = header(log.get(path), "ETag");

      var again = log.get(path, "If-None-Match", tag);
      assertThat(again.statusCode()).as(path).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(header(again, "ETag")).isEqualTo(tag);
      assertThat(log.get(path, "If-None-Match", "\"a\", W/" + tag).statusCode()).isEqualTo(304);
      assertThat(log.get(path, "If-None-Match", "*").statusCode()).isEqualTo(304);
      assertThat(log.get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
    }
    var before = header(log.get("checkpoint"), "ETag");
    append("static4", 257, 258);
    assertThat(log.get("checkpoint", "If-None-Match", before).statusCode()).isEqualTo(200);
    assertThat(log.get("tile/0/005", "If-None-Match", "*").statusCode()).isEqualTo(404);
  }

  @Test
  void bundlesAreZippedForThoseWhoSayThatTheyUnzip() throws IOException {
    append("static5", 0, 256);
    var log = ServedLog.of("static5");
    var plain = log.get("tile/entries/000");
    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(EntryBundle.decode(plain.body(), 256)).hasSize(256);

    for (var accepted : List.of("gzip", "br, GZIP;q=0.5", "deflate, gzip")) {
      var zipped = log.get("tile/entries/000", "Accept-Encoding", accepted);
      assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
      assertThat(header(zipped, "Vary")).containsIgnoringCase("Accept-Encoding");
      assertThat(header(zipped, "ETag")).isNotEqualTo(header(plain, "ETag"));
      assertThat(zipped.body().length).isLessThan(plain.body().length / 2);
      assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
          .isEqualTo(plain.body());
    }
    for (var refused : List.of("gzip;q=0", "gzip; q=0.000", "identity", "br", "")) {
      var answer = log.get("tile/entries/000", "Accept-Encoding", refused);
      assertThat(answer.body()).as(refused).isEqualTo(plain.body());
    }
    // Hashes do not get smaller.
    assertThat(
            log.get("tile/0/000", "Accept-Encoding", "gzip")
                .headers()
                .firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void headTellsWhatGetWouldSend() {
    append("static6", 0, 256);
    var log = ServedLog.of("static6");

    for (var path : List.of("checkpoint", "key", "tile/0/000", "tile/entries/000")) {
      var get = log.get(path);
      var head = log.send("HEAD", path);

      assertThat(head.statusCode()).as(path).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      assertThat(header(head, "ETag")).isEqualTo(header(get, "ETag"));
      assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(get.body().length));
    }
    assertThat(log.send("HEAD", "tile/0/001").statusCode()).isEqualTo(404);
  }

  @Test
  void theNumberedLogsAreServedLikeTheGrowingOne() {
    append("static7", 0, 5);
    var growing = ServedLog.of("static7");
    var first = new ServedLog("static7", "/v1/titles/static7/logs/1/");

    assertThat(LogAudit.of(first, key(growing)).run()).isInstanceOf(Sound.class);
    for (var other : List.of("01", "0", "2", "%31", "x")) {
      var address = "/v1/titles/static7/logs/" + other + "/";
      assertThat(new ServedLog("static7", address).get("checkpoint").statusCode())
          .as(other)
          .isEqualTo(404);
    }
  }

  private void append(String title, long from, long to) {
    var entries =
        LongStream.range(from, to)
            .mapToObj(i -> "entry %d of %s, and some more text to be zipped".formatted(i, title))
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .map(bytes -> new Entry(UUID.nameUUIDFromBytes(bytes), bytes))
            .toList();
    QuarkusTransaction.requiringNew().call(() -> ledger.append(title, entries));
  }

  private static VerifierKey key(ServedLog log) {
    return VerifierKey.parse(new String(log.get("key").body(), StandardCharsets.UTF_8).strip());
  }

  private static String header(HttpResponse<byte[]> response, String name) {
    return response.headers().firstValue(name).orElse("(none)");
  }
}
