package dev.picturelock.localstack.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {

  @TempDir Path temporary;

  @Test
  void readsPartitionsAndSettings() throws IOException {
    var topics =
        read("b.v1 = partitions=8 cleanup.policy=compact segment.ms=60000\na.v1=partitions=1");

    assertThat(topics.topics()).extracting("name").containsExactly("a.v1", "b.v1");
    assertThat(topics.topics().getLast().numPartitions()).isEqualTo(8);
    assertThat(topics.topics().getLast().configs())
        .isEqualTo(Map.of("cleanup.policy", "compact", "segment.ms", "60000"));
  }

  @Test
  void refusesATopicWithoutPartitions() {
    assertThatThrownBy(() -> read("a.v1 = retention.ms=1")).hasMessageContaining("a.v1");
  }

  @Test
  void refusesASettingWithoutAValue() {
    assertThatThrownBy(() -> read("a.v1 = partitions=1 compact")).hasMessageContaining("'compact'");
  }

  @Test
  void understandsTheProjectsOwnFile() throws IOException {
    var file = Path.of(System.getProperty("picturelock.root"), "deploy/kafka/topics.properties");

    var topics = Topics.read(file);

    assertThat(topics.topics()).extracting("name").contains("picturelock.intake.v1");
  }

  private Topics read(String text) throws IOException {
    return Topics.read(Files.writeString(temporary.resolve("topics.properties"), text));
  }
}
