package dev.picturelock.intake.asset.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.intake.asset.Registration;
import dev.picturelock.intake.asset.Submission;
import dev.picturelock.intake.submission.IdempotencyKey;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Cuts a batch into its items; an item that cannot be read is refused alone.
///
/// - **header** `Idempotency-Key` of the whole: an item without an `id` of its own is named
///   `<header>/<index>` by it
final class BatchBody {
  static final int MAX_ITEMS = 1_000;

  private BatchBody() {}

  static List<Submission> array(byte[] body, @Nullable String header) {
    var array = items(body, "want a JSON array of registrations, or NDJSON");
    return each(
        array.size(), i -> sent(JsonBody.read(array.get(i), Registration.class), header, i));
  }

  /// Lines are cut before they are decoded, so that one that is no text is refused alone.
  static List<Submission> lines(byte[] body, @Nullable String header) {
    var lines = new ArrayList<byte[]>();
    int count = 0;
    int start = 0;
    while (start < body.length) {
      int end = start;
      while (end < body.length && body[end] != '\n') {
        end++;
      }
      if (!isBlank(body, start, end) && ++count <= MAX_ITEMS) {
        lines.add(Arrays.copyOfRange(body, start, end));
      }
      start = end + 1;
    }
    requireFew(count);
    return each(
        lines.size(), i -> sent(JsonBody.read(lines.get(i), Registration.class), header, i));
  }

  private static boolean isBlank(byte[] body, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  static List<Submission> cloudEvents(byte[] body, @Nullable String header) {
    var array = items(body, "want a JSON array of CloudEvents");
    return each(
        array.size(),
        i -> {
          var event = CloudEventBody.read(array.get(i));
          try {
            var key = IdempotencyKey.ofItem(header, i, event.registration().id());
            return new Submission.Sent(event.registration(), key == null ? event.pair() : key);
          } catch (ProblemException refused) {
            throw CloudEventBody.inData(refused);
          }
        });
  }

  private static Submission sent(Registration registration, @Nullable String header, int index) {
    return new Submission.Sent(
        registration, IdempotencyKey.ofItem(header, index, registration.id()));
  }

  private static List<Submission> each(int items, IntFunction<Submission> reader) {
    var submissions = new ArrayList<Submission>(items);
    for (int i = 0; i < items; i++) {
      try {
        submissions.add(reader.apply(i));
      } catch (ProblemException refused) {
        submissions.add(new Submission.Refused(refused));
      }
    }
    return submissions;
  }

  private static List<JsonNode> items(byte[] body, String want) {
    var items = JsonBody.items(body, MAX_ITEMS, want);
    requireFew(items.count());
    return items.read();
  }

  private static void requireFew(int items) {
    if (items > MAX_ITEMS) {
      var detail = "a batch holds at most " + MAX_ITEMS + " registrations, got " + items;
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          detail,
          new FieldError("", detail, items + " items", List.of()));
    }
  }
}
