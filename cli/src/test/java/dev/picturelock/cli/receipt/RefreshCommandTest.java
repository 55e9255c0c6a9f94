package dev.picturelock.cli.receipt;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.ORIGIN;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.id;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static dev.picturelock.cli.verify.SampleLedger.signer;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.picturelock.cli.Run;
import dev.picturelock.cli.rotation.SampleRotation;
import dev.picturelock.cli.verify.SampleLedger;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.tile.EntryBundle;
import dev.picturelock.tlog.tile.HashTile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Against a service that answers with what lies at its paths.
class RefreshCommandTest {

  private static final Ed25519Signer NEXT = signer(ORIGIN + "/2", 3);
  private static final int SIZE = 8;

  @TempDir Path folder = Path.of("");
  private final Map<String, byte[]> served = new TreeMap<>();
  private HttpServer server = server();

  @BeforeEach
  void serve() {
    server = server();
    server.createContext("/v1/titles/demo/", this::answer);
    server.start();
    var tile = HashTile.at(0, 0, new TreeSize(SIZE)).orElseThrow();
    served.put("events/" + id(2) + "/receipt", receipt(2, SIZE, LOG).toBytes());
    served.put("logs/1/key", utf8(KEY + "\n"));
    served.put("logs/1/" + tile.path(), SampleLedger.tiles(SampleLedger::event, SIZE).read(tile));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void writesTheNewerReceiptOfALogThatGrows() throws IOException {
    var run = refresh();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("REFRESHED").doesNotContain("rotation");
    assertThat(folder.resolve("a.tlog-proof")).hasBinaryContent(receipt(2, SIZE, LOG).toBytes());
  }

  @Test
  void followsTheLogToTheOneAfterIt() throws IOException {
    serveSuccessor(SIZE);

    var run = refresh();

    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .containsPattern("ok +rotation +the log ended at size 8; " + ORIGIN + "/2 goes on")
        .contains("The key of the next log is " + NEXT.verifierKey().format());
    assertThat(folder.resolve("a.tlog-proof")).hasBinaryContent(receipt(2, SIZE, LOG).toBytes());
  }

  @Test
  void keepsTheReceiptWhereTheNextLogDoesNotFollow() throws IOException {
    serveSuccessor(SIZE - 1);

    var run = refresh();

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).containsPattern("failed +rotation").contains("NOT REFRESHED");
    assertThat(folder.resolve("a.tlog-proof")).hasBinaryContent(receipt(2, 5, LOG).toBytes());
  }

  @Test
  void saysWhatTheServiceKeepsToItself() throws IOException {
    serveSuccessor(SIZE);
    served.remove("logs/1/checkpoint");

    var run = refresh();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("does not say how it goes on", "logs/1/checkpoint");
  }

  @Test
  void accusesALedgerOfForgettingOnlyWhereItsOwnLogIs() throws IOException {
    served.remove("events/" + id(2) + "/receipt");
    var forgetful = refresh();
    served.put("logs/1/key", utf8(KEY.replace("demo", "other") + "\n"));
    var ofAnotherTitle = refresh();

    assertThat(forgetful.exitCode()).isEqualTo(1);
    assertThat(forgetful.out()).contains("the ledger says that it has no event");
    assertThat(ofAnotherTitle.exitCode()).isEqualTo(2);
    assertThat(ofAnotherTitle.err()).contains("no log at", "is that the event's title?");
  }

  /// The log after this one, which says that this one ended at a size.
  private void serveSuccessor(int ended) {
    var end = SampleLedger.checkpoint(SampleLedger::event, ended, LOG).checkpoint();
    byte[] entry = SampleRotation.of(end, LOG, NEXT).entry();
    var proof = receipt(index -> index == 0 ? entry : event(index), 0, 3, NEXT);
    served.put(
        "logs/1/checkpoint", SampleLedger.checkpoint(SampleLedger::event, SIZE, LOG).toBytes());
    served.put("logs/2/key", utf8(NEXT.verifierKey().format() + "\n"));
    served.put("logs/2/tile/entries/000.p/1", EntryBundle.encode(List.of(entry)));
    served.put("events/" + SampleRotation.ID + "/receipt", proof.toBytes());
  }

  private Run refresh() throws IOException {
    var file = Files.write(folder.resolve("a.tlog-proof"), receipt(2, 5, LOG).toBytes());
    var event = Files.write(folder.resolve("event.json"), event(2));
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Run.of(
        "receipt",
        "refresh",
        file.toString(),
        "--event",
        event.toString(),
        "--title",
        "demo",
        "--key",
        KEY,
        "--provenance",
        url,
        "--token",
        "t");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath().substring("/v1/titles/demo/".length());
      byte[] file = served.getOrDefault(path, new byte[0]);
      exchange.sendResponseHeaders(
          file.length == 0 ? 404 : 200, file.length == 0 ? -1 : file.length);
      exchange.getResponseBody().write(file);
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
