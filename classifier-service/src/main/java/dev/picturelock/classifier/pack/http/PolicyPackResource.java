package dev.picturelock.classifier.pack.http;

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
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;

/// The installed policy packs: what they are, all their rules, and the decision model itself.
@Path("/v1/policy-packs")
@Authenticated
class PolicyPackResource {
  private final PolicyPacks packs;

  PolicyPackResource(PolicyPacks packs) {
    this.packs = packs;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "All installed policy packs, the standard one first")
  public PackList list() {
    return new PackList(packs.installed().stream().map(PackSummary::of).toList());
  }

  /// - **id** a pack's id for its newest version, or `id@version`
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @ResponseHeader(name = "Vary", value = "Accept")
  @Operation(summary = "One policy pack with its rules in table order")
  public PackView get(@PathParam("id") String id) {
    return PackView.of(find(id));
  }

  /// The bytes whose SHA-256 stands in every result.
  @GET
  @Path("{id}")
  @Produces(MediaType.APPLICATION_XML + ";qs=0.5")
  @ResponseHeader(name = "Vary", value = "Accept")
  @Operation(summary = "The DMN file of one policy pack, byte for byte")
  public byte[] dmn(@PathParam("id") String id) {
    return find(id).dmn().bytes();
  }

  private PolicyPack find(String id) {
    return packs
        .find(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND, "policy pack '" + id + "' is not installed"));
  }

  record PackList(List<PackSummary> items) {}

  record PackSummary(
      String id,
      String version,
      String sha256,
      String title,
      LocalDate effectiveFrom,
      String sourcePage,
      LocalDate sourcePageDate) {
    static PackSummary of(PolicyPack pack) {
      var manifest = pack.manifest();
      return new PackSummary(
          manifest.id(),
          manifest.version(),
          pack.ref().sha256(),
          manifest.title(),
          manifest.effectiveFrom(),
          manifest.sourcePage(),
          manifest.sourcePageDate());
    }
  }

  record PackView(
      String id,
      String version,
      String sha256,
      String title,
      LocalDate effectiveFrom,
      String sourcePage,
      LocalDate sourcePageDate,
      List<Interpretation> interpretations,
      List<Rule> rules) {
    static PackView of(PolicyPack pack) {
      var summary = PackSummary.of(pack);
      return new PackView(
          summary.id(),
          summary.version(),
          summary.sha256(),
          summary.title(),
          summary.effectiveFrom(),
          summary.sourcePage(),
          summary.sourcePageDate(),
          pack.manifest().interpretations(),
          pack.rules());
    }
  }
}
