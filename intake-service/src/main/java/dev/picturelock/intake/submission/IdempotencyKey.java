package dev.picturelock.intake.submission;

import dev.picturelock.contracts.text.Shown;
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

  /// No key that a sender can choose holds it, so an item's own `id` `K/3` is not item 3 of `K`.
  private static final char IN_BATCH = '\t';

  private IdempotencyKey() {}

  /// The key of the header `Idempotency-Key` or of the submission's own `id`.
  public static @Nullable String of(@Nullable String header, @Nullable String id) {
    requireHeader(header);
    requireId(id);
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
    requireHeader(header);
    return header;
  }

  /// The key of an item of a batch: its own `id`, else its place in the batch that the header
  /// names.
  public static @Nullable String ofItem(@Nullable String header, int index, @Nullable String id) {
    requireId(id);
    if (id != null) {
      return id;
    }
    return header == null ? null : header + IN_BATCH + index;
  }

  /// A key for people to read; an item of a batch is `<header>/<index>`.
  public static String shown(String key) {
    return Shown.of(key.replace(IN_BATCH, '/'));
  }

  private static void requireHeader(@Nullable String header) {
    if (header != null && !VISIBLE.matcher(header).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_PARAMETER,
          "Idempotency-Key: " + WANT + ", got '" + Shown.of(header) + "'");
    }
  }

  private static void requireId(@Nullable String id) {
    if (id != null && !VISIBLE.matcher(id).matches()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "/id: " + WANT,
          new FieldError("/id", WANT, Shown.of(id), List.of()));
    }
  }
}
