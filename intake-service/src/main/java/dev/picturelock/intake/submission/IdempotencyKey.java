package dev.picturelock.intake.submission;

import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The name under which a sender may repeat a submission.
public final class IdempotencyKey {
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private static final int MAX_SHOWN = 120;
  private static final String WANT = "want 1 to 200 visible ASCII characters";

  private IdempotencyKey() {}

  /// The key of the header `Idempotency-Key` or of the submission's own `id`.
  public static @Nullable String of(@Nullable String header, @Nullable String id) {
    ofHeader(header);
    ofItem(null, 0, id);
    if (header != null && id != null && !header.equals(id)) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "Idempotency-Key and /id differ; send one of them",
          new FieldError("/id", "differs from the header Idempotency-Key", id, List.of(header)));
    }
    return header == null ? id : header;
  }

  /// The header `Idempotency-Key`, if one was sent.
  public static @Nullable String ofHeader(@Nullable String header) {
    if (header != null && !VISIBLE.matcher(header).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "Idempotency-Key: " + WANT + ", got '" + shown(header) + "'");
    }
    return header;
  }

  /// The key of an item of a batch: its own `id`, else its place in the batch that the header
  /// names, `<header>/<index>`.
  public static @Nullable String ofItem(@Nullable String header, int index, @Nullable String id) {
    if (id == null) {
      return header == null ? null : header + "/" + index;
    }
    if (!VISIBLE.matcher(id).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "/id: " + WANT,
          new FieldError("/id", WANT, shown(id), List.of()));
    }
    return id;
  }

  private static String shown(String value) {
    return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
  }
}
