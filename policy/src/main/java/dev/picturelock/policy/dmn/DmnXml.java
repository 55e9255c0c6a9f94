package dev.picturelock.policy.dmn;

import dev.picturelock.policy.DmnText;
import dev.picturelock.policy.PolicyPackException;
import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
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
/// - **An import, or a function of another kind than FEEL**: a decision must follow from this file
///   alone, and a pack must not be able to call code
/// - **Certain words in an expression**, [ForbiddenWords]
/// - **An unknown hit policy**, which the engine would take for the usual one
final class DmnXml {
  private static final int MAX_DEPTH = 100;
  private static final String TEXT = "text";
  // What a row says to people; no engine reads it.
  private static final String ANNOTATION = "annotationEntry";
  private static final Set<String> HIT_POLICIES =
      Stream.of(HitPolicy.values()).map(HitPolicy::value).collect(Collectors.toUnmodifiableSet());

  private final Object pack;
  private final Deque<String> open = new ArrayDeque<>();
  private final StringBuilder expression = new StringBuilder();

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
      boolean isExpression = false;
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.DTD ->
              throw refused(xml, "a document type is not allowed, it could name entities");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw refused(xml, "an entity is not allowed");
          case XMLStreamConstants.START_ELEMENT -> {
            if (open.size() == MAX_DEPTH) {
              throw refused(xml, "more than " + MAX_DEPTH + " elements inside one another");
            }
            element(xml);
            isExpression = xml.getLocalName().equals(TEXT) && !ANNOTATION.equals(open.peek());
            if (TEXT.equals(open.peek())) {
              throw refused(xml, "an element inside a text is not allowed");
            }
            open.push(xml.getLocalName());
            expression.setLength(0);
          }
          // One expression may come in pieces, with comments of the file between them.
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              expression.append(xml.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            if (isExpression) {
              requireNoForbiddenWord(xml);
            }
            isExpression = false;
            open.pop();
          }
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

  private void requireNoForbiddenWord(XMLStreamReader xml) {
    var fault = ForbiddenWords.in(expression.toString());
    if (fault.isPresent()) {
      throw refused(xml, fault.get());
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
