package dev.picturelock.classifier.simulation.http;

import dev.picturelock.classifier.simulation.SimulationConfig;
import dev.picturelock.classifier.simulation.Simulations;
import dev.picturelock.classifier.simulation.http.SimulationStream.Form;
import dev.picturelock.kit.time.Ids;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResponseHeader;

/// What another pack would have made of a title's past, streamed while it is read.
@Path("/v1/policy-packs/{id}/simulation")
@Authenticated
@Blocking
@Consumes(MediaType.APPLICATION_JSON)
class SimulationResource {
  private static final Logger LOG = Logger.getLogger(SimulationResource.class);
  static final String NDJSON = "application/x-ndjson";

  private static final String ID = "a pack's id for its newest version, or id@version";

  private final Simulations simulations;
  private final Ids ids;
  private final Duration clientPatience;

  SimulationResource(
      Simulations simulations, Ids ids, SimulationConfig config, MeterRegistry meters) {
    this.simulations = simulations;
    this.ids = ids;
    this.clientPatience = config.clientPatience();
    meters.gauge("picturelock.simulations.running", simulations, Simulations::running);
  }

  @POST
  @Produces(NDJSON)
  @ResponseHeader(name = "Vary", value = "Accept")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(
      operationId = "simulate",
      summary = "Run another policy pack over a title's past events",
      description =
          "Each reported use, amendment and registered asset is decided by the pack the event named"
              + " and by this one. One line for each event that would come out differently (with"
              + " all=true for every one) or cannot be decided, in the order of the past; the last"
              + " line is a summary, or an error when it broke off. Nothing is stored or published.")
  @APIResponse(
      responseCode = "200",
      description = "the lines, streamed",
      content = {
        @Content(
            mediaType = NDJSON,
            schema =
                @Schema(
                    oneOf = {
                      SimulationLine.JudgedLine.class,
                      SimulationLine.UndecidableLine.class,
                      SimulationLine.SummaryLine.class,
                      SimulationLine.ErrorLine.class
                    })),
        @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT))
      })
  @APIResponse(responseCode = "403", description = "no role in the title, or only that of a tool")
  @APIResponse(responseCode = "404", description = "no such pack is installed")
  @APIResponse(responseCode = "429", description = "too many are running; see Retry-After")
  @APIResponse(responseCode = "503", description = "the past cannot be read now")
  public StreamingOutput lines(
      @Parameter(description = ID) @PathParam("id") String id,
      SimulationRequest request,
      @Context RoutingContext context) {
    return stream(id, request, Form.LINES, context);
  }

  /// The same as one document, `{"items": […], "summary": {…}}`, streamed too.
  @POST
  @Produces(MediaType.APPLICATION_JSON + ";qs=0.5")
  @ResponseHeader(name = "Vary", value = "Accept")
  @ResponseHeader(name = "Cache-Control", value = "no-store")
  @Operation(hidden = true)
  public StreamingOutput document(
      @PathParam("id") String id, SimulationRequest request, @Context RoutingContext context) {
    return stream(id, request, Form.DOCUMENT, context);
  }

  private StreamingOutput stream(
      String id, SimulationRequest request, Form form, RoutingContext context) {
    var run = simulations.open(request.about(id));
    var stream = new SimulationStream(run, form, context.response()::closed, ids::fresh);
    var vertx = context.vertx();
    long watch = vertx.setPeriodic(clientPatience.toMillis(), _ -> cutOff(stream, id, context));
    context.addEndHandler(_ -> {
      vertx.cancelTimer(watch);
      // Closing says good-bye to the broker, which an event loop must not wait for.
      vertx.executeBlocking(Executors.callable(stream::closeIfNobodyWrites), false);
    });
    return stream;
  }

  /// The writer waits for the connection, so closing that ends the run.
  private static void cutOff(SimulationStream stream, String id, RoutingContext context) {
    if (stream.standsStill()) {
      LOG.infof("simulation cut off, its client takes nothing pack=%s", id);
      close(context.request().connection());
    }
  }

  // A close of the connection or its channel first sends what waits, which is what never ends here;
  // that of the context begins behind the handler that does so.
  private static void close(HttpConnection connection) {
    if (connection instanceof ConnectionBase base) {
      var _ = base.channelHandlerContext().close();
    } else {
      connection.close();
    }
  }
}
