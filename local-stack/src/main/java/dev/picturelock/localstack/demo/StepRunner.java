package dev.picturelock.localstack.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Sends the request of a step and sees to it that what should follow follows.
final class StepRunner {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long POLL_MILLIS = 150;
  private static final int UNAVAILABLE = 503;

  private final Path folder;
  private final Variables variables;
  private final Web web;

  StepRunner(Path folder, Variables variables, Web web) {
    this.folder = folder;
    this.variables = variables;
    this.web = web;
  }

  /// - **Errors:** [StepFailedException]
  void run(Step step) throws InterruptedException {
    if (!step.onlyIf().stream().allMatch(condition -> condition.holds(variables::find))) {
      return;
    }
    var url = variables.fill(step.url());
    var headers = new TreeMap<String, String>();
    step.headers().forEach((name, value) -> headers.put(name, variables.fill(value)));
    var body = body(step.body());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      var answer = web.send(step.method(), url, headers, body);
      var wrong = wrong(step, answer);
      if (wrong.isEmpty()) {
        keep(step, answer);
        return;
      }
      boolean again = step.waits() || answer.status() == UNAVAILABLE;
      if (!again || System.nanoTime() > deadline) {
        throw new StepFailedException(step, step.method() + " " + url, wrong.get(), answer);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  private byte[] body(Step.Body body) {
    return switch (body) {
      case Step.Body.None() -> new byte[0];
      case Step.Body.Text(var text) -> variables.fill(text).getBytes(StandardCharsets.UTF_8);
      case Step.Body.File(var name, var filled) -> {
        try {
          var bytes = Files.readAllBytes(folder.resolve(name));
          yield filled
              ? variables
                  .fill(new String(bytes, StandardCharsets.UTF_8))
                  .getBytes(StandardCharsets.UTF_8)
              : bytes;
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };
  }

  private static Optional<String> wrong(Step step, Web.Answer answer) {
    if (!step.isExpected(answer.status())) {
      var wanted = step.expected().isEmpty() ? "success" : step.expected().toString();
      return Optional.of("want status " + wanted + ", got " + answer.status());
    }
    for (var keep : step.keeps()) {
      if (keep.required() && keep.place().find(answer.json()).isEmpty()) {
        return Optional.of("nothing at " + keep.place().path());
      }
    }
    return step.checks().stream()
        .filter(check -> !check.holds(place -> new Place(place).find(answer.json())))
        .findFirst()
        .map(check ->
            "want %s, got %s"
                .formatted(
                    check, new Place(check.name()).find(answer.json()).orElse("nothing there")));
  }

  private void keep(Step step, Web.Answer answer) {
    for (var keep : step.keeps()) {
      keep.place().find(answer.json()).ifPresent(value -> variables.keep(keep.name(), value));
    }
  }
}
