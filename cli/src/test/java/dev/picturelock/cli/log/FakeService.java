package dev.picturelock.cli.log;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

/// The provenance service as far as the command line uses it: the logs of the title `demo` for
/// those who bring the token.
final class FakeService implements AutoCloseable {

  static final String TOKEN = "good-token";

  private final HttpServer server;
  private final Map<Integer, SampleLog> logs = new TreeMap<>();
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicInteger failures = new AtomicInteger();

  FakeService() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeService with(SampleLog... newest) {
    logs.clear();
    for (var log : newest) {
      logs.put(logs.size() + 1, log);
    }
    return this;
  }

  /// What happens before each look at the list of logs, one step for each look.
  void before(Runnable... looks) {
    steps.addAll(List.of(looks));
  }

  /// The next answers are 503.
  void failNext(int count) {
    failures.set(count);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var path = exchange.getRequestURI().getPath();
      if (path.endsWith("/logs") && !steps.isEmpty()) {
        steps.remove().run();
      }
      if (failures.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
        send(exchange, 503, "busy");
      } else if (!("Bearer " + TOKEN).equals(authorization(exchange))) {
        send(exchange, 401, "who?");
      } else if (!path.startsWith("/v1/titles/demo/")) {
        send(exchange, 403, "wall");
      } else {
        read(exchange, path.substring("/v1/titles/demo/".length()));
      }
    }
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    if (path.equals("logs")) {
      send(exchange, 200, listing());
      return;
    }
    String[] parts = path.split("/", 3);
    var log = logs.get(Integer.valueOf(parts[1]));
    var file = log == null ? Optional.<byte[]>empty() : log.file(parts[2]);
    if (file.isEmpty()) {
      send(exchange, 404, "none");
    } else if (parts[2].contains("entries")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      send(exchange, 200, zip(file.get()));
    } else {
      send(exchange, 200, file.get());
    }
  }

  private String listing() {
    List<String> items = new ArrayList<>();
    logs.forEach((number, log) ->
        items.add(
            "{\"log\":%d,\"verifierKey\":\"%s\",\"first\":0,\"frozen\":%s}"
                .formatted(number, log.key(), number < logs.size())));
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  private static String authorization(HttpExchange exchange) {
    var header = exchange.getRequestHeaders().getFirst("Authorization");
    return header == null ? "" : header;
  }

  private static byte[] zip(byte[] bytes) throws IOException {
    var zipped = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(zipped)) {
      gzip.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    send(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
