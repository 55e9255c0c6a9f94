package dev.picturelock.policy.dmn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.picturelock.policy.InstalledPack;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The pack is what the standard says, so that any DMN editor can open it and shows all of it.
class DmnStandardTest {
  /// A name any FEEL can read: letters, digits and single blanks, no word of the language.
  private static final String NAME = "[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*";

  private static final Set<String> WORDS_OF_FEEL =
      Set.of(
          "and",
          "between",
          "else",
          "every",
          "external",
          "false",
          "for",
          "function",
          "if",
          "in",
          "instance",
          "not",
          "null",
          "of",
          "or",
          "return",
          "satisfies",
          "some",
          "then",
          "true");

  @Test
  void theDecisionModelIsValidAgainstTheSchemaOfDmn13() throws Exception {
    var xsd = DmnStandardTest.class.getResource("/org/omg/spec/DMN/20191111/DMN13.xsd");
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(requireNonNull(xsd));
    var dmn = new StreamSource(new ByteArrayInputStream(InstalledPack.PACK.dmn().bytes()));

    assertThatCode(() -> schema.newValidator().validate(dmn)).doesNotThrowAnyException();
  }

  @Test
  void theDiagramShowsEveryElementAndEveryRequirementOnce() throws Exception {
    var model = model();

    assertThat(attributes(model, "DMNShape", "dmnElementRef"))
        .containsExactlyInAnyOrderElementsOf(
            attributes(model, "inputData", "id", "decision", "id"));
    assertThat(attributes(model, "DMNEdge", "dmnElementRef"))
        .containsExactlyInAnyOrderElementsOf(attributes(model, "informationRequirement", "id"));
  }

  @Test
  void everyIdIsThereOnceAndEveryReferenceFindsOne() throws Exception {
    var model = model();

    var ids = attributes(model, "*", "id");

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(attributes(model, "requiredInput", "href", "requiredDecision", "href"))
        .isNotEmpty()
        .allSatisfy(href -> assertThat(ids).contains(href.substring(1)));
    var types = new HashSet<>(attributes(model, "itemDefinition", "name"));
    types.add("string");
    assertThat(attributes(model, "*", "typeRef")).isNotEmpty().allMatch(types::contains);
  }

  @Test
  void everyNameCanBeReadInAnExpression() throws Exception {
    var names =
        attributes(
            model(),
            "inputData",
            "name",
            "decision",
            "name",
            "variable",
            "name",
            "itemDefinition",
            "name",
            "itemComponent",
            "name",
            "output",
            "name");

    assertThat(names).hasSizeGreaterThan(40).allMatch(name -> name.matches(NAME));
    assertThat(names)
        .allSatisfy(
            name -> assertThat(name.split(" ", -1)).doesNotContainAnyElementsOf(WORDS_OF_FEEL));
  }

  private static Document model() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setNamespaceAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(InstalledPack.PACK.dmn().bytes()));
  }

  /// Values of pairs of an element's local name and an attribute, where the attribute is there.
  private static List<String> attributes(Document model, String... elementsAndAttributes) {
    var values = new ArrayList<String>();
    for (int i = 0; i < elementsAndAttributes.length; i += 2) {
      var elements = model.getElementsByTagNameNS("*", elementsAndAttributes[i]);
      for (int e = 0; e < elements.getLength(); e++) {
        var element = (Element) elements.item(e);
        if (element.hasAttribute(elementsAndAttributes[i + 1])) {
          values.add(element.getAttribute(elementsAndAttributes[i + 1]));
        }
      }
    }
    return values;
  }
}
