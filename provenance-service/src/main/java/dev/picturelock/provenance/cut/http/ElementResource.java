package dev.picturelock.provenance.cut.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.picturelock.kit.page.Cursor;
import dev.picturelock.kit.page.Page;
import dev.picturelock.provenance.cut.ReadCuts;
import dev.picturelock.provenance.lineage.Edge;
import dev.picturelock.provenance.lineage.Graph.SeenNode;
import dev.picturelock.provenance.lineage.http.LineageQuery;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The elements of a cut: what each shows, whether it may stay and where it comes from.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
class ElementResource {
  private final ReadCuts cuts;
  private final ElementLineage lineage;
  private final CutQuery query;

  ElementResource(ReadCuts cuts, ElementLineage lineage, CutQuery query) {
    this.cuts = cuts;
    this.lineage = lineage;
    this.query = query;
  }

  /// An element and everything behind it, in one answer.
  public record LineageView(
      @JsonUnwrapped ElementView element, List<SeenNode> nodes, List<Edge> edges) {}

  @GET
  @Path("{title}/cuts/{cut}/elements")
  public Page<ElementView> list(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("verdict") @Nullable String verdict,
      @QueryParam("at") @Nullable String at) {
    var cut = cuts.find(title, id);
    int size = CutQuery.limit(limit);
    var wanted = CutQuery.verdict(verdict);
    var key = Cursor.decode(cursor);
    int after = key.isEmpty() ? -1 : CutQuery.number("cursor", key);
    var found =
        cuts.judge(cut, query.asOf(title, at)).elements().stream()
            .filter(one -> one.element().index() > after)
            .filter(one ->
                wanted.isEmpty()
                    || one.clearance().filter(c -> c.verdict() == wanted.get()).isPresent())
            .limit(size + 1L)
            .toList();
    return Page.of(found, size, one -> String.valueOf(one.element().index())).map(ElementView::of);
  }

  @GET
  @Path("{title}/cuts/{cut}/elements/{n}")
  public ElementView element(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @PathParam("n") String n,
      @QueryParam("at") @Nullable String at) {
    var cut = cuts.find(title, id);
    var element = cuts.element(cut, CutQuery.number("element", n));
    return ElementView.of(cuts.judge(cut, element, query.asOf(title, at)));
  }

  @GET
  @Path("{title}/cuts/{cut}/elements/{n}/lineage")
  public LineageView lineage(
      @PathParam("title") String title,
      @PathParam("cut") String id,
      @PathParam("n") String n,
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("depth") @Nullable String depth,
      @QueryParam("at") @Nullable String at) {
    var cut = cuts.find(title, id);
    var element = cuts.element(cut, CutQuery.number("element", n));
    var asOf = query.asOf(title, at);
    var judged = cuts.judge(cut, element, asOf);
    var graph =
        lineage.reach(
            cut,
            judged,
            LineageQuery.direction(direction),
            LineageQuery.depth(depth),
            asOf.position());
    return new LineageView(ElementView.of(judged), graph.nodes(), graph.edges());
  }
}
