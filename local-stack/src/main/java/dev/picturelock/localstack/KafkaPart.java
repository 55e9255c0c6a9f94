package dev.picturelock.localstack;

import dev.picturelock.localstack.kafka.KafkaBroker;
import dev.picturelock.localstack.kafka.Topics;
import dev.picturelock.localstack.process.Command;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/// The broker, with every topic of `deploy/kafka/topics.properties`.
final class KafkaPart implements Part {

  static final String NAME = "kafka";

  private final Installation installation;
  private final KafkaBroker broker;

  KafkaPart(Installation installation) {
    this.installation = installation;
    this.broker =
        new KafkaBroker(
            installation.parts(),
            installation.data().folder(NAME),
            installation.port(Port.KAFKA),
            installation.port(Port.KAFKA_CONTROLLER),
            installation.data().log(NAME));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Port> ports() {
    return List.of(Port.KAFKA, Port.KAFKA_CONTROLLER);
  }

  @Override
  public List<String> needs() {
    return List.of();
  }

  @Override
  public void prepare() throws IOException, InterruptedException {
    broker.initialise();
  }

  @Override
  public Command command() {
    return broker.command();
  }

  @Override
  public boolean ready() {
    return broker.ready();
  }

  @Override
  public void settle() throws IOException, InterruptedException, ExecutionException {
    Topics.read(installation.root().resolve("deploy/kafka/topics.properties"))
        .createMissing(broker.bootstrapServers());
  }
}
