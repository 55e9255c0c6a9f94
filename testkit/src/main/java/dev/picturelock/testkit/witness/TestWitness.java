package dev.picturelock.testkit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.CosignatureSigner;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.witness.HttpAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A witness on this machine that keeps to c2sp.org/tlog-witness, with its monitoring prefix the
/// same as its submission prefix. Tests may make it slow or broken.
public final class TestWitness implements AutoCloseable {

  private final List<CosignatureSigner> signers;
  private final WitnessBook book;
  private final WitnessRules rules;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Collection<VerifierKey> logs;
  private volatile HttpServer server;
  private volatile Duration delay = Duration.ZERO;
  private volatile int brokenStatus;

  private TestWitness(
      Collection<CosignatureSigner> signers, Collection<VerifierKey> logs, @Nullable Path folder) {
    this.signers = List.copyOf(signers);
    this.book = new WitnessBook(folder);
    this.logs = new CopyOnWriteArrayList<>(logs);
    this.rules = new WitnessRules(this.logs, signers, book);
    this.server = serve(0);
  }

  /// A witness that forgets everything when it is closed.
  public static TestWitness inMemory(
      Collection<CosignatureSigner> signers, Collection<VerifierKey> logs) {
    return new TestWitness(signers, logs, null);
  }

  /// A witness that goes on where the last one with this folder stopped.
  public static TestWitness inFolder(
      Path folder, Collection<CosignatureSigner> signers, Collection<VerifierKey> logs) {
    return new TestWitness(signers, logs, folder);
  }

  /// Submission and monitoring prefix.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public List<VerifierKey> keys() {
    return signers.stream().map(CosignatureSigner::verifierKey).toList();
  }

  /// The lines by which a policy knows this witness: `name`, `name-2` and so on for its keys.
  public String policyLines(String name) {
    var lines = new StringBuilder();
    for (int i = 0; i < signers.size(); i++) {
      lines.append(
          "witness %s%s %s %s\n"
              .formatted(name, i == 0 ? "" : "-" + (i + 1), keys().get(i), url()));
    }
    return lines.toString();
  }

  /// What it cosigned last for a log.
  public Optional<SignedCheckpoint> latest(String origin) {
    return book.read(WitnessBook.page(origin));
  }

  /// Makes one more log known.
  public void trust(VerifierKey log) {
    logs.add(log);
  }

  /// Answers nobody from now on, as if its machine was off.
  public void stop() {
    server.stop(0);
  }

  /// Is there again after [#stop], at the same place and with what it remembers.
  public void startAgain() {
    server = serve(server.getAddress().getPort());
  }

  /// Lets every answer wait this long from now on; what it says is not changed.
  public void delay(Duration each) {
    this.delay = each;
  }

  /// Answers every request with this status and nothing else from now on; 0 ends it.
  public void breakWith(int status) {
    this.brokenStatus = status;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private HttpServer serve(int port) {
    try {
      var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var listening = HttpServer.create(here, 0);
      listening.setExecutor(threads);
      listening.createContext("/", this::handle);
      listening.start();
      return listening;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var answer = answer(exchange);
      if (closed.await(delay.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
      byte[] body = answer.body().toBytes();
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpAnswer answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    if (brokenStatus != 0) {
      return new HttpAnswer(brokenStatus, "text/plain", new byte[0]);
    }
    if (request.equals("POST /add-checkpoint")) {
      return rules.addCheckpoint(body);
    }
    // "GET <monitoring prefix>/<origin hash>/checkpoint"
    return Optional.of(request)
        .filter(get -> get.matches("GET /[0-9a-f]{64}/checkpoint"))
        .flatMap(get -> book.read(get.substring(5, 5 + 64)))
        .map(latest -> new HttpAnswer(200, "text/plain; charset=utf-8", latest.toBytes()))
        .orElseGet(() -> new HttpAnswer(404, "text/plain", "not here\n".getBytes(UTF_8)));
  }
}
