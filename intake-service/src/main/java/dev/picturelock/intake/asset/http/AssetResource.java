package dev.picturelock.intake.asset.http;

import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.intake.asset.Outcome;
import dev.picturelock.intake.asset.RegisterAssets;
import dev.picturelock.intake.asset.Registration;
import dev.picturelock.intake.asset.Submission;
import dev.picturelock.intake.asset.WithdrawAsset;
import dev.picturelock.intake.submission.Acknowledgement;
import dev.picturelock.intake.submission.IdempotencyKey;
import dev.picturelock.intake.submission.http.Submits;
import dev.picturelock.intake.title.Title;
import dev.picturelock.kit.json.BodyLimit;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.ProblemException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

// The title stands in the paths of the methods, because the router answers 404 instead of 405 where
// the path of a class holds a parameter.
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
@Authenticated
@Tag(name = "assets")
class AssetResource {
  private static final int ACCEPTED = 202;
  private static final String NDJSON = "application/x-ndjson";
  private static final String CLOUD_EVENT = "application/cloudevents+json";
  private static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

  private final RegisterAssets registerAssets;
  private final WithdrawAsset withdrawAsset;
  private final Acknowledgement acknowledgement;
  private final BodyLimit limit;

  AssetResource(
      RegisterAssets registerAssets,
      WithdrawAsset withdrawAsset,
      Acknowledgement acknowledgement,
      BodyLimit limit) {
    this.registerAssets = registerAssets;
    this.withdrawAsset = withdrawAsset;
    this.acknowledgement = acknowledgement;
    this.limit = limit;
  }

  /// The answer to a registration or a withdrawal.
  record Answer(String asset, String version, UUID eventId) {
    static Answer of(AssetRef ref, UUID eventId) {
      return new Answer(ref.asset(), ref.version(), eventId);
    }
  }

  record WithdrawalBody(String reason) {}

  @POST
  @Submits
  @Path("/{title}/assets")
  @Consumes({"application/json", CLOUD_EVENT})
  @Operation(
      summary = "Registers an asset version",
      description =
          "The header Idempotency-Key, or the registration's own id, names it for a repeat. A"
              + " CloudEvent (structured JSON) that has neither is named by its source and id.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = Registration.class)),
        @Content(
            mediaType = CLOUD_EVENT,
            schema = @Schema(implementation = RegistrationEvent.class))
      })
  @APIResponse(responseCode = "202", description = "The registration is on the event log")
  @APIResponse(responseCode = "409", description = "The version or key has other content")
  @APIResponse(responseCode = "422", description = "The use or the tool is unknown")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<Answer> register(
      String title,
      @HeaderParam("Content-Type") @Nullable String contentType,
      @HeaderParam("Idempotency-Key") @Nullable String header,
      InputStream body)
      throws IOException {
    var opened = registerAssets.enter(title);
    var bytes = limit.read(body);
    if (is(CLOUD_EVENT, contentType)) {
      var event = CloudEventBody.read(JsonBody.tree(bytes));
      try {
        var key = IdempotencyKey.of(header, event.registration().id());
        return register(opened, event.registration(), key == null ? event.pair() : key);
      } catch (ProblemException refused) {
        throw CloudEventBody.inData(refused);
      }
    }
    var registration = JsonBody.read(bytes, Registration.class);
    return register(opened, registration, IdempotencyKey.of(header, registration.id()));
  }

  private RestResponse<Answer> register(
      Title title, Registration registration, @Nullable String key) {
    var outcomes = registerAssets.handle(title, List.of(new Submission.Sent(registration, key)));
    return switch (outcomes.getFirst()) {
      case Outcome.Accepted(var ref, var eventId) -> accepted(Answer.of(ref, eventId));
      case Outcome.Duplicate(var ref, var eventId) -> accepted(Answer.of(ref, eventId));
      case Outcome.Rejected(var problem) -> throw problem;
    };
  }

  @POST
  @Submits
  @Path("/{title}/assets/batch")
  @Consumes({"application/json", NDJSON, CLOUD_EVENTS})
  @Operation(
      summary = "Registers up to 1,000 asset versions; each gets its own result",
      description =
          "A header Idempotency-Key names every item without an id of its own <key>/<index>. The"
              + " pointers of a problem begin at the item; in a CloudEvent its registration is at"
              + " /data.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = Registration[].class)),
        @Content(mediaType = NDJSON, schema = @Schema(implementation = Registration.class)),
        @Content(
            mediaType = CLOUD_EVENTS,
            schema = @Schema(implementation = RegistrationEvent[].class))
      })
  @APIResponse(responseCode = "200", description = "What became of each item")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public BatchResult registerBatch(
      String title,
      @HeaderParam("Content-Type") @Nullable String contentType,
      @HeaderParam("Idempotency-Key") @Nullable String header,
      InputStream body)
      throws IOException {
    var opened = registerAssets.enter(title);
    var key = IdempotencyKey.ofHeader(header);
    var bytes = limit.read(body);
    if (is(CLOUD_EVENTS, contentType)) {
      var events = BatchBody.cloudEvents(bytes, key);
      var outcomes = registerAssets.handle(opened, events);
      return BatchResult.of(CloudEventBody.inData(events, outcomes));
    }
    var submissions =
        is(NDJSON, contentType) ? BatchBody.lines(bytes, key) : BatchBody.array(bytes, key);
    return BatchResult.of(registerAssets.handle(opened, submissions));
  }

  @POST
  @Submits
  @Path("/{title}/assets/{asset}/versions/{version}/withdrawal")
  @Consumes("application/json")
  @Operation(summary = "Withdraws an asset version for ever")
  @RequestBody(content = @Content(schema = @Schema(implementation = WithdrawalBody.class)))
  @APIResponse(responseCode = "202", description = "The withdrawal is on the event log")
  @APIResponse(responseCode = "429", description = "Too much at once; nothing was stored")
  public RestResponse<Answer> withdraw(
      String title, String asset, String version, InputStream stream) throws IOException {
    var body = JsonBody.read(limit.read(stream), WithdrawalBody.class);
    var withdrawal = withdrawAsset.handle(title, new AssetRef(asset, version), body.reason());
    acknowledgement.await(List.of(withdrawal.eventId()));
    return accepted(Answer.of(withdrawal.ref(), withdrawal.eventId()));
  }

  private static RestResponse<Answer> accepted(Answer answer) {
    return RestResponse.ResponseBuilder.<Answer>create(ACCEPTED).entity(answer).build();
  }

  /// The names of media types know no case, and parameters may follow.
  private static boolean is(String wanted, @Nullable String contentType) {
    return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(wanted);
  }
}
