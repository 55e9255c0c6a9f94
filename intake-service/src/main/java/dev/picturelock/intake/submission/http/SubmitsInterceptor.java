package dev.picturelock.intake.submission.http;

import dev.picturelock.kit.json.BodyLimit;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/// Holds a place for a call from before its body is read until it is answered.
@Submits
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class SubmitsInterceptor {
  private final Admission admission;
  private final CurrentVertxRequest request;
  private final BodyLimit limit;

  SubmitsInterceptor(Admission admission, CurrentVertxRequest request, BodyLimit limit) {
    this.admission = admission;
    this.request = request;
    this.limit = limit;
  }

  @AroundInvoke
  Object hold(InvocationContext call) throws Exception {
    try (var _ = admission.enter(size())) {
      return call.proceed();
    }
  }

  /// A body of unknown length may be as large as any; one that is too large is not read to its end.
  private long size() {
    var length = request.getCurrent().request().getHeader("Content-Length");
    try {
      return length == null ? limit.max() : Math.min(Long.parseLong(length), limit.max());
    } catch (NumberFormatException notANumber) {
      return limit.max();
    }
  }
}
