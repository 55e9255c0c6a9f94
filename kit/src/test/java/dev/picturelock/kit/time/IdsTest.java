package dev.picturelock.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aFreshIdCarriesItsMillisecond() {
    var id = Ids.v7(NOON, new Random(1));

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
    assertThat(Ids.timeOf(id)).contains(NOON);
  }

  @Test
  void aLaterIdSortsBehindAnEarlierOne() {
    var random = new Random(2);
    var earlier = Ids.v7(NOON, random).toString();

    var later = Ids.v7(NOON.plusMillis(1), random).toString();

    assertThat(later).isGreaterThan(earlier);
  }

  /// RFC 9562, appendix A.4.
  @Test
  void aDerivedIdIsTheOneOfTheRfc() {
    var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    var derived = Ids.derived(dns, "www.example.com");

    assertThat(derived).hasToString("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  }

  @Test
  void aDerivedIdDependsOnCauseAndName() {
    var cause = Ids.v7(NOON, new Random(3));

    var derived = Ids.derived(cause, "classification");

    assertThat(derived).isEqualTo(Ids.derived(cause, "classification"));
    assertThat(derived).isNotEqualTo(Ids.derived(cause, "review"));
    assertThat(derived.version()).isEqualTo(5);
    assertThat(Ids.timeOf(derived)).isEmpty();
  }
}
