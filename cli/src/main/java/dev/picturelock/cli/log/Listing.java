package dev.picturelock.cli.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.note.VerifierKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All logs of a title as the service lists them, oldest first, numbered from 1 without a gap.
record Listing(List<Item> items) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /// - **first** how many entries of the title are in the logs before it
  record Item(int log, VerifierKey key, long first, boolean frozen) {}

  Listing {
    items = List.copyOf(items);
  }

  /// - **Errors:** [MalformedException]
  static Listing read(byte[] bytes) {
    try {
      var items = new ArrayList<Item>();
      for (var node : JSON.readTree(bytes).path("items")) {
        items.add(item(node));
        if (items.getLast().log() != items.size()) {
          throw broken("its logs are not numbered 1, 2, 3 …");
        }
      }
      if (items.isEmpty()) {
        throw broken("it names no log");
      }
      return new Listing(items);
    } catch (JsonProcessingException _) {
      throw broken("it is no JSON");
    } catch (IOException e) {
      throw new IllegalStateException("bytes at hand can always be read", e);
    }
  }

  private static Item item(JsonNode node) {
    return new Item(
        node.path("log").asInt(),
        VerifierKey.parse(node.path("verifierKey").asText()),
        node.path("first").asLong(),
        node.path("frozen").asBoolean());
  }

  /// For whoever finds the copy: which folder is which log, by whose key.
  byte[] index() {
    var list = JSON.createArrayNode();
    for (var item : items) {
      list.addObject()
          .put("log", item.log())
          .put("origin", item.key().name())
          .put("verifierKey", item.key().format())
          .put("first", item.first())
          .put("frozen", item.frozen());
    }
    try {
      return JSON.writerWithDefaultPrettyPrinter()
          .writeValueAsBytes(JSON.createObjectNode().set("items", list));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static MalformedException broken(String why) {
    return new MalformedException("list of logs", why);
  }
}
