package dev.picturelock.provenance.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.picturelock.contracts.event.ApprovalGranted;
import dev.picturelock.contracts.event.AssetRef;
import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Digests;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.EventTypes;
import dev.picturelock.contracts.event.Fact;
import dev.picturelock.contracts.event.Generation;
import dev.picturelock.contracts.event.Input;
import dev.picturelock.contracts.event.PolicyPackRef;
import dev.picturelock.contracts.event.ReviewSubject;
import dev.picturelock.contracts.event.RiskTier;
import dev.picturelock.contracts.event.TitleOpened;
import dev.picturelock.contracts.event.TitlePolicyPackChanged;
import dev.picturelock.contracts.event.UseRef;
import dev.picturelock.kit.event.EventCodec;
import dev.picturelock.provenance.lineage.Changes.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  private static final UUID ID = UUID.fromString("019ab000-0000-7000-8000-000000000001");
  private static final UseRef USE = new UseRef("crowd", 2);

  @Test
  void inputsHangOnTheGenerationWhereThereIsOne() {
    var made =
        registered(
            new Generation("comfyui", null, "sdxl", null, Map.of(), null, null),
            new Input("plate", "v001", null, null, null, null));

    var changes = Projection.of(event(made), 7);

    assertThat(changes.edges())
        .extracting(Edge::from, Edge::relation, Edge::to)
        .contains(
            tuple("asset:comp/v002", "wasGeneratedBy", "generation:" + ID),
            tuple("generation:" + ID, "used", "asset:plate/v001"),
            tuple("generation:" + ID, "wasAssociatedWith", "tool:comfyui"),
            tuple("generation:" + ID, "usedModel", "model:sdxl"),
            tuple("asset:comp/v002", "reportedUnder", "use:crowd/2"),
            tuple("sha256:" + "ab".repeat(32), "identifies", "asset:comp/v002"))
        .doesNotContain(tuple("asset:comp/v002", "wasDerivedFrom", "asset:plate/v001"));
  }

  @Test
  void aTitleSaysWhichPackJudgesItFromEachPositionOn() {
    var opened = Projection.of(event(new TitleOpened("t", "T", "rules@1.0.0")), 0);
    var moved =
        Projection.of(event(new TitlePolicyPackChanged("t", "rules@1.0.0", "rules@1.1.0")), 9);

    assertThat(opened.nodes())
        .singleElement()
        .satisfies(title -> {
          assertThat(title.id()).isEqualTo("title:t");
          assertThat(title.attributes())
              .isEqualTo(Map.of("name", "T", "policyPack", "rules@1.0.0"));
        });
    assertThat(moved.nodes())
        .singleElement()
        .satisfies(
            title -> assertThat(title.attributes()).isEqualTo(Map.of("policyPack", "rules@1.1.0")));
    assertThat(moved.edges())
        .extracting(Edge::from, Edge::relation, Edge::to)
        .containsExactly(tuple("title:t", "judgedBy", "policy-pack:rules@1.1.0"));
  }

  @Test
  void withoutAGenerationTheAssetIsDerivedFromItsInputs() {
    var assembled =
        registered(
            null,
            new Input("plate", "v001", null, null, null, null),
            new Input(null, null, "cd".repeat(32), null, null, null),
            new Input(null, null, null, "https://stock.example/42", "stock", "cleared"));

    var changes = Projection.of(event(assembled), 7);

    assertThat(changes.edges())
        .filteredOn(edge -> edge.relation().equals("wasDerivedFrom"))
        .extracting(Edge::to)
        .containsExactly(
            "asset:plate/v001", "sha256:" + "cd".repeat(32), "source:https://stock.example/42");
  }

  @Test
  void anApprovalOfAUseHangsOnTheUseToo() {
    var granted =
        new ApprovalGranted(
            ID,
            ID,
            ReviewSubject.of(new AssetRef("comp", "v002"), USE),
            "use",
            "ef".repeat(32),
            RiskTier.CAUTION,
            new PolicyPackRef("pack", "1.0.0", "ef".repeat(32)),
            "fine",
            List.of(),
            null);

    var changes = Projection.of(event(granted), 9);

    assertThat(changes.edges())
        .extracting(Edge::from, Edge::relation)
        .contains(tuple("asset:comp/v002", "approvedBy"), tuple("use:crowd/2", "approvedBy"));
    assertThat(changes.state()).isInstanceOf(State.ApprovalChanged.class);
  }

  @Test
  void everyKindOfEventCanBeProjectedAndEveryEdgeStartsAtItsOwnEvent() {
    for (var type : EventTypes.all().keySet()) {
      var event = EventCodec.decode(sample(type));

      var changes = Projection.of(event, 3);

      assertThat(changes.edges()).allMatch(edge -> edge.eventId().equals(event.id()));
      assertThat(changes.nodes()).allMatch(node -> node.id().startsWith(node.kind() + ":"));
    }
  }

  /// A sample of a type, from the contracts.
  private static byte[] sample(String type) {
    var thing = type.replaceFirst("^picturelock\\.", "").replaceFirst("\\.v\\d+$", "");
    for (var name :
        List.of(
            "full",
            "minimal",
            "generated",
            "caution",
            "use",
            "overdue",
            "notice",
            "scheduled",
            "same-title",
            "tool-contradicts-facts")) {
      var path = "/samples/" + thing + "/" + name + ".json";
      try (var stream = EventTypes.class.getResourceAsStream(path)) {
        if (stream != null) {
          return stream.readAllBytes();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new AssertionError("no sample of " + type);
  }

  private static Event event(Fact fact) {
    return new Event(
        ID,
        "/picturelock/test",
        "test",
        Instant.parse("2026-11-22T12:00:00Z"),
        "t1",
        null,
        "user:kim",
        fact);
  }

  private static AssetRegistered registered(@Nullable Generation generation, Input... inputs) {
    return new AssetRegistered(
        "comp",
        "v002",
        null,
        new Digests("ab".repeat(32), null),
        null,
        generation == null ? "none" : "altered",
        null,
        USE,
        generation,
        List.of(inputs),
        List.of(),
        List.of(),
        Map.of(),
        null,
        List.of(),
        "pack",
        List.of(),
        null);
  }
}
