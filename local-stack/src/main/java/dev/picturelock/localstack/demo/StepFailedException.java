package dev.picturelock.localstack.demo;

import java.io.Serial;

/// A step did not bring about what it should; the message names step, request and answer.
final class StepFailedException extends IllegalStateException {
  @Serial private static final long serialVersionUID = 1L;

  private static final int SHOWN = 2_000;

  StepFailedException(Step step, String request, String why, Web.Answer answer) {
    super(
        """
        the demo could not be loaded: '%s' (%s)
          request  %s as %s
          problem  %s
          answer   %d %s\
        """
            .formatted(
                step.title(),
                step.where(),
                request,
                step.account(),
                why,
                answer.status(),
                told(answer)));
  }

  /// A problem document's own sentence is the best account of what went wrong.
  private static String told(Web.Answer answer) {
    var detail = new Place("/detail").find(answer.json());
    var errors = new Place("/errors").find(answer.json());
    var text =
        detail
            .map(sentence -> sentence + errors.map(list -> " " + list).orElse(""))
            .orElse(answer.text());
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
