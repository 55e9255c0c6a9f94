package dev.picturelock.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTypeTest {
  static Iterable<Class<? extends Fact>> types() {
    return EventTypes.all().values();
  }

  @ParameterizedTest
  @MethodSource("types")
  void namesTheClassAndTheWireAlike(Class<? extends Fact> type) {
    var thingAndPast = type.getSimpleName().replaceFirst("(?<=[a-z])(?=[A-Z])", ".");

    var words = thingAndPast.replaceAll("(?<=[a-z])(?=[A-Z])", "-");
    var expected = ("picturelock." + words + ".v1").toLowerCase(Locale.ROOT);

    assertThat(EventTypes.nameOf(type)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("types")
  void findsTheRecordOfAWireName(Class<? extends Fact> type) {
    assertThat(EventTypes.find(EventTypes.nameOf(type))).contains(type);
  }

  @ParameterizedTest
  @MethodSource("types")
  void putsNoEventOnACompactedTopic(Class<? extends Fact> type) {
    assertThat(EventTypes.topicOf(type)).isNotIn(Topic.DISCLOSURE, Topic.CHECKPOINT);
  }

  @Test
  void knowsEveryFactOnce() {
    assertThat(EventTypes.all()).hasSameSizeAs(Fact.class.getPermittedSubclasses());
    assertThat(EventTypes.find("picturelock.asset.registered.v2")).isEmpty();
    assertThat(EventTypes.find("picturelock.asset.painted.v1")).isEmpty();
  }

  @Test
  void namesTheSchemaAfterTheType() {
    assertThat(EventTypes.schemaOf(ToolTermsRecorded.class))
        .isEqualTo("urn:picturelock:schema:tool.terms-recorded:1-0-0");
  }
}
