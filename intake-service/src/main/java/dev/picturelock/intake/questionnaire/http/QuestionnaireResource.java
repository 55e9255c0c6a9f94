package dev.picturelock.intake.questionnaire.http;

import dev.picturelock.intake.questionnaire.Questionnaire;
import dev.picturelock.intake.questionnaire.Questionnaires;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/questionnaire")
@Authenticated
@Tag(name = "uses")
class QuestionnaireResource {
  private static final int FIVE_MINUTES = 300;

  private final Questionnaires questionnaires;

  QuestionnaireResource(Questionnaires questionnaires) {
    this.questionnaires = questionnaires;
  }

  @GET
  @Operation(summary = "The questions about a use, with conditions, as data that drives any form")
  @APIResponse(
      responseCode = "200",
      description = "The questionnaire",
      content = @Content(schema = @Schema(implementation = Questionnaire.class)))
  @APIResponse(responseCode = "304", description = "The one of the ETag sent in If-None-Match")
  public Response get(@Context Request request) {
    var tag = new EntityTag(questionnaires.digest());
    var unchanged = request.evaluatePreconditions(tag);
    var answer = unchanged == null ? Response.ok(questionnaires.current()) : unchanged;
    return answer.tag(tag).cacheControl(fresh()).build();
  }

  private static CacheControl fresh() {
    var fresh = new CacheControl();
    fresh.setPrivate(true);
    fresh.setMaxAge(FIVE_MINUTES);
    return fresh;
  }
}
