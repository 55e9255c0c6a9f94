package dev.picturelock.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.picturelock.kit.json.JsonPolicy;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/// An address that no resource answers gets a problem document too.
@ApplicationScoped
class UnknownAddresses {
  void register(@Observes Router router) {
    router.route().last().handler(UnknownAddresses::answer);
  }

  private static void answer(RoutingContext context) {
    var problem = Problem.of(ProblemType.NOT_FOUND, "there is nothing at this address", List.of());
    try {
      context
          .response()
          .setStatusCode(problem.status())
          .putHeader("content-type", ProblemMappers.MEDIA_TYPE)
          .end(JsonPolicy.strict().writeValueAsString(problem));
    } catch (JsonProcessingException impossible) {
      context.fail(impossible);
    }
  }
}
