package dev.picturelock.benchmarks.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.benchmarks.Latencies;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadTest {

  @Test
  void aPercentileIsTheLatencyThatSoManyDidNotExceed() {
    var latencies =
        Latencies.of(LongStream.rangeClosed(1, 200).map(n -> (201 - n) * 1_000_000).toArray());

    assertThat(latencies.millis(0.5)).isEqualTo(100);
    assertThat(latencies.millis(0.99)).isEqualTo(198);
    assertThat(latencies.millis(1)).isEqualTo(200);
  }

  @Test
  void everyRegistrationIsAnotherAssetVersion() {
    var registrations = new Registrations("T");

    var batch = Target.json(registrations.batch(3));
    var single = Target.json(registrations.one());

    assertThat(batch).hasSize(3);
    assertThat(batch.findValuesAsText("name")).doesNotHaveDuplicates();
    assertThat(single.path("asset").asText()).isNotEqualTo(batch.get(2).path("asset").asText());
    assertThat(single.at("/generation/prompt").asText()).isNotBlank();
  }
}
