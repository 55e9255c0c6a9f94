package dev.picturelock.intake.asset;

import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.intake.tool.FactsUnderTerms;
import dev.picturelock.intake.tool.ToolTerms;
import dev.picturelock.intake.tool.Tools;
import dev.picturelock.intake.use.UseVersion;
import dev.picturelock.intake.use.Uses;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the registrations of one batch refer to, looked up once: uses, and tools with their terms.
final class References {
  private final Map<String, UseVersion> uses;
  private final Tools tools;
  private final Instant now;
  private final Map<String, Boolean> registered = new HashMap<>();
  private final Map<String, ToolTerms> terms = new HashMap<>();

  References(String title, List<Registration> registrations, Uses uses, Tools tools, Instant now) {
    this.uses =
        uses.latest(
            title,
            registrations.stream()
                .map(Registration::use)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    this.tools = tools;
    this.now = now;
  }

  /// What a registration leans on, and the facts that hold for it.
  record Resolved(
      @Nullable UseVersion use, @Nullable TermsSnapshot terms, FactsUnderTerms underTerms) {}

  /// - **Errors:** UNKNOWN_REFERENCE for a use nobody reported or a tool nobody registered
  Resolved resolve(Registration registration) {
    var use = use(registration);
    var stated = new Facts(registration.facts());
    var facts = use == null ? stated : stated.laidOver(use.stated());
    var terms = terms(registration, use);
    return new Resolved(use, terms, FactsUnderTerms.of(facts, terms));
  }

  private @Nullable UseVersion use(Registration registration) {
    if (registration.use() == null) {
      return null;
    }
    var use = uses.get(registration.use());
    if (use == null) {
      throw unknown(
          "/use",
          registration.use(),
          "use '" + registration.use() + "' was never reported; report it by POST …/uses");
    }
    return use;
  }

  /// The terms of the tool that ran, at the time it ran; where no run is told of, of the tool the
  /// use names, as of now.
  private @Nullable TermsSnapshot terms(Registration registration, @Nullable UseVersion use) {
    var run = registration.generation();
    if (run != null) {
      if (!registered.computeIfAbsent(run.tool(), id -> tools.find(id).isPresent())) {
        throw unknown(
            "/generation/tool",
            run.tool(),
            "tool '"
                + run.tool()
                + "' is not registered; register it by PUT /v1/tools/"
                + run.tool());
      }
      var at = run.at();
      // A clock that runs ahead must not reach terms that are not in force yet.
      return inForce(run.tool(), at == null || at.isAfter(now) ? now : at);
    }
    return use == null || use.tool() == null || "none".equals(registration.contribution())
        ? null
        : inForce(use.tool(), now);
  }

  private @Nullable TermsSnapshot inForce(String tool, Instant at) {
    return terms
        .computeIfAbsent(tool, id -> new ToolTerms(tools.terms(id)))
        .inForce(at)
        .orElse(null);
  }

  private static ProblemException unknown(String at, String value, String detail) {
    return new ProblemException(
        ProblemType.UNKNOWN_REFERENCE, detail, new FieldError(at, "is unknown", value, List.of()));
  }
}
