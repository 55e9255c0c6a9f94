package dev.picturelock.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;

/// A place in a JSON answer: a JSON pointer whose segments may also choose from an array.
///
/// - `/items/0/review`: the first
/// - `/items/subject.use.use=signage&subject.asset=/review`: the first whose use is `signage` and
///   which has no asset
record Place(String path) {

  private static final JsonNode NOTHING = MissingNode.getInstance();

  Place {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("want a place that begins with '/', got '" + path + "'");
    }
  }

  /// The text there; of an object or array, its JSON. Empty for nothing or null.
  Optional<String> find(JsonNode root) {
    var node = root;
    for (var segment : path.substring(1).split("/", -1)) {
      node = step(node, segment);
    }
    return text(node);
  }

  private static JsonNode step(JsonNode node, String segment) {
    if (segment.contains("=")) {
      return chosen(node, segment);
    }
    return node.isArray() && segment.chars().allMatch(Character::isDigit)
        ? node.path(Integer.parseInt(segment))
        : node.path(segment);
  }

  private static JsonNode chosen(JsonNode array, String wants) {
    for (var item : array) {
      if (fits(item, wants)) {
        return item;
      }
    }
    return NOTHING;
  }

  private static boolean fits(JsonNode item, String wants) {
    for (var want : wants.split("&", -1)) {
      var sides = want.split("=", 2);
      var node = item;
      for (var member : sides[0].split("\\.", -1)) {
        node = node.path(member);
      }
      if (!text(node).orElse("").equals(sides[1])) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> text(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    return Optional.of(node.isValueNode() ? node.asText() : node.toString());
  }
}
