package dev.picturelock.provenance.lineage;

import java.util.Map;
import java.util.UUID;

/// Something in the graph: its id says its kind, for example `asset:plate/v001`.
///
/// `attributes` are what the event said of it; a later event may say more, never less.
public record Node(String id, String kind, UUID eventId, Map<String, Object> attributes) {
  public static String asset(String asset, String version) {
    return "asset:" + asset + "/" + version;
  }

  public static String use(String use, int version) {
    return "use:" + use + "/" + version;
  }

  public static String digest(String sha256) {
    return "sha256:" + sha256;
  }

  static String kindOf(String id) {
    return id.substring(0, id.indexOf(':'));
  }
}
