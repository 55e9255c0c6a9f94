package dev.picturelock.kit.answer;

import io.netty.buffer.Unpooled;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
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
    var _ = exchange.addEndHandler(_ -> whenSent(exchange, once));
    var response = exchange.response();
    if (response.ended() || response.closed()) {
      whenSent(exchange, once);
    }
  }

  /// An answer counts as ended when its last byte lies in the queue of its connection. It is sent
  /// when what was queued behind it is, or cannot be any more.
  private static void whenSent(RoutingContext exchange, Runnable then) {
    if (exchange.request().connection() instanceof ConnectionBase connection) {
      connection.channel().writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(_ -> then.run());
    } else {
      then.run();
    }
  }
}
