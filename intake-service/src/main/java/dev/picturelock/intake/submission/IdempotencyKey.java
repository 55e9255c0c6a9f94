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
  private static final String WANT = "want 1 to 200 visible ASCII characters";

  private IdempotencyKey() {}

  /// The key of the header `Idempotency-Key` or of the submission's own `id`.
  public static @Nullable String of(@Nullable String header, @Nullable String id) {
    if (header != null && !VISIBLE.matcher(header).matches()) {
      throw new ProblemException(ProblemType.INVALID_PARAMETER, "Idempotency-Key: " + WANT);
    }
    if (id != null && !VISIBLE.matcher(id).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY, "/id: " + WANT, new FieldError("/id", WANT, null, List.of()));
    }
    if (header != null && id != null && !header.equals(id)) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER, "Idempotency-Key and /id differ; send one of them");
    }
    return header == null ? id : header;
  }
}
