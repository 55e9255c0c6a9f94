package dev.picturelock.testkit.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.Ed25519Signer;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.Policy;
import dev.picturelock.tlog.witness.WitnessAnswer.Refusal;
import dev.picturelock.tlog.witness.WitnessClient;
import dev.picturelock.tlog.witness.WitnessEndpoint;
import dev.picturelock.tlog.witness.WitnessResult;
import dev.picturelock.tlog.witness.WitnessResult.Ahead;
import dev.picturelock.tlog.witness.WitnessResult.Cosigned;
import dev.picturelock.tlog.witness.WitnessResult.Refused;
import dev.picturelock.tlog.witness.WitnessResult.Unreachable;
import dev.picturelock.tlog.witness.Witnesses;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The client against a witness that nobody here wrote: `sigsum-witness` of Debian's package
/// sigsum-go, in the folder that the system property `sigsum.bin` names or on the path.
class ForeignWitnessTest {

  private static final byte[] LOG_KEY =
      Ed25519Signer.ofSeed("log", GrownLog.seed(1)).verifierKey().publicKey().toBytes();

  @TempDir private Path folder = Path.of("set by JUnit");

  @Test
  void cosignsWhatGrowsAndRefusesWhatForks() throws Exception {
    var program = program("sigsum-witness");
    assumeThat(program).as("sigsum-witness, of the package sigsum-go").isPresent();
    var log = sigsumLog();
    int port = freePort();
    var witness = start(program.orElseThrow(), port);
    try {
      var endpoint = new WitnessEndpoint("http://127.0.0.1:" + port, List.of(witnessKey()));
      var client = new WitnessClient(endpoint, Http::post);

      assertThat(firstContact(log, client)).isInstanceOf(Cosigned.class);
      assertThat(log.submit(client, 300, "a")).isInstanceOf(Cosigned.class);
      assertThat(log.submit(client, 300, "a")).isInstanceOf(Cosigned.class);
      assertThat(log.submit(client, 7, "a")).isEqualTo(new Ahead(new TreeSize(300)));
      assertThat(log.submit(client, 300, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));
      assertThat(log.submit(client, 511, "b")).isEqualTo(new Refused(Refusal.INCONSISTENT));

      var restarted = new WitnessClient(endpoint, Http::post);
      var imposter = Ed25519Signer.ofSeed(log.origin(), GrownLog.seed(7));
      var stranger = Ed25519Signer.ofSeed("log.example", GrownLog.seed(1));
      assertThat(log.submit(restarted, 513, "a")).isInstanceOf(Cosigned.class);
      assertThat(new GrownLog(imposter).submit(restarted, 600, "a"))
          .isEqualTo(new Refused(Refusal.FORBIDDEN));
      assertThat(new GrownLog(stranger).submit(restarted, 600, "a"))
          .isEqualTo(new Refused(Refusal.UNKNOWN_ORIGIN));

      var policy =
          Policy.parse(
              "log %s\nwitness w %s %s\nquorum w\n"
                  .formatted(
                      log.signer().verifierKey(),
                      endpoint.keys().getFirst(),
                      endpoint.submissionPrefix()));
      var witnessed =
          new Witnesses(policy, Http::post, Duration.ofMinutes(1))
              .cosign(log.signed(601, "a"), log.proofs(601, "a"));
      assertThat(witnessed.verdict().isSatisfied()).isTrue();
    } finally {
      witness.destroyForcibly().waitFor();
    }
  }

  /// That witness knows only logs whose origin is made of their key's hash.
  private static GrownLog sigsumLog() throws Exception {
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(LOG_KEY));
    return new GrownLog(Ed25519Signer.ofSeed("sigsum.org/v1/tree/" + hash, GrownLog.seed(1)));
  }

  private Process start(Path program, int port) throws Exception {
    run(program("sigsum-key").orElseThrow(), "generate", "-o", "witness.key");
    Files.writeString(folder.resolve("log.hex"), HexFormat.of().formatHex(LOG_KEY) + "\n");
    run(program("sigsum-key").orElseThrow(), "from-hex", "-k", "log.hex", "-o", "log.pub");
    var builder =
        new ProcessBuilder(
                program.toString(),
                "--signing-key=witness.key",
                "--log-key=log.pub",
                "--state-file=state",
                "127.0.0.1:" + port)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("witness.log").toFile());
    // Without it Debian's build takes the method of a route for a part of its path.
    builder.environment().put("GODEBUG", "httpmuxgo121=0");
    return builder.start();
  }

  private VerifierKey witnessKey() throws Exception {
    var ssh = Files.readString(folder.resolve("witness.key.pub")).split(" ", 3)[1];
    byte[] blob = Base64.getDecoder().decode(ssh);
    byte[] key = Arrays.copyOfRange(blob, blob.length - 32, blob.length);
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    var vkey =
        run(
            program("sigsum-key").orElseThrow(),
            "to-vkey",
            "-k",
            "witness.key.pub",
            "-t",
            "cosignature/v1",
            "-n",
            "sigsum.org/v1/witness/" + hash);
    return VerifierKey.parse(vkey.strip());
  }

  /// The first answer of a program that is still starting.
  private static WitnessResult firstContact(GrownLog log, WitnessClient client)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    WitnessResult result;
    do {
      result = log.submit(client, 3, "a");
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    } while (result instanceof Unreachable && System.nanoTime() < deadline);
    return result;
  }

  private String run(Path program, String... arguments) throws Exception {
    var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments)).toList();
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("%s: %s", command, output).isZero();
    return output;
  }

  private static Optional<Path> program(String name) {
    var path = System.getProperty("sigsum.bin", System.getenv().getOrDefault("PATH", ""));
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .map(directory -> Path.of(directory, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
