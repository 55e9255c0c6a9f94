package dev.picturelock.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The faults that matter most, each once; `./crash-campaign` brings all of them, again and again.
@FlowTest
@Order(3)
class CampaignTest {

  private static final int PER_SECOND = 40;
  private static final long SEED = 20_261_122;

  private final Campaign campaign;

  CampaignTest(RunningStack stack) {
    campaign = new Campaign(stack, List.of("campaign-1", "campaign-2"), PER_SECOND, SEED);
  }

  @AfterAll
  void end() {
    campaign.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"ALL_SERVICES_KILLED", "POSTGRES_IMMEDIATE", "BROKER_KILLED"})
  void keepsEveryPromiseThrough(Fault fault) {
    var round = campaign.round(fault);

    assertThat(round.violations()).isEmpty();
    assertThat(round.accepted()).isGreaterThan(PER_SECOND);
    assertThat(round.entries()).isGreaterThan(round.accepted());
  }

  @Test
  void keepsEveryPromiseWhenEverythingIsDeliveredAgainToTwoInstancesAtOnce() {
    assumeTrue(SecondProvenance.isPossible(), "a second instance is started from what /proc tells");

    var round = campaign.redelivery();

    assertThat(round.violations()).isEmpty();
    assertThat(campaign.readAnew()).isEmpty();
  }
}
