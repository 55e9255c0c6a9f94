package dev.picturelock.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortTest {

  @Test
  void isTheUsualOneUnlessTheEnvironmentMovesIt() {
    var moved = Map.of("PICTURELOCK_INTAKE_PORT", "9081");

    assertThat(Port.INTAKE.in(Map.of())).isEqualTo(8081);
    assertThat(Port.INTAKE.in(moved)).isEqualTo(9081);
    assertThat(Port.APPROVAL.in(moved)).isEqualTo(8083);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "65536", "-1", "http"})
  void refusesWhatIsNoPortAndNamesTheVariable(String value) {
    assertThatThrownBy(() -> Port.KAFKA.in(Map.of("PICTURELOCK_KAFKA_PORT", value)))
        .hasMessageContaining("PICTURELOCK_KAFKA_PORT")
        .hasMessageContaining("'" + value + "'");
  }
}
