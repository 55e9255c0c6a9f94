package dev.picturelock.cli.verify;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.picturelock.cli.terminal.SafeText;
import java.io.IOException;

/// The verification of an archive as people and as programs read it.
final class ArchiveReport {

  private ArchiveReport() {}

  static String words(ArchiveVerification verification) {
    var words = new StringBuilder();
    ArchivedLog before = null;
    for (var log : verification.logs()) {
      var tree = log.checkpoint();
      var rotation = log.rotation();
      if (before != null && rotation != null) {
        line(
            words,
            "ok",
            "rotation",
            "%s follows %s from its end at size %s, %s (%s)"
                .formatted(
                    tree.origin(),
                    before.checkpoint().origin(),
                    before.checkpoint().size(),
                    rotation.whoSaysSo(),
                    rotation.reason()));
      }
      line(
          words,
          "ok",
          "checkpoint",
          "%s, size %s, root %s".formatted(tree.origin(), tree.size(), tree.root()));
      before = log;
    }
    if (verification.events() > 0) {
      line(
          words,
          "ok",
          "receipts",
          verification.events() + " events, each byte for byte in its log");
    }
    var failure = verification.failure();
    if (failure != null) {
      line(words, "failed", failure.step(), failure.file() + ": " + failure.reason());
      return words
          .append("NOT VERIFIED: the first failure is in ")
          .append(SafeText.of(failure.file()))
          .append(", step: ")
          .append(failure.step())
          .toString();
    }
    line(
        words,
        "ok",
        "elements",
        verification.elements()
            + " elements, every event they name is here (nobody signed which leans on which)");
    return words
        .append("VERIFIED: all ")
        .append(verification.events())
        .append(" events are in the log, exactly as they are here")
        .toString();
  }

  static String json(ArchiveVerification verification) {
    return JsonReport.of(json -> write(verification, json));
  }

  private static void line(StringBuilder words, String outcome, String what, String detail) {
    words.append("%-8s %-11s %s%n".formatted(outcome, what, SafeText.of(detail)));
  }

  private static void write(ArchiveVerification verification, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeBooleanField("verified", verification.holds());
    var failure = verification.failure();
    if (failure != null) {
      json.writeStringField("failedFile", failure.file());
      json.writeStringField("failedStep", failure.step().replace(' ', '-'));
      json.writeStringField("reason", failure.reason());
    }
    json.writeNumberField("events", verification.events());
    json.writeNumberField("elements", verification.elements());
    json.writeArrayFieldStart("logs");
    for (var log : verification.logs()) {
      json.writeStartObject();
      var tree = log.checkpoint();
      json.writeStringField("origin", tree.origin());
      json.writeNumberField("size", tree.size().value());
      json.writeStringField("root", tree.root().toHex());
      json.writeStringField("key", log.key().format());
      var rotation = log.rotation();
      if (rotation != null) {
        json.writeStringField("rotation", rotation.reason());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
