package dev.picturelock.kit.answer;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicBoolean;

/// What becomes of the answer to the request that is being served.
@ApplicationScoped
public class Answers {
  private final CurrentVertxRequest request;

  Answers(CurrentVertxRequest request) {
    this.request = request;
  }

  /// Runs it, once, when nothing of this answer is to be sent any more: because all of it was, or
  /// because the caller is gone, even before it was made.
  public void whenOver(Runnable then) {
    var exchange = request.getCurrent();
    var isOver = new AtomicBoolean();
    Runnable once =
        () -> {
          if (isOver.compareAndSet(false, true)) {
            then.run();
          }
        };
    var _ = exchange.addEndHandler(_ -> once.run());
    var response = exchange.response();
    if (response.ended() || response.closed()) {
      once.run();
    }
  }
}
