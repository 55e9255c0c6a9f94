package dev.picturelock.kit.problem;

import dev.picturelock.kit.problem.Problem.FieldError;
import java.util.List;
import java.util.Map;

/// A request that is answered with a problem document.
public class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ProblemType type;
  private final transient Problem problem;

  public ProblemException(ProblemType type, String detail, FieldError... errors) {
    this(type, detail, List.of(errors));
  }

  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    this(type, detail, errors, Map.of());
  }

  public ProblemException(
      ProblemType type, String detail, List<FieldError> errors, Map<String, Object> details) {
    super(detail, null, false, false);
    this.type = type;
    this.problem = Problem.of(type, detail, errors, details);
  }

  public ProblemType type() {
    return type;
  }

  public Problem problem() {
    return problem;
  }
}
