package dev.picturelock.intake.asset.http;

import dev.picturelock.intake.asset.Outcome;
import dev.picturelock.kit.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One result for each item of a batch, in its order.
record BatchResult(List<Item> items) {

  /// - **status** accepted, duplicate or rejected
  /// - **problem** why it was rejected; pointers are within the item
  record Item(int index, String status, @Nullable UUID eventId, @Nullable Problem problem) {}

  static BatchResult of(List<Outcome> outcomes) {
    var items = new ArrayList<Item>();
    for (var outcome : outcomes) {
      var index = items.size();
      items.add(
          switch (outcome) {
            case Outcome.Accepted(_, var eventId) -> new Item(index, "accepted", eventId, null);
            case Outcome.Duplicate(_, var eventId) -> new Item(index, "duplicate", eventId, null);
            case Outcome.Rejected(var refused) ->
                new Item(index, "rejected", null, refused.problem());
          });
    }
    return new BatchResult(items);
  }
}
