package dev.picturelock.provenance.ledger.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {
  @ParameterizedTest
  @CsvSource({
    "08006, true",
    "57P01, true",
    "57014, true",
    "53300, true",
    "40P01, true",
    "null, true",
    "XX000, true",
    "XX001, false",
    "58030, false",
    "42703, false",
    "22021, false"
  })
  void aDatabaseThatIsNotThereIsNoFindingAndADamagedOneIs(String state, boolean outage) {
    assertThat(Outage.isState(state)).isEqualTo(outage);
  }
}
