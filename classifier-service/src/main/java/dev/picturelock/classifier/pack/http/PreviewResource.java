package dev.picturelock.classifier.pack.http;

import dev.picturelock.contracts.event.FiredRule;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.FactsValidator;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.UndecidableException;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/// What a use would need, answered at once and kept nowhere.
@Path("/v1/classifications/preview")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class PreviewResource {
  private final PolicyPacks packs;

  PreviewResource(PolicyPacks packs) {
    this.packs = packs;
  }

  @POST
  @Operation(
      summary = "Classify facts without storing anything",
      description =
          "Tier, required actions and the rules that fired, each with reason, text and source; the"
              + " exact policy pack; the facts it used, silence filled in, and their SHA-256.")
  @APIResponse(responseCode = "200", description = "what the facts would need")
  @APIResponse(
      responseCode = "400",
      description = "facts that are unknown or have unknown values, each with its JSON pointer")
  @APIResponse(
      responseCode = "422",
      description = "the policy pack is not installed, or cannot decide these facts")
  public Preview preview(PreviewRequest request) {
    var pack = pack(request.policyPack());
    var facts = facts(request.facts());
    try {
      return Preview.of(pack, facts);
    } catch (UndecidableException cannot) {
      throw new ProblemException(
          ProblemType.UNKNOWN_REFERENCE, String.valueOf(cannot.getMessage()));
    }
  }

  private PolicyPack pack(@Nullable String name) {
    if (name == null) {
      return packs.standard();
    }
    return packs
        .find(name)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_REFERENCE,
                "policy pack '" + name + "' is not installed",
                new FieldError("/policyPack", "not installed", name, installed())));
  }

  private List<String> installed() {
    return packs.installed().stream()
        .flatMap(pack -> Stream.of(pack.name().id(), pack.name().toString()))
        .distinct()
        .toList();
  }

  private static Facts facts(@Nullable Map<String, Object> stated) {
    if (stated == null) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "facts are missing",
          new FieldError("/facts", "required field is missing", null, List.of()));
    }
    var errors = FactsValidator.validate(stated, "/facts");
    if (!errors.isEmpty()) {
      throw new ProblemException(
          ProblemType.INVALID_FACTS,
          errors.size() == 1
              ? "one fact is not acceptable"
              : errors.size() + " facts are not acceptable",
          errors.stream()
              .map(e -> new FieldError(e.pointer(), e.detail(), e.value(), e.allowed()))
              .toList());
    }
    return new Facts(stated);
  }

  /// - **policyPack** an id for its newest version, or `id@version`; absent for the standard pack
  record PreviewRequest(@Nullable Map<String, Object> facts, @Nullable String policyPack) {}

  /// The result with the exact facts it was reached on, silence filled in.
  record Preview(
      RiskTier tier,
      List<String> requiredActions,
      List<FiredRule> rules,
      PolicyPackRef policyPack,
      String factsSha256,
      Map<String, Object> facts) {
    static Preview of(PolicyPack pack, Facts facts) {
      var result = pack.classify(facts);
      return new Preview(
          result.tier(),
          result.requiredActions(),
          result.rules(),
          result.policyPack(),
          result.factsSha256(),
          result.facts());
    }
  }
}
