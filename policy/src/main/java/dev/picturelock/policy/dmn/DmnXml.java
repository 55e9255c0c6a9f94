package dev.picturelock.policy.dmn;

import dev.picturelock.policy.DmnText;
import dev.picturelock.policy.PolicyPackException;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.kie.dmn.model.api.HitPolicy;

/// Refuses a decision model that is more than rules, before any engine sees it.
///
/// - **Not well-formed**, or in another encoding than UTF-8: with line and column
/// - **A document type**: entities could read files of this machine, call others, or fill its
///   memory
/// - **An import, or a function outside FEEL**: a decision must follow from this file alone, and a
///   pack must not be able to call code
/// - **`now()` and `today()`**: the same facts would not get the same decision tomorrow
/// - **An unknown hit policy**, which the engine would take for the usual one
final class DmnXml {
  private static final int MAX_DEPTH = 100;
  private static final Pattern EXTERNAL = Pattern.compile("\\bexternal\\s*\\{");
  private static final Pattern CLOCK = Pattern.compile("\\b(?:now|today)\\s*\\(\\s*\\)");
  private static final Set<String> HIT_POLICIES =
      Stream.of(HitPolicy.values()).map(HitPolicy::value).collect(Collectors.toUnmodifiableSet());

  private final Object pack;

  private DmnXml(Object pack) {
    this.pack = pack;
  }

  /// - **Errors:** [PolicyPackException] that says what and where
  static void check(Object pack, DmnText dmn) {
    new DmnXml(pack).check(dmn.bytes());
  }

  private void check(byte[] bytes) {
    try {
      var xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
      requireUtf8(xml);
      int depth = 0;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD ->
              throw refused(xml, "a document type is not allowed, it could name entities");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw refused(xml, "an entity is not allowed");
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            if (depth > MAX_DEPTH) {
              throw refused(xml, "more than " + MAX_DEPTH + " elements inside one another");
            }
            element(xml);
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
          default -> {}
        }
      }
    } catch (XMLStreamException broken) {
      throw new PolicyPackException(
          pack, "policy.dmn is not well-formed XML: " + broken.getMessage(), broken);
    }
  }

  private void requireUtf8(XMLStreamReader xml) {
    var declared = xml.getCharacterEncodingScheme();
    if (!"UTF-8".equalsIgnoreCase(xml.getEncoding())
        || (declared != null && !"UTF-8".equalsIgnoreCase(declared))) {
      throw refused(xml, "want UTF-8");
    }
  }

  private void element(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "import", "importedValues" ->
          throw refused(xml, "an import is not allowed, a pack is one file");
      case "encapsulatedLogic", "functionDefinition" -> {
        var kind = xml.getAttributeValue(null, "kind");
        if (kind != null && !kind.equals("FEEL")) {
          throw refused(xml, "a function of kind " + kind + " is not allowed");
        }
      }
      case "decisionTable" -> {
        var policy = xml.getAttributeValue(null, "hitPolicy");
        if (policy != null && !HIT_POLICIES.contains(policy)) {
          throw refused(
              xml,
              "decision table %s: unknown hit policy '%s'"
                  .formatted(xml.getAttributeValue(null, "id"), policy));
        }
      }
      default -> {}
    }
  }

  private void text(XMLStreamReader xml) {
    if (EXTERNAL.matcher(xml.getText()).find()) {
      throw refused(xml, "a function outside FEEL is not allowed");
    }
    if (CLOCK.matcher(xml.getText()).find()) {
      throw refused(xml, "the time of day is not allowed, a decision must be the same for ever");
    }
  }

  private PolicyPackException refused(XMLStreamReader xml, String why) {
    var at = xml.getLocation();
    return new PolicyPackException(
        pack,
        "policy.dmn, line %d, column %d: %s"
            .formatted(at.getLineNumber(), at.getColumnNumber(), why));
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }
}
