package dev.picturelock.intake.asset.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.intake.asset.Registration;
import dev.picturelock.intake.asset.Submission;
import dev.picturelock.intake.submission.IdempotencyKey;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Cuts a batch into its items; an item that cannot be read is refused alone.
final class BatchBody {
  static final int MAX_ITEMS = 1_000;

  private BatchBody() {}

  static List<Submission> array(byte[] body) {
    var array = JsonBody.tree(body);
    if (!array.isArray()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY, "want a JSON array of registrations, or NDJSON");
    }
    requireFew(array.size());
    var submissions = new ArrayList<Submission>(array.size());
    for (JsonNode item : array) {
      submissions.add(read(() -> JsonBody.read(item, Registration.class)));
    }
    return submissions;
  }

  static List<Submission> lines(byte[] body) {
    var lines =
        new String(body, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
    requireFew(lines.size());
    return lines.stream()
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .map(line -> read(() -> JsonBody.read(line, Registration.class)))
        .toList();
  }

  private static Submission read(Supplier<Registration> item) {
    try {
      var registration = item.get();
      return new Submission.Sent(registration, IdempotencyKey.of(null, registration.id()));
    } catch (ProblemException refused) {
      return new Submission.Refused(refused);
    }
  }

  private static void requireFew(int items) {
    if (items > MAX_ITEMS) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "a batch holds at most " + MAX_ITEMS + " registrations, got " + items);
    }
  }
}
