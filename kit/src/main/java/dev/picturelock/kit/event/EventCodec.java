package dev.picturelock.kit.event;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.TitleId;
import dev.picturelock.kit.json.JsonPolicy;
import dev.picturelock.kit.json.JsonText;
import dev.picturelock.kit.problem.ProblemException;
import java.io.IOException;

/// Turns events into bytes and back; nothing else reads or writes them.
///
/// The bytes are a structured CloudEvent 1.0 in canonical JSON (RFC 8785 for the values we use: no
/// floating point). Equal events have equal bytes, so they can be hashed and compared.
public final class EventCodec {
  public static final String MEDIA_TYPE = "application/cloudevents+json";

  /// An event is one ledger entry, whose length is a 16-bit number (c2sp.org/tlog-tiles).
  public static final int MAX_BYTES = 65_535;

  private static final ObjectMapper JSON = JsonPolicy.tolerant();
  private static final TypeReference<CloudEventJson<JsonNode>> ENVELOPE = new TypeReference<>() {};

  private EventCodec() {}

  /// - **Errors:** [EventTooLargeException] when the event would not fit a ledger entry
  public static byte[] encode(Event event) {
    var type = event.fact().getClass();
    var envelope =
        new CloudEventJson<>(
            "1.0",
            event.id(),
            event.source(),
            EventTypes.nameOf(type),
            event.subject(),
            event.time(),
            "application/json",
            EventTypes.schemaOf(type),
            event.titleId(),
            event.causationId(),
            event.actor(),
            event.fact());
    var bytes = JsonPolicy.canonical(envelope);
    if (bytes.length > MAX_BYTES) {
      throw new EventTooLargeException(bytes.length);
    }
    return bytes;
  }

  /// Ignores unknown fields, blanks and the order of keys; refuses unknown kinds, and what could
  /// not be a ledger entry or be found there by its id.
  ///
  /// - **Errors:** [PoisonEventException] for anything that is not an event we know
  public static Event decode(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new PoisonEventException(
          "an event of %d bytes; a ledger entry holds at most %d"
              .formatted(bytes.length, MAX_BYTES));
    }
    try {
      JsonText.check(bytes);
      var envelope = JSON.readValue(bytes, ENVELOPE);
      if (envelope == null || !"1.0".equals(envelope.specversion())) {
        throw new PoisonEventException("not a CloudEvent 1.0");
      }
      var type =
          EventTypes.find(envelope.type())
              .orElseThrow(
                  () -> new PoisonEventException("unknown event type '" + envelope.type() + "'"));
      if (!TitleId.isOne(envelope.titleid())) {
        throw new PoisonEventException("titleid is no title id");
      }
      Fact fact = JSON.treeToValue(envelope.data(), type);
      return new Event(
          envelope.id(),
          envelope.source(),
          envelope.subject(),
          envelope.time(),
          envelope.titleid(),
          envelope.causationid(),
          envelope.actor(),
          fact);
    } catch (ProblemException notText) {
      throw new PoisonEventException("event is not text", notText);
    } catch (JsonMappingException wrongShape) {
      throw new PoisonEventException(
          "event has the wrong shape at " + wrongShape.getPathReference(), wrongShape);
    } catch (IOException notJson) {
      throw new PoisonEventException("not JSON", notJson);
    }
  }
}
