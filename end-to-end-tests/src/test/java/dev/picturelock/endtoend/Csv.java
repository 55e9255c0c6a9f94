package dev.picturelock.endtoend;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated values (RFC 4180), quoted cells among them.
final class Csv {

  private final String text;
  private int at;

  private Csv(String text) {
    this.text = text;
  }

  static List<List<String>> rows(String text) {
    var csv = new Csv(text.replace("\r\n", "\n"));
    var rows = new ArrayList<List<String>>();
    while (csv.at < csv.text.length()) {
      rows.add(csv.row());
    }
    return rows;
  }

  private List<String> row() {
    var cells = new ArrayList<String>();
    cells.add(cell());
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      cells.add(cell());
    }
    // the line's end
    at++;
    return cells;
  }

  private String cell() {
    if (at < text.length() && text.charAt(at) == '"') {
      return quoted();
    }
    int start = at;
    while (at < text.length() && ",\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(start, at);
  }

  private String quoted() {
    var cell = new StringBuilder();
    at++;
    while (!text.startsWith("\"", at) || text.startsWith("\"\"", at)) {
      // of two quotes one is meant
      at += text.startsWith("\"\"", at) ? 1 : 0;
      cell.append(text.charAt(at++));
    }
    at++;
    return cell.toString();
  }
}
