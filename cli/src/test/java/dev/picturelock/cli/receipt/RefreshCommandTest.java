package dev.picturelock.cli.receipt;

import static dev.picturelock.cli.verify.SampleLedger.KEY;
import static dev.picturelock.cli.verify.SampleLedger.LOG;
import static dev.picturelock.cli.verify.SampleLedger.event;
import static dev.picturelock.cli.verify.SampleLedger.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.picturelock.cli.Run;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefreshCommandTest {

  private static final int INDEX = 2;

  @TempDir Path folder = Path.of("");

  @Test
  void accusesALedgerOfForgettingOnlyWhereItsOwnLogIs() throws IOException {
    var forgetful = refreshFrom(Map.of("/v1/titles/demo/logs/1/key", KEY + "\n"));
    var ofAnotherTitle =
        refreshFrom(Map.of("/v1/titles/demo/logs/1/key", KEY.replace("demo", "other")));

    assertThat(forgetful.exitCode()).isEqualTo(1);
    assertThat(forgetful.out()).contains("the ledger says that it has no event");
    assertThat(ofAnotherTitle.exitCode()).isEqualTo(2);
    assertThat(ofAnotherTitle.err()).contains("no log at", "is that the event's title?");
  }

  /// A service that has these files and nothing else.
  private Run refreshFrom(Map<String, String> files) throws IOException {
    var old = Files.write(folder.resolve("old"), receipt(INDEX, 5, LOG).toBytes());
    var entry = Files.write(folder.resolve("event"), event(INDEX));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var file = files.get(exchange.getRequestURI().getPath());
            byte[] bytes = String.valueOf(file).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(file == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
          }
        });
    server.start();
    try {
      var url = "http://127.0.0.1:" + server.getAddress().getPort();
      return Run.of(
          "receipt",
          "refresh",
          old.toString(),
          "--event",
          entry.toString(),
          "--title",
          "demo",
          "--key",
          KEY,
          "--token",
          "t",
          "--provenance",
          url);
    } finally {
      server.stop(0);
    }
  }
}
