package dev.picturelock.cli.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.picturelock.cli.terminal.SafeText;
import dev.picturelock.cli.verify.Step.Name;
import java.io.IOException;

/// A verification as people and as programs read it.
final class Report {

  private Report() {}

  static String words(Verification verification) {
    var words = new StringBuilder();
    for (var step : verification.steps()) {
      words.append(
          "%-8s %-11s %s%n"
              .formatted(step.outcome().word(), step.name().words(), SafeText.of(step.detail())));
    }
    words.append(
        verification
            .firstFailure()
            .map(step -> "NOT VERIFIED: the first step that failed is: " + step.name().words())
            .orElseGet(() ->
                "VERIFIED: the event is in the log, exactly as it is here"
                    + (isAnchored(verification) ? ", and the log of logs commits to it" : "")));
    return words.toString();
  }

  private static boolean isAnchored(Verification verification) {
    return verification.steps().stream().anyMatch(step -> Name.OF_ANCHOR.contains(step.name()));
  }

  static String json(Verification verification) {
    return JsonReport.of(json -> write(verification, json));
  }

  private static void write(Verification verification, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("verified", verification.holds());
    var failure = verification.firstFailure();
    if (failure.isPresent()) {
      json.writeStringField("failedStep", failure.get().name().slug());
      json.writeStringField("reason", failure.get().detail());
    }
    json.writeStringField("leafHash", verification.leafHash().toHex());
    var receipt = verification.receipt();
    if (receipt != null) {
      var tree = receipt.checkpoint().checkpoint();
      json.writeStringField("origin", tree.origin());
      json.writeNumberField("index", receipt.index().value());
      json.writeNumberField("size", tree.size().value());
      json.writeStringField("root", tree.root().toHex());
    }
    json.writeArrayFieldStart("steps");
    for (var step : verification.steps()) {
      json.writeStartObject();
      json.writeStringField("step", step.name().slug());
      json.writeStringField("outcome", step.outcome().word());
      json.writeStringField("detail", step.detail());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
