package dev.picturelock.classifier.simulation.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.classifier.IntakeSamples;
import dev.picturelock.classifier.simulation.Finding;
import dev.picturelock.classifier.simulation.Past;
import dev.picturelock.classifier.simulation.PastUnavailableException;
import dev.picturelock.classifier.simulation.Question;
import dev.picturelock.classifier.simulation.SimulationRun;
import dev.picturelock.classifier.simulation.Verdict;
import dev.picturelock.classifier.simulation.http.SimulationStream.Form;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.json.JsonPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimulationStreamTest {
  private static final PolicyPackRef FIRST = new PolicyPackRef("p", "1.0.0", "a".repeat(64));
  private static final PolicyPackRef SECOND = new PolicyPackRef("p", "1.1.0", "b".repeat(64));

  private final AtomicInteger closed = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void endsWithASummaryWhenThePastIsOver() {
    var lines = lines(stream(Form.LINES, false, batch(1), batch(2, 3)));

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).contains("\"tier\":\"raised\"", "\"actionsAdded\":[\"B\"]");
    assertThat(lines.getLast()).startsWith("{\"summary\":{\"changed\":3,\"classified\":3");
    assertThat(closed).hasValue(1);
  }

  @Test
  void endsWithAnErrorAndWithoutASummaryWhenThePastBreaksOff() {
    var lines = lines(stream(Form.LINES, false, batch(1), broken()));

    assertThat(lines).hasSize(2);
    assertThat(lines.getLast())
        .startsWith("{\"error\":{")
        .contains("urn:picturelock:problem:unavailable", "the broker is away")
        .doesNotContain("summary");
    assertThat(closed).hasValue(1);
  }

  @Test
  void aDocumentIsWellFormedWholeOrBrokenOff() throws IOException {
    var whole = document(stream(Form.DOCUMENT, false, batch(1), batch(2)));
    var empty = document(stream(Form.DOCUMENT, false));
    var brokenOff = document(stream(Form.DOCUMENT, false, batch(1), broken()));

    assertThat(whole.fieldNames()).toIterable().containsExactly("items", "summary");
    assertThat(whole.get("items")).hasSize(2);
    assertThat(empty.fieldNames()).toIterable().containsExactly("items", "summary");
    assertThat(empty.get("items")).isEmpty();
    assertThat(brokenOff.fieldNames()).toIterable().containsExactly("items", "error");
    assertThat(brokenOff.get("items")).hasSize(1);
  }

  @Test
  void readsNoFurtherWhenTheClientHasGone() {
    var stream = stream(Form.LINES, true, batch(1), batch(2), batch(3));

    stream.write(new ByteArrayOutputStream());

    assertThat(asked).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void writesNoErrorToAClientThatHasGone() {
    var answer = text(stream(Form.LINES, true, broken()));

    assertThat(answer).isEmpty();
    assertThat(closed).hasValue(1);
  }

  @Test
  void standsStillWhileOneWriteWaitsFromOneLookToTheNext() {
    var looks = new ArrayList<Boolean>();
    var stream = stream(Form.LINES, false, batch(1));
    var slow =
        new OutputStream() {
          @Override
          public void write(int b) {
            looks.add(stream.standsStill());
            looks.add(stream.standsStill());
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            write(0);
          }
        };

    assertThat(stream.standsStill()).isFalse();
    stream.write(slow);

    assertThat(looks).startsWith(false, true, false, true);
    assertThat(stream.standsStill()).isFalse();
  }

  @Test
  void readsNoFurtherWhenNobodyTakesWhatIsWritten() {
    var stream = stream(Form.LINES, false, batch(1), batch(2));

    stream.write(new ClosedPipe());

    assertThat(asked).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isClosedOnceWhetherItWasWrittenOrNot() {
    var written = stream(Form.LINES, false, batch(1));
    var never = stream(Form.LINES, false, batch(1));

    written.write(OutputStream.nullOutputStream());
    written.closeIfNobodyWrites();
    never.closeIfNobodyWrites();
    never.closeIfNobodyWrites();
    never.write(OutputStream.nullOutputStream());

    assertThat(closed).hasValue(2);
  }

  private SimulationStream stream(Form form, boolean gone, Batch... batches) {
    var past = new ScriptedPast(List.of(batches));
    var run =
        new SimulationRun(
            new Question("t", "p", null, null, false),
            SECOND,
            SimulationStreamTest::raised,
            past,
            () -> {});
    return new SimulationStream(run, form, () -> gone, () -> new UUID(9, 9));
  }

  private static Optional<Finding> raised(Event event) {
    return Optional.of(
        new Finding.Judged(
            event.id(),
            event.subject(),
            Instant.EPOCH,
            new Verdict(FIRST, RiskTier.LOW, List.of("A"), List.of("R")),
            new Verdict(SECOND, RiskTier.CAUTION, List.of("A", "B"), List.of("R"))));
  }

  private static Batch batch(int... numbers) {
    return new Batch(
        Arrays.stream(numbers)
            .<Past.Told>mapToObj(number ->
                new Past.Told.Said(
                    IntakeSamples.event(
                        new UUID(1, number), "t", "use/u/1", IntakeSamples.use(Map.of(), "p"))))
            .toList(),
        false);
  }

  private static Batch broken() {
    return new Batch(List.of(), true);
  }

  private static List<String> lines(SimulationStream stream) {
    return text(stream).lines().toList();
  }

  private static JsonNode document(SimulationStream stream) throws IOException {
    return JsonPolicy.strict().readTree(text(stream));
  }

  private static String text(SimulationStream stream) {
    var out = new ByteArrayOutputStream();
    stream.write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /// What is read next, or the broker gone.
  private record Batch(List<Past.Told> told, boolean breaks) {}

  private final class ScriptedPast implements Past.Reading {
    private final ArrayDeque<Batch> script;

    ScriptedPast(List<Batch> script) {
      this.script = new ArrayDeque<>(script);
    }

    @Override
    public Optional<List<Past.Told>> next() {
      asked.incrementAndGet();
      var next = script.poll();
      if (next == null) {
        return Optional.empty();
      }
      if (next.breaks()) {
        throw new PastUnavailableException("the broker is away");
      }
      return Optional.of(next.told());
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("broken pipe");
    }
  }
}
