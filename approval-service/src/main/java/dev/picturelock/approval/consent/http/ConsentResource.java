package dev.picturelock.approval.consent.http;

import dev.picturelock.approval.consent.ReadConsents;
import dev.picturelock.approval.consent.RecordConsent;
import dev.picturelock.approval.consent.RevokeConsent;
import dev.picturelock.approval.http.Caused;
import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.http.RevocationRequest;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Consents on file.
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1")
@Authenticated
@Tag(name = "consents")
class ConsentResource {
  private final RecordConsent recordConsent;
  private final RevokeConsent revokeConsent;
  private final ReadConsents readConsents;

  ConsentResource(
      RecordConsent recordConsent, RevokeConsent revokeConsent, ReadConsents readConsents) {
    this.recordConsent = recordConsent;
    this.revokeConsent = revokeConsent;
    this.readConsents = readConsents;
  }

  @Operation(summary = "Puts a consent on file; names become disclosures")
  @APIResponse(responseCode = "201", description = "The consent is on file")
  @APIResponse(responseCode = "403", description = "This needs legal, clearance or production")
  @POST
  @Path("/titles/{title}/consents")
  public RestResponse<RecordConsent.Recorded> record(
      @PathParam("title") String title, ConsentRequest request) {
    var recorded = recordConsent.handle(title, request.checked());
    return RestResponse.status(RestResponse.Status.CREATED, recorded);
  }

  @Operation(summary = "Consents of a title, persons by their pseudonym")
  @APIResponse(responseCode = "200", description = "A page")
  @GET
  @Path("/titles/{title}/consents")
  public RestResponse<Page<ConsentView>> list(
      @PathParam("title") String title,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    int size = Inputs.limit(limit);
    var after = Inputs.uuidCursor(Cursor.decode(cursor));
    var found = readConsents.list(title, after, size + 1);
    return RestResponse.ok(
        Page.of(found, size, consent -> consent.id().toString()).map(ConsentView::of));
  }

  @Operation(summary = "Takes a consent back; what leaned on it is open again")
  @APIResponse(responseCode = "200", description = "The consent is revoked")
  @APIResponse(
      responseCode = "404",
      description = "Unknown, or of a title in which the caller has no role")
  @APIResponse(responseCode = "409", description = "It was revoked before")
  @POST
  @Path("/consents/{id}/revocation")
  public RestResponse<Caused> revoke(@PathParam("id") UUID id, RevocationRequest request) {
    return RestResponse.ok(new Caused(revokeConsent.handle(id, request.checkedReason())));
  }
}
