package dev.picturelock.policy.dmn;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.api.core.DMNMessage;
import org.kie.dmn.model.api.DMNElement;
import org.kie.dmn.model.api.DMNModelInstrumentedBase;
import org.kie.dmn.model.api.DecisionRule;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.UnaryTests;

/// Says in one line what a DMN engine objects to: the rule, the cell with its text, the objection.
final class DmnFault {
  private DmnFault() {}

  static String describe(DMNMessage message) {
    var place = new ArrayList<String>();
    if (message.getSourceReference() instanceof DMNModelInstrumentedBase source) {
      place.addAll(placeOf(source));
      if (source instanceof DecisionRule rule) {
        place.addAll(quotedCells(rule, message.getText()));
      }
    }
    var where = place.isEmpty() ? "" : String.join(", ", place) + ": ";
    return where + message.getText().strip();
  }

  private static List<String> placeOf(DMNModelInstrumentedBase source) {
    var place = new ArrayList<String>();
    for (@Nullable DMNModelInstrumentedBase at = source; at != null; at = at.getParent()) {
      switch (at) {
        case DecisionRule rule -> place.addFirst("rule " + rule.getId());
        case UnaryTests cell -> place.addFirst(cell(cell.getId(), cell.getText()));
        case LiteralExpression cell -> place.addFirst(cell(cell.getId(), cell.getText()));
        default -> {}
      }
    }
    if (place.isEmpty() && source instanceof DMNElement element && element.getId() != null) {
      place.add("element " + element.getId());
    }
    return place;
  }

  // The engine names the row of a cell it cannot parse, and the cell only by quoting its text.
  private static List<String> quotedCells(DecisionRule rule, String objection) {
    var cells = new ArrayList<String>();
    for (var cell : rule.getInputEntry()) {
      if (objection.contains("'" + cell.getText() + "'")) {
        cells.add(cell(cell.getId(), cell.getText()));
      }
    }
    for (var cell : rule.getOutputEntry()) {
      if (objection.contains("'" + cell.getText() + "'")) {
        cells.add(cell(cell.getId(), cell.getText()));
      }
    }
    return cells;
  }

  private static String cell(String id, String text) {
    return "cell " + id + " `" + text + "`";
  }
}
