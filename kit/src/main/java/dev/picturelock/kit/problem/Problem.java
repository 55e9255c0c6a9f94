package dev.picturelock.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457).
///
/// - **type** `urn:picturelock:problem:<slug>` of [ProblemType]
/// - **detail** what and where, and where it helps what to do next
/// - **errors** one for each wrong place of a body: JSON pointer, what is wrong, the value seen,
///   what is allowed
/// - **details** further machine-readable facts of this problem, for example `openActions`
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> details) {

  public Problem {
    errors = List.copyOf(errors);
    details = Map.copyOf(details);
  }

  public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
    return of(type, detail, errors, Map.of());
  }

  public static Problem of(
      ProblemType type, String detail, List<FieldError> errors, Map<String, Object> details) {
    return new Problem(type.urn(), type.title(), type.status(), detail, errors, details);
  }

  /// One wrong place of a body.
  public record FieldError(
      String pointer,
      String detail,
      @Nullable String value,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> allowed) {
    public FieldError {
      allowed = List.copyOf(allowed);
    }
  }
}
