package dev.picturelock.localstack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/// The topics of `deploy/kafka/topics.properties`.
public record Topics(List<NewTopic> topics) {

  private static final String PARTITIONS = "partitions";
  private static final short ONE_REPLICA = 1;

  public Topics {
    topics = List.copyOf(topics);
  }

  public static Topics read(Path file) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    return new Topics(
        properties.stringPropertyNames().stream()
            .sorted()
            .map(name -> topic(name, properties.getProperty(name)))
            .toList());
  }

  /// Creates what is missing and returns the names; an existing topic stays as it is.
  public List<String> createMissing(String bootstrapServers)
      throws ExecutionException, InterruptedException {
    try (var admin = admin(bootstrapServers)) {
      var present = admin.listTopics().names().get();
      var missing = topics.stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
      return missing.stream().map(NewTopic::name).toList();
    }
  }

  /// Whether the broker answers a question that needs the controller too.
  static boolean brokerAnswers(String bootstrapServers) {
    try (var admin = admin(bootstrapServers)) {
      return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Admin admin(String bootstrapServers) {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  private static NewTopic topic(String name, String description) {
    var settings =
        Arrays.stream(description.split("\\s+", -1))
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> value(name, pair)));
    var partitions = settings.remove(PARTITIONS);
    if (partitions == null) {
      throw new IllegalArgumentException("want partitions=<n> for topic " + name);
    }
    return new NewTopic(name, Integer.parseInt(partitions), ONE_REPLICA).configs(settings);
  }

  private static String value(String topic, String[] pair) {
    if (pair.length != 2) {
      throw new IllegalArgumentException(
          "want <setting>=<value> for topic %s, got '%s'".formatted(topic, pair[0]));
    }
    return pair[1];
  }
}
