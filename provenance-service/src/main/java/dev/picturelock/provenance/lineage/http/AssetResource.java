package dev.picturelock.provenance.lineage.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import dev.picturelock.provenance.lineage.AssetCatalogue;
import dev.picturelock.provenance.lineage.AssetCatalogue.Filter;
import dev.picturelock.provenance.lineage.AssetVersionView;
import dev.picturelock.provenance.lineage.Graph;
import dev.picturelock.provenance.lineage.Lineage;
import dev.picturelock.provenance.lineage.Node;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asset versions of a title, and where they come from.
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Path("/v1/titles")
class AssetResource {
  private static final int MAX_PAGE = 500;

  private final AssetCatalogue catalogue;
  private final Lineage lineage;
  private final LineageQuery query;
  private final Caller caller;

  AssetResource(AssetCatalogue catalogue, Lineage lineage, LineageQuery query, Caller caller) {
    this.catalogue = catalogue;
    this.lineage = lineage;
    this.query = query;
    this.caller = caller;
  }

  /// One page of a list; `next` is the cursor of the following page, absent on the last.
  public record Page(List<AssetVersionView> items, @Nullable String next) {}

  @GET
  @Path("{title}/assets")
  public Page list(
      @PathParam("title") String title,
      @QueryParam("tool") @Nullable String tool,
      @QueryParam("model") @Nullable String model,
      @QueryParam("tier") @Nullable String tier,
      @QueryParam("state") @Nullable String state,
      @QueryParam("q") @Nullable String q,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    caller.requireMember(title);
    int size = Math.clamp(LineageQuery.number("limit", limit), 1, MAX_PAGE);
    long after = cursor == null ? -1 : LineageQuery.number("cursor", cursor);
    var items = catalogue.list(title, new Filter(tool, model, tier, state, q), after, size + 1);
    if (items.size() <= size) {
      return new Page(items, null);
    }
    var page = items.subList(0, size);
    return new Page(page, Long.toString(page.getLast().position()));
  }

  @GET
  @Path("{title}/assets/{asset}/versions/{version}")
  public AssetVersionView version(
      @PathParam("title") String title,
      @PathParam("asset") String asset,
      @PathParam("version") String version) {
    caller.requireMember(title);
    return catalogue
        .find(title, asset, version)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "title '" + title + "' has no version '" + version + "' of '" + asset + "'"));
  }

  @GET
  @Path("{title}/assets/{asset}/versions/{version}/lineage")
  public Graph lineage(
      @PathParam("title") String title,
      @PathParam("asset") String asset,
      @PathParam("version") String version,
      @QueryParam("direction") @Nullable String direction,
      @QueryParam("depth") @Nullable String depth,
      @QueryParam("at") @Nullable String at) {
    version(title, asset, version);
    return lineage.reach(
        title,
        List.of(Node.asset(asset, version)),
        LineageQuery.direction(direction),
        LineageQuery.depth(depth),
        query.position(title, at));
  }
}
