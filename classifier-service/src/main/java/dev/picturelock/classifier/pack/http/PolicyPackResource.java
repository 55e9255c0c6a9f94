package dev.picturelock.classifier.pack.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.policy.PackManifest.Interpretation;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.Rule;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;

/// The installed policy packs: what they are, all their rules, and the decision model itself.
@Path("/v1/policy-packs")
@Authenticated
class PolicyPackResource {
  private static final String ID = "a pack's id for its newest version, or id@version";
  // Private: what the packs of an installation say may be its own.
  private static final String FOR_EVER = "private, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "private, no-cache";

  private final PolicyPacks packs;

  PolicyPackResource(PolicyPacks packs) {
    this.packs = packs;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "All installed policy packs, the standard one first",
      description =
          "Several versions of one pack stay installed side by side, so that what was decided can be"
              + " decided again. Exactly one pack is the standard for those who name none.")
  public PackList list() {
    return new PackList(
        packs.installed().stream()
            .map(this::summary)
            .sorted(Comparator.comparing(PackSummary::standard).reversed())
            .toList());
  }

  /// - **id** a pack's id for its newest version, or `id@version`
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "Vary", value = "Accept")
  @Operation(
      summary = "One policy pack with its rules in table order",
      description =
          "Each rule with text, reason, source, category, the cells that must hold, tier and"
              + " actions; and how the pack reads what its source leaves open.")
  @APIResponse(responseCode = "200", description = "the pack")
  @APIResponse(responseCode = "404", description = "no such pack is installed")
  public PackView get(@Parameter(description = ID) @PathParam("id") String id) {
    var pack = find(id);
    return new PackView(summary(pack), pack.manifest().interpretations(), pack.rules());
  }

  /// The bytes whose SHA-256 stands in every result.
  ///
  /// An exact version never changes and may be kept for ever. An id alone means the newest version,
  /// so that is asked for again and answered with 304 while it is the same.
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_XML + ";qs=0.5")
  @Operation(summary = "The DMN file of one policy pack, byte for byte")
  @APIResponse(responseCode = "200", description = "the decision model; ETag is its SHA-256")
  @APIResponse(responseCode = "304", description = "the caller has it already")
  @APIResponse(responseCode = "404", description = "no such pack is installed")
  public RestResponse<byte[]> dmn(
      @Parameter(description = ID) @PathParam("id") String id, @Context Request request) {
    var pack = find(id);
    var tag = new EntityTag(pack.ref().sha256());
    var known = request.evaluatePreconditions(tag);
    var answer =
        known == null
            ? RestResponse.ResponseBuilder.ok(pack.dmn().bytes())
            : RestResponse.ResponseBuilder.<byte[]>create(known.build().getStatus());
    return answer
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, isExact(id, pack) ? FOR_EVER : ASK_AGAIN)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .build();
  }

  private static boolean isExact(String id, PolicyPack pack) {
    return id.equals(pack.name().toString());
  }

  private PolicyPack find(String id) {
    return packs
        .find(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "policy pack '" + id + "' is not installed"));
  }

  private PackSummary summary(PolicyPack pack) {
    var manifest = pack.manifest();
    return new PackSummary(
        manifest.id(),
        manifest.version(),
        pack.ref().sha256(),
        manifest.title(),
        manifest.effectiveFrom(),
        manifest.sourcePage(),
        manifest.sourcePageDate(),
        pack.rules().size(),
        pack.name().equals(packs.standard().name()));
  }

  record PackList(List<PackSummary> items) {}

  /// - **ruleCount** rows of its table
  /// - **standard** it is the pack for those who name none
  record PackSummary(
      String id,
      String version,
      String sha256,
      String title,
      LocalDate effectiveFrom,
      String sourcePage,
      LocalDate sourcePageDate,
      int ruleCount,
      boolean standard) {}

  record PackView(
      @JsonUnwrapped PackSummary summary, List<Interpretation> interpretations, List<Rule> rules) {}
}
