package dev.picturelock.localstack;

import dev.picturelock.localstack.kafka.ConsumerGroup;
import dev.picturelock.localstack.process.PortOwner;
import dev.picturelock.localstack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The program behind `./start`, `./stop` and `./set-back`.
///
/// - **Exit code:** 0 done, 1 could not, 2 not understood
final class LocalStack {

  private static final String SELF = "launcher";
  private static final int STOP_PATIENCE_SECONDS = 60;

  private final Options options;
  private final DataFolder data;
  private final Installation installation;
  private final Terminal terminal;

  private LocalStack(Options options, Path root, Terminal terminal) {
    this.options = options;
    this.data = new DataFolder(options.data());
    this.installation = Installation.of(root, data, System.getenv());
    this.terminal = terminal;
  }

  public static void main(String[] arguments) {
    var root = Path.of(System.getProperty("picturelock.root", ".")).toAbsolutePath().normalize();
    var terminal = new Terminal(System.out, Boolean.getBoolean("picturelock.colour"));
    System.exit(run(List.of(arguments), root, terminal));
  }

  private static int run(List<String> arguments, Path root, Terminal terminal) {
    try {
      var options = Options.parse(arguments, root.resolve(".data"));
      var stack = new LocalStack(options, root, terminal);
      return switch (options.command()) {
        case START -> stack.start();
        case STOP -> stack.stop();
        case SET_BACK -> stack.setBack();
      };
    } catch (IllegalArgumentException e) {
      terminal.bad(SELF, String.valueOf(e.getMessage()));
      return 2;
    } catch (IllegalStateException | IOException e) {
      terminal.bad(SELF, String.valueOf(e.getMessage()));
      return 1;
    } catch (InterruptedException _) {
      return 1;
    }
  }

  private int start() throws IOException, InterruptedException {
    data.create();
    var lock = data.lock();
    if (lock.isEmpty()) {
      return alreadyRunning();
    }
    Files.deleteIfExists(data.ready());
    data.launcher().write(ProcessHandle.current());
    endLeftovers();
    if (options.fresh()) {
      data.empty();
    }
    var parts = options.storesOnly() ? Stack.stores(installation) : Stack.parts(installation);
    var stack = new Stack(installation, parts, terminal);
    var taken = stack.takenPorts();
    if (!taken.isEmpty()) {
      taken.forEach(sentence -> terminal.bad(SELF, sentence));
      return 1;
    }
    // From here on the hook ends whatever runs, however we end, except by kill -9.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> shutDown(stack)));
    stack.start();
    if (options.demo()) {
      new DemoTitle(installation, terminal).loadOnce();
    }
    terminal.text(
        options.storesOnly()
            ? new StoresWelcome(installation).text()
            : welcome(stack.memory()).text());
    Files.writeString(data.ready(), Long.toString(ProcessHandle.current().pid()));
    new CountDownLatch(1).await();
    return 0;
  }

  private int alreadyRunning() throws IOException {
    var pid = data.launcher().running().map(ProcessHandle::pid);
    var sentence = "already running on this data folder, process " + pid.orElse(0L);
    var welcome = welcome(OptionalLong.empty());
    if (options.fresh()) {
      // nobody's data is taken away under their hands, and to keep it is not what was asked for
      terminal.bad(SELF, sentence + "; stop it first: " + installation.stopCommand());
      return 1;
    }
    terminal.good(SELF, sentence);
    terminal.text(welcome.text());
    return 0;
  }

  /// The demo title may have come with an earlier start.
  private Welcome welcome(OptionalLong mebibytes) {
    return new Welcome(installation, Files.exists(data.demoLoaded()), mebibytes);
  }

  private int stop() throws IOException, InterruptedException {
    var running = data.launcher().running();
    if (running.isPresent()) {
      terminal.step(SELF, "asking process %d to stop".formatted(running.get().pid()));
      Signal.TERM.send(running.get());
      try {
        running.get().onExit().get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException | TimeoutException _) {
        terminal.bad(SELF, "it did not stop in time, ending it by force");
        running.get().destroyForcibly();
      }
    }
    int leftovers = data.exists() ? endLeftovers() : 0;
    terminal.good(
        SELF,
        running.isPresent() || leftovers > 0
            ? "stopped"
            : "nothing was running on %s; --data DIR stops another stack".formatted(data.root()));
    return 0;
  }

  /// The broker has to run, and nobody may read from it: a service would write down at once how far
  /// it has read.
  private int setBack() throws IOException, InterruptedException {
    for (var service : Service.values()) {
      if (data.pid(service.role()).running().isPresent()) {
        terminal.bad(SELF, service.role() + " is running; ./stop, then ./start --stores-only");
        return 1;
      }
    }
    var broker = "127.0.0.1:" + installation.port(Port.KAFKA);
    if (PortOwner.isFree(installation.port(Port.KAFKA))) {
      terminal.bad(SELF, "no broker at %s; ./start --stores-only starts one".formatted(broker));
      return 1;
    }
    try {
      for (var group : options.groups()) {
        int partitions = new ConsumerGroup(broker, group).setBack();
        terminal.good(
            KafkaPart.NAME,
            "%s reads its %d partitions from their beginning when it starts"
                .formatted(group, partitions));
      }
      return 0;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker refused: " + e.getCause(), e);
    }
  }

  private int endLeftovers() throws IOException, InterruptedException {
    return new Leftovers(data, terminal).end(Stack.parts(installation).reversed());
  }

  private void shutDown(Stack stack) {
    try {
      Files.deleteIfExists(data.ready());
      stack.stop();
      data.launcher().delete();
    } catch (IOException e) {
      terminal.bad(SELF, String.valueOf(e.getMessage()));
    }
    terminal.good(SELF, "all stopped");
  }
}
