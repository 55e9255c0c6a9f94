package dev.picturelock.testkit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.picturelock.tlog.note.RawPublicKey;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A witness that nobody here wrote, as a process: `sigsum-witness` of Debian's package sigsum-go,
/// in the folder that the system property `sigsum.bin` names or on the path.
public final class ForeignWitness implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path folder;
  private final Path program;
  private final VerifierKey key;
  private final int port;
  private Process process;

  private ForeignWitness(Path folder, Path program, RawPublicKey log) {
    this.folder = folder;
    this.program = program;
    this.port = freePort();
    run("sigsum-key", "generate", "-o", "witness.key");
    write("log.hex", HexFormat.of().formatHex(log.toBytes()) + "\n");
    run("sigsum-key", "from-hex", "-k", "log.hex", "-o", "log.pub");
    this.key = readKey();
    this.process = serve();
  }

  /// Whether the program is installed here.
  public static boolean isInstalled() {
    return program("sigsum-witness").isPresent() && program("sigsum-key").isPresent();
  }

  /// A witness of the one log with this key; it keeps its state in the folder.
  public static ForeignWitness start(Path folder, RawPublicKey log) {
    return new ForeignWitness(folder, program("sigsum-witness").orElseThrow(), log);
  }

  /// The only name that it accepts for a log: made of its key's hash.
  public static String origin(RawPublicKey log) {
    return "sigsum.org/v1/tree/" + sha256(log.toBytes());
  }

  /// Submission prefix.
  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public VerifierKey key() {
    return key;
  }

  /// Goes on after [#stop] with what it has in its folder.
  public void startAgain() {
    process = serve();
  }

  @Override
  public void close() {
    stop();
  }

  /// Kills it.
  public void stop() {
    try {
      process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Process serve() {
    var builder =
        new ProcessBuilder(
                program.toString(),
                "--signing-key=witness.key",
                "--log-key=log.pub",
                "--state-file=state",
                "127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("witness.log").toFile()));
    // Without it Debian's build takes the method of a route for a part of its path.
    builder.environment().put("GODEBUG", "httpmuxgo121=0");
    try {
      var serving = builder.start();
      awaitPort(serving);
      return serving;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitPort(Process serving) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isListening()) {
      if (!serving.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException("sigsum-witness does not listen; see " + folder);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private boolean isListening() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private VerifierKey readKey() {
    try {
      var ssh = Files.readString(folder.resolve("witness.key.pub")).split(" ", 3)[1];
      byte[] blob = Base64.getDecoder().decode(ssh);
      byte[] raw = Arrays.copyOfRange(blob, blob.length - 32, blob.length);
      var name = "sigsum.org/v1/witness/" + sha256(raw);
      var vkey =
          run("sigsum-key", "to-vkey", "-k", "witness.key.pub", "-t", "cosignature/v1", "-n", name);
      return VerifierKey.parse(vkey.strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String name, String... arguments) {
    var command =
        Stream.concat(Stream.of(program(name).orElseThrow().toString()), Stream.of(arguments))
            .toList();
    try {
      var running =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      var output = new String(running.getInputStream().readAllBytes(), UTF_8);
      if (running.waitFor() != 0) {
        throw new IllegalStateException(command + ": " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> program(String name) {
    var path = System.getProperty("sigsum.bin", System.getenv().getOrDefault("PATH", ""));
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
