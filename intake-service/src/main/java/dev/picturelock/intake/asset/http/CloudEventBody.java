package dev.picturelock.intake.asset.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.picturelock.intake.asset.Outcome;
import dev.picturelock.intake.asset.Registration;
import dev.picturelock.intake.asset.Submission;
import dev.picturelock.intake.submission.Checks;
import dev.picturelock.kit.json.JsonBody;
import dev.picturelock.kit.problem.Problem.FieldError;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A registration in the envelope of CloudEvents 1.0, structured JSON.
///
/// - **data** the registration; its own `id`, where it has one, stays the name it is repeated under
/// - **source and id** name it otherwise: the specification calls the pair unique
/// - **time** is not taken for the time the tool ran, which is what decides about terms: it says
///   when the event was made, and only `data.generation` says when the asset was
/// - **Other attributes** are extensions; they are checked and not kept
final class CloudEventBody {
  static final String TYPE = "picturelock.asset.registration.v1";

  private static final String DATA = "/data";
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "specversion",
          "id",
          "source",
          "type",
          "subject",
          "time",
          "datacontenttype",
          "dataschema",
          "data");
  private static final Pattern ID = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]{1,200}");
  private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,64}");
  private static final Pattern JSON =
      Pattern.compile("application/json(\\s*;.*)?", Pattern.CASE_INSENSITIVE);

  private final Checks checks = new Checks();
  private final JsonNode event;

  private CloudEventBody(JsonNode event) {
    this.event = event;
  }

  /// The registration, and the pair as a key. No other key can be equal to it: it holds a blank.
  record Read(Registration registration, String pair) {}

  /// - **Errors:** [ProblemException] whose pointers begin at the event
  static Read read(JsonNode event) {
    if (!event.isObject()) {
      throw new ProblemException(
          ProblemType.INVALID_BODY,
          "want a CloudEvent, a JSON object, got " + AttributeValues.kind(event),
          new FieldError(
              "", "want a CloudEvent, a JSON object", AttributeValues.kind(event), List.of()));
    }
    return new CloudEventBody(event).read();
  }

  /// Moves the pointers of a refused registration below `/data`.
  static ProblemException inData(ProblemException refused) {
    return Pointers.below(DATA, refused);
  }

  /// The same for every registration of a batch; what was refused before, as an event, has its
  /// pointers already.
  static List<Outcome> inData(List<Submission> events, List<Outcome> outcomes) {
    var answers = new ArrayList<Outcome>(outcomes.size());
    for (int i = 0; i < outcomes.size(); i++) {
      var readable = events.get(i) instanceof Submission.Sent;
      answers.add(
          outcomes.get(i) instanceof Outcome.Rejected(var refused) && readable
              ? new Outcome.Rejected(inData(refused))
              : outcomes.get(i));
    }
    return answers;
  }

  private Read read() {
    var source = required("source");
    var id = required("id");
    checks.oneOf("/specversion", required("specversion"), List.of("1.0"));
    checks.oneOf("/type", required("type"), List.of(TYPE));
    checks.pattern("/id", id, ID, "1 to 200 characters of text");
    reference("/source", source);
    var dataschema = text("dataschema");
    if (dataschema != null) {
      reference("/dataschema", dataschema);
    }
    checks.text("/subject", text("subject"), Checks.TEXT);
    time(text("time"));
    checks.pattern(
        "/datacontenttype", text("datacontenttype"), JSON, "application/json, or leave it out");
    extensions();
    data();
    checks.orThrow();
    try {
      return new Read(JsonBody.read(event.get("data"), Registration.class), source + " " + id);
    } catch (ProblemException refused) {
      throw inData(refused);
    }
  }

  private @Nullable String required(String name) {
    var value = text(name);
    checks.require(value != null || isThere(name), "/" + name, "is required and missing", null);
    return value;
  }

  /// Null in JSON means the same as absence, as the JSON format of CloudEvents has it.
  private boolean isThere(String name) {
    return event.hasNonNull(name);
  }

  private @Nullable String text(String name) {
    var value = event.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    checks.require(value.isTextual(), "/" + name, "want a string", AttributeValues.kind(value));
    return value.isTextual() ? value.textValue() : null;
  }

  private void reference(String at, @Nullable String value) {
    var want = "want a URI reference of at most 500 visible characters";
    if (value != null) {
      checks.require(AttributeValues.isReference(value), at, want, value);
    }
  }

  private void time(@Nullable String value) {
    if (value != null) {
      checks.require(
          AttributeValues.isTime(value),
          "/time",
          "want a time such as 2026-11-22T10:00:00Z",
          value);
    }
  }

  private void extensions() {
    for (var attribute : event.properties()) {
      var name = attribute.getKey();
      var at = "/" + name.replace("~", "~0").replace("/", "~1");
      if (name.equals("data_base64")) {
        checks.require(false, at, "a registration is JSON: send it as data", null);
      } else if (!ATTRIBUTES.contains(name)) {
        var value = attribute.getValue();
        checks.pattern(at, name, EXTENSION, "lower-case letters and digits as an attribute's name");
        checks.require(
            !value.isContainerNode() && !value.isFloatingPointNumber(),
            at,
            "an attribute is a string, a whole number or true or false",
            AttributeValues.kind(value));
      }
    }
  }

  private void data() {
    if (!event.has("data_base64")) {
      var data = event.get("data");
      checks.require(
          data != null && data.isObject(),
          DATA,
          "want the registration, a JSON object",
          data == null ? null : AttributeValues.kind(data));
    }
  }
}
