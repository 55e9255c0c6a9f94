package dev.picturelock.intake.asset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.intake.tool.RecordedTerms;
import dev.picturelock.intake.tool.Tool;
import dev.picturelock.intake.tool.Tools;
import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.intake.use.Uses;
import dev.picturelock.kit.json.JsonBody;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferencesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant SECOND = FIRST.plusSeconds(500);

  private final List<String> asked = new ArrayList<>();

  @Test
  void picksTheTermsOfEachTimeFromOneReading() {
    var registrations = IntStream.range(0, 1_000).mapToObj(ReferencesTest::made).toList();
    var references = new References("t", registrations, uses(), tools(), NOW);

    var inForce =
        registrations.stream()
            .map(registration -> requireNonNull(references.resolve(registration).terms()))
            .map(TermsSnapshot::effectiveFrom)
            .toList();

    assertThat(inForce.subList(0, 500)).containsOnly(FIRST);
    assertThat(inForce.subList(500, 1_000)).containsOnly(SECOND);
    assertThat(asked).containsExactly("find", "terms");
  }

  private static Registration made(int second) {
    var json =
        """
        {"asset": "a%d", "version": "v1", "digests": {"sha256": "%s"}, "contribution": "generated",
         "generation": {"tool": "pen", "endedAt": "%s"}}\
        """
            .formatted(second, "ab".repeat(32), FIRST.plusSeconds(second));
    return JsonBody.read(json.getBytes(UTF_8), Registration.class);
  }

  private static Uses uses() {
    return only(Uses.class, (_, _) -> Map.<String, UseVersion>of());
  }

  private Tools tools() {
    var tool = new Tool("pen", "Pen", null, null, null, new UUID(0, 1), "user:x", FIRST);
    return only(
        Tools.class,
        (method, _) -> {
          asked.add(method);
          return method.equals("find") ? Optional.of(tool) : List.of(terms(SECOND), terms(FIRST));
        });
  }

  private static RecordedTerms terms(Instant from) {
    var snapshot = new TermsSnapshot(new UUID(0, 2), from, "no", "yes", null, null, null);
    return new RecordedTerms("pen", snapshot, new UUID(0, 3), "user:x", from);
  }

  private interface Answers {
    Object to(String method, Object[] arguments);
  }

  private static <T> T only(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> answers.to(method.getName(), arguments)));
  }
}
