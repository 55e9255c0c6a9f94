package dev.picturelock.localstack.kafka;

import dev.picturelock.localstack.Parts;
import dev.picturelock.localstack.process.Command;
import dev.picturelock.localstack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;

/// One Kafka node, broker and controller in one, on the loopback address.
///
/// - **Data:** kept in its folder between starts; formatted when the folder is new
public final class KafkaBroker {

  private final Path libraries;
  private final Path data;
  private final int port;
  private final int controllerPort;
  private final Path log;

  public KafkaBroker(Parts parts, Path data, int port, int controllerPort, Path log) {
    this.libraries = parts.kafka();
    this.data = data.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.log = log;
  }

  /// Writes the settings, and formats the data folder if it is new.
  public void initialise() throws IOException, InterruptedException {
    Files.createDirectories(data);
    Files.writeString(settings(), configuration());
    if (Files.exists(data.resolve("log/meta.properties"))) {
      return;
    }
    java(
            "kafka.tools.StorageTool",
            List.of(
                "format",
                "--standalone",
                "--cluster-id=" + Uuid.randomUuid(),
                "--config=" + settings()))
        .run();
  }

  public Command command() {
    return java("kafka.Kafka", List.of(settings().toString()));
  }

  /// Whether broker and controller do their work; the port is looked at first because it costs
  /// less.
  public boolean ready() {
    return Ports.answers(port) && Topics.brokerAnswers(bootstrapServers());
  }

  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  private Path settings() {
    return data.resolve("server.properties");
  }

  private String configuration() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.bootstrap.servers=127.0.0.1:%2$d
    controller.listener.names=CONTROLLER
    listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=BROKER://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    inter.broker.listener.name=BROKER
    listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%3$s
    auto.create.topics.enable=false
    default.replication.factor=1
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=8
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=8
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    group.initial.rebalance.delay.ms=0
    """
        .formatted(port, controllerPort, data.resolve("log"));
  }

  private Command java(String mainClass, List<String> arguments) {
    var line =
        new ArrayList<>(
            List.of(
                "-Xms64m",
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                libraries + "/*",
                mainClass));
    line.addAll(arguments);
    return new Command(Command.java(line), Map.of(), log);
  }
}
