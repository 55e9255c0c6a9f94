package dev.picturelock.approval.review.http;

import dev.picturelock.approval.http.Caused;
import dev.picturelock.approval.http.Inputs;
import dev.picturelock.approval.http.RevocationRequest;
import dev.picturelock.approval.review.DecideReview;
import dev.picturelock.approval.review.ReadReviews;
import dev.picturelock.approval.review.ReviewQuery;
import dev.picturelock.approval.review.ReviewStatus;
import dev.picturelock.approval.review.RevokeApproval;
import dev.picturelock.approval.review.SubmitEvidence;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.kit.access.TitleRole;
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

/// The queue of reviews, their actions and decisions.
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1")
@Authenticated
@Tag(name = "reviews")
class ReviewResource {
  private final ReadReviews readReviews;
  private final SubmitEvidence submitEvidence;
  private final DecideReview decideReview;
  private final RevokeApproval revokeApproval;

  ReviewResource(
      ReadReviews readReviews,
      SubmitEvidence submitEvidence,
      DecideReview decideReview,
      RevokeApproval revokeApproval) {
    this.readReviews = readReviews;
    this.submitEvidence = submitEvidence;
    this.decideReview = decideReview;
    this.revokeApproval = revokeApproval;
  }

  @Operation(summary = "Reviews of a title, oldest first")
  @APIResponse(
      responseCode = "200",
      description = "A page; role keeps those that wait for a holder of it")
  @APIResponse(responseCode = "403", description = "No role in the title")
  @GET
  @Path("/titles/{title}/reviews")
  public RestResponse<Page<ReviewSummary>> list(
      @PathParam("title") String title,
      @QueryParam("status") @Nullable String status,
      @QueryParam("tier") @Nullable String tier,
      @QueryParam("role") @Nullable String role,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    int size = Inputs.limit(limit);
    var query =
        new ReviewQuery(
            title,
            Inputs.choice("status", status, ReviewStatus.class),
            Inputs.choice("tier", tier, RiskTier.class),
            Inputs.choice("role", role, TitleRole.class),
            ReviewCursor.parse(cursor),
            size + 1);
    var found = Page.of(readReviews.list(query), size, ReviewCursor::keyOf);
    return RestResponse.ok(found.map(ReviewSummary::of));
  }

  @Operation(summary = "A review with facts, rules, actions and history")
  @APIResponse(responseCode = "200", description = "The review")
  @APIResponse(
      responseCode = "404",
      description = "Unknown, or of a title in which the caller has no role")
  @GET
  @Path("/reviews/{id}")
  public RestResponse<ReviewView> one(@PathParam("id") UUID id) {
    return RestResponse.ok(ReviewView.of(readReviews.one(id)));
  }

  @Operation(summary = "Hands in evidence; the gate decides whether it closes the action")
  @APIResponse(responseCode = "200", description = "What the gate said: state and reason code")
  @APIResponse(responseCode = "403", description = "Another role closes this action")
  @APIResponse(responseCode = "409", description = "The action cannot be closed by evidence now")
  @APIResponse(responseCode = "422", description = "A consent is not on file in this title")
  @POST
  @Path("/reviews/{id}/actions/{action}/evidence")
  public RestResponse<EvidenceView> submit(
      @PathParam("id") UUID id, @PathParam("action") String action, EvidenceRequest request) {
    return RestResponse.ok(EvidenceView.of(submitEvidence.handle(id, action, request.checked())));
  }

  @Operation(summary = "Approves, refuses or asks, in writing")
  @APIResponse(responseCode = "200", description = "The decision is recorded")
  @APIResponse(responseCode = "403", description = "Not the contact, or an own request")
  @APIResponse(
      responseCode = "409",
      description = "Already decided, or actions are open: details.openActions")
  @POST
  @Path("/reviews/{id}/decision")
  public RestResponse<DecidedView> decide(@PathParam("id") UUID id, DecisionRequest request) {
    return RestResponse.ok(DecidedView.of(decideReview.handle(id, request.checked())));
  }

  @Operation(summary = "Takes an approval back; what it covered is open again")
  @APIResponse(responseCode = "200", description = "The approval is revoked")
  @APIResponse(responseCode = "409", description = "It was revoked before")
  @POST
  @Path("/approvals/{id}/revocation")
  public RestResponse<Caused> revoke(@PathParam("id") UUID id, RevocationRequest request) {
    return RestResponse.ok(new Caused(revokeApproval.handle(id, request.checkedReason())));
  }
}
