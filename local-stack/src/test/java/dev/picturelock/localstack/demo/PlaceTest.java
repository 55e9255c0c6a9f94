package dev.picturelock.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static final String REVIEWS =
      """
      {"items": [
        {"review": "r1", "subject": {"asset": {"asset": "a"}, "use": {"use": "signage"}}},
        {"review": "r2", "subject": {"asset": null, "use": {"use": "signage"}}},
        {"review": "r3", "subject": {"use": {"use": "crowd"}}}]}
      """;

  @Test
  void findsByIndex() {
    assertThat(found("/items/1/review")).contains("r2");
  }

  @Test
  void choosesFromAnArrayByWhatIsThereAndWhatIsNot() {
    assertThat(found("/items/subject.use.use=signage&subject.asset=/review")).contains("r2");
    assertThat(found("/items/subject.use.use=crowd&subject.asset=/review")).contains("r3");
    assertThat(found("/items/subject.asset.asset=a/review")).contains("r1");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(found("/items/subject.use.use=voice/review")).isEmpty();
    assertThat(found("/items/1/subject/asset")).isEmpty();
    assertThat(found("/other")).isEmpty();
  }

  private static Optional<String> found(String place) {
    return new Place(place).find(DemoFolder.json(REVIEWS));
  }
}
