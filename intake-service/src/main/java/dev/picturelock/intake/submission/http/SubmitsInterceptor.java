package dev.picturelock.intake.submission.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Holds a place for a call from before its body is read until it is answered.
@Submits
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class SubmitsInterceptor {
  private final Admission admission;
  private final CurrentVertxRequest request;
  private final int maxBody;

  SubmitsInterceptor(
      Admission admission,
      CurrentVertxRequest request,
      @ConfigProperty(name = "picturelock.http.max-json-body") int maxBody) {
    this.admission = admission;
    this.request = request;
    this.maxBody = maxBody;
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
      return length == null ? maxBody : Math.min(Long.parseLong(length), maxBody);
    } catch (NumberFormatException notANumber) {
      return maxBody;
    }
  }
}
