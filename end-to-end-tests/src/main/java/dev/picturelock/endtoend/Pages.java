package dev.picturelock.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// A list that is given page by page, as a whole.
final class Pages {

  private Pages() {}

  /// - **path** with a query, to which the cursor is added
  static List<JsonNode> all(Api api, Account who, Service service, String path) {
    var all = new ArrayList<JsonNode>();
    var cursor = "";
    do {
      var page = api.get(who, service, path + cursor).expect(200).json();
      page.path("items").forEach(all::add);
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return all;
  }
}
