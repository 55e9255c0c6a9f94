package dev.picturelock.provenance.lineage;

import dev.picturelock.kit.event.Digest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something in the graph: its id says its kind, for example `asset:plate/v001`.
///
/// `attributes` are what the event said of it; a later event may say more, never less.
public record Node(String id, String kind, UUID eventId, Map<String, Object> attributes) {
  /// An index row of PostgreSQL holds 2,704 bytes, and an edge names two nodes.
  private static final int LONGEST_NAME = 512;

  public static String asset(String asset, String version) {
    return id("asset", asset + "/" + version);
  }

  public static String use(String use, int version) {
    return id("use", use + "/" + version);
  }

  public static String digest(String sha256) {
    return id("sha256", sha256);
  }

  /// `<kind>:<name>`; a name that is too long to be looked up by stands as its digest, and in full
  /// only among the attributes.
  public static String id(String kind, @Nullable Object named) {
    var name = String.valueOf(named);
    var utf8 = name.getBytes(StandardCharsets.UTF_8);
    return kind + ":" + (utf8.length <= LONGEST_NAME ? name : "sha256-" + Digest.sha256Hex(utf8));
  }

  static String kindOf(String id) {
    return id.substring(0, id.indexOf(':'));
  }
}
