package dev.picturelock.policy;

import dev.picturelock.contracts.event.FiredRule;
import java.util.List;

/// A row of a pack's table as a person reads it.
///
/// - **category** which part of the rule book it belongs to
/// - **text** what the rule says
/// - **reason** why it fired, as shown beside a result
/// - **source** where the rule book or a recorded interpretation says so
/// - **conditions** the cells that must all hold, none for a rule that always fires
/// - **tier**, **actions** the output cells as they stand in the table
public record Rule(
    String id,
    String category,
    String text,
    String reason,
    String source,
    List<Condition> conditions,
    String tier,
    String actions) {
  public Rule {
    conditions = List.copyOf(conditions);
  }

  /// The rule as results show it.
  FiredRule fired() {
    return new FiredRule(id, reason, text, source);
  }

  /// One cell: the heading of its column and the test in it.
  public record Condition(String column, String test) {}
}
