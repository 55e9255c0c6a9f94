package dev.picturelock.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Generation;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.TermsSnapshot;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.UseRef;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class EventCodecTest {
  private static final UUID ID = UUID.fromString("019aab00-0000-7000-8000-000000000001");
  private static final Instant AT = Instant.parse("2026-11-22T12:00:00.123456Z");

  private static final String GOLDEN =
      """
      {"actor":"user:ana","data":{"name":"Größe \\"1\\" 🎬","policyPack":"p","title":"demo"},\
      "datacontenttype":"application/json",\
      "dataschema":"urn:picturelock:schema:title.opened:1-0-0",\
      "id":"019aab00-0000-7000-8000-000000000001","source":"/picturelock/intake-service",\
      "specversion":"1.0","subject":"title/demo","time":"2026-11-22T12:00:00.123456Z",\
      "titleid":"demo","type":"picturelock.title.opened.v1"}\
      """;

  @Test
  void writesTheBytesOfTheGoldenSample() {
    var bytes = EventCodec.encode(opened());

    assertThat(new String(bytes, UTF_8)).isEqualTo(GOLDEN);
    assertThat(EventCodec.decode(bytes)).isEqualTo(opened());
  }

  @Test
  void writesWhatRfc8785Demands() throws IOException {
    var bytes = EventCodec.encode(registered());

    assertThat(bytes).isEqualTo(new JsonCanonicalizer(bytes).getEncodedUTF8());
    assertThat(EventCodec.decode(bytes)).isEqualTo(registered());
  }

  @Test
  void writesTheSameBytesAfterReadingThem() {
    var bytes = EventCodec.encode(registered());

    assertThat(EventCodec.encode(EventCodec.decode(bytes))).isEqualTo(bytes);
  }

  @Test
  void ignoresUnknownFieldsSoThatContractsCanGrow() {
    var grown =
        GOLDEN
            .replace("\"name\":", "\"later\":{\"a\":[1]},\"name\":")
            .replace("{\"actor", "{\"a\":1,\"actor");

    assertThat(EventCodec.decode(grown.getBytes(UTF_8))).isEqualTo(opened());
  }

  @Test
  void refusesAnUnknownKind() {
    refuses(GOLDEN.replace("title.opened.v1", "title.painted.v1"), "unknown event type");
  }

  @Test
  void refusesWhatIsNoEvent() {
    refuses("", "");
    refuses("null", "");
    refuses("[]", "");
    refuses("{\"id\":", "");
    refuses(GOLDEN.replace("\"1.0\"", "\"0.3\""), "not a CloudEvent 1.0");
    refuses(GOLDEN.replace("\"titleid\":\"demo\",", ""), "wrong shape");
    refuses(GOLDEN.replace(",\"title\":\"demo\"", ""), "wrong shape");
    refuses(GOLDEN.replace("019aab00-0000-7000-8000-000000000001", "x"), "wrong shape");
    refuses(GOLDEN + "{}", "");
  }

  @Test
  void takesBlanksAndAnyOrderOfKeys() {
    var id = "\"id\":\"" + ID + "\",";
    var spelled = GOLDEN.replace(id, "").replace("{\"actor", "{ " + id + "\n \"actor");

    assertThat(EventCodec.decode(spelled.getBytes(UTF_8))).isEqualTo(opened());
  }

  @Test
  void takesAnIdInItsOneSpellingOnly() {
    var text = ID.toString();

    for (var other :
        List.of(
            text.toUpperCase(Locale.ROOT), "19aab00-0-7000-8000-1", "AZqrAAAAcACAAAAAAAAAAQ==")) {
      refuses(GOLDEN.replace(text, other), "wrong shape");
    }
  }

  @Test
  void readsNoMoreThanALedgerEntryHolds() {
    var fits = GOLDEN + " ".repeat(EventCodec.MAX_BYTES - GOLDEN.getBytes(UTF_8).length);

    assertThat(EventCodec.decode(fits.getBytes(UTF_8))).isEqualTo(opened());
    refuses(fits + " ", "an event of 65536 bytes");
  }

  @Test
  void refusesToWriteMoreThanALedgerEntryHolds() {
    var large = event(new TitleOpened("demo", "x".repeat(EventCodec.MAX_BYTES), "p"));

    assertThatThrownBy(() -> EventCodec.encode(large)).isInstanceOf(EventTooLargeException.class);
  }

  private static void refuses(String text, String reason) {
    assertThatThrownBy(() -> EventCodec.decode(text.getBytes(UTF_8)))
        .as(text)
        .isInstanceOf(PoisonEventException.class)
        .hasMessageContaining(reason);
  }

  private static Event opened() {
    return event(new TitleOpened("demo", "Größe \"1\" 🎬", "p"));
  }

  private static Event registered() {
    return event(
        new AssetRegistered(
            "comp",
            "v007",
            null,
            new Digests("ab".repeat(32), null),
            73_400_320L,
            "generated",
            null,
            new UseRef("crowd", 2),
            new Generation(
                "comfyui", null, null, null, Map.of("z\u001f 🎬", "\t", "a", "é€"), AT, null),
            List.of(new Input(null, null, null, "https://x.example", null, null)),
            List.of("p_1"),
            List.of(ID),
            Map.of("inputKinds", List.of("script"), "stages", List.of(Map.of("name", "one"))),
            new TermsSnapshot(ID, AT, "no", "yes", null, null, "a/b"),
            List.of(),
            "p",
            List.of("A"),
            "sha-256"));
  }

  private static Event event(dev.picturelock.contracts.event.Fact fact) {
    return new Event(
        ID, "/picturelock/intake-service", "title/demo", AT, "demo", null, "user:ana", fact);
  }
}
