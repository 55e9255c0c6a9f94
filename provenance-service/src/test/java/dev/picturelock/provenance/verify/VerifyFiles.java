package dev.picturelock.provenance.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;

/// Serves the folder `verify` as it lies in the service, and an empty page beside it that no policy
/// restrains.
final class VerifyFiles implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final HttpServer server;

  VerifyFiles() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/verify/", this::answer);
    server.createContext("/empty.html", exchange -> send(exchange, "html", new byte[0]));
    server.start();
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var file = path.endsWith("/") ? path + "index.html" : path;
    try (var stream = getClass().getResourceAsStream("/META-INF/resources" + file)) {
      if (stream == null) {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
        return;
      }
      send(exchange, file.substring(file.lastIndexOf('.') + 1), stream.readAllBytes());
    }
  }

  private static void send(HttpExchange exchange, String extension, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", TYPES.getOrDefault(extension, ""));
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
