package dev.picturelock.benchmarks.stack;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import com.sun.net.httpserver.SimpleFileServer.OutputLevel;
import dev.picturelock.benchmarks.ledger.Scratch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The floor for files: the same bytes from a folder, by a web server that asks nobody for a token
/// and knows no log.
final class PlainFiles implements AutoCloseable {
  private final Scratch scratch = new Scratch("picturelock-bench-files");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  PlainFiles() throws IOException {
    // without it each answer waits for an acknowledgement of the last one; read when the first
    // server of the process is made
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            scratch.folder(),
            OutputLevel.NONE);
    server.setExecutor(threads);
    server.start();
  }

  /// Takes a file and says how to ask for it.
  HttpRequest put(String path, byte[] content) throws IOException {
    var file = scratch.folder().resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path))
        .build();
  }

  @Override
  public void close() throws IOException {
    server.stop(0);
    threads.close();
    scratch.close();
  }
}
