package dev.picturelock.classifier.pack.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.classifier.pack.http.PreviewResource.PreviewRequest;
import dev.picturelock.contracts.policy.PolicyPackFiles;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.UndecidableException;
import dev.picturelock.policy.dmn.PackLoader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreviewResourceTest {
  @Test
  void factsThatThePackCannotDecideAreNoFaultOfOurs() {
    var shipped = new PackLoader(PolicyPackFiles.builtIn(), 0).all().standard();
    var narrow =
        new PolicyPack(
            shipped.manifest(),
            shipped.dmn(),
            shipped.rules(),
            step -> {
              throw new UndecidableException("house@1.0.0", "'ideation' is not allowed");
            },
            0);
    var preview = new PreviewResource(new PolicyPacks(List.of(narrow)));

    assertThatThrownBy(() -> preview.preview(new PreviewRequest(Map.of(), null)))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.type()).isEqualTo(ProblemType.UNKNOWN_REFERENCE);
              assertThat(problem.problem().detail())
                  .contains("house@1.0.0 cannot decide these facts");
            });
  }
}
