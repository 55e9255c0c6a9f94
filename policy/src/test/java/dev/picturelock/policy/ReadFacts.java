package dev.picturelock.policy;

import static java.util.Objects.requireNonNull;

import dev.picturelock.contracts.facts.FactName;
import java.io.ByteArrayInputStream;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Which facts each row of the table can depend on, read off the file: those its cells and the
/// headings of its columns mention, through helper decisions where a heading names one.
///
/// No row reads another, so whether it fires is decided by these facts alone.
final class ReadFacts {
  private static final Pattern FACT = Pattern.compile("\\bfacts\\.(\\w+)");

  private ReadFacts() {}

  static Map<String, Set<FactName>> byRule() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    var model =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(InstalledPack.PACK.dmn().bytes()));
    var helpers = helpers(model);
    var columns = model.getElementsByTagName("input");
    var rules = new LinkedHashMap<String, Set<FactName>>();
    var rows = model.getElementsByTagName("rule");
    for (int r = 0; r < rows.getLength(); r++) {
      var row = (Element) rows.item(r);
      var facts = EnumSet.noneOf(FactName.class);
      var cells = row.getElementsByTagName("inputEntry");
      for (int c = 0; c < cells.getLength(); c++) {
        var cell = text(cells.item(c));
        if (!cell.equals("-")) {
          var heading = text(((Element) columns.item(c)).getElementsByTagName("text").item(0));
          facts.addAll(mentioned(helpers.getOrDefault(heading, heading)));
          facts.addAll(mentioned(cell));
        }
      }
      var outputs = row.getElementsByTagName("outputEntry");
      for (int c = 0; c < outputs.getLength(); c++) {
        facts.addAll(mentioned(text(outputs.item(c))));
      }
      rules.put(row.getAttribute("id"), facts);
    }
    return rules;
  }

  private static Map<String, String> helpers(Document model) {
    var helpers = new HashMap<String, String>();
    var decisions = model.getElementsByTagName("decision");
    for (int d = 0; d < decisions.getLength(); d++) {
      var decision = (Element) decisions.item(d);
      var expression = decision.getElementsByTagName("literalExpression").item(0);
      if (expression != null) {
        helpers.put(decision.getAttribute("name"), text(expression));
      }
    }
    return helpers;
  }

  private static Set<FactName> mentioned(String text) {
    var facts = EnumSet.noneOf(FactName.class);
    FACT.matcher(text)
        .results()
        .forEach(found -> FactName.of(found.group(1)).ifPresent(facts::add));
    return facts;
  }

  private static String text(Node node) {
    return requireNonNull(node.getTextContent()).strip();
  }
}
