package dev.picturelock.policy.dmn;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.picturelock.policy.InstalledPack;
import java.io.ByteArrayInputStream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;

/// The pack is what the standard says, so that any DMN editor can open it.
class DmnStandardTest {
  @Test
  void theDecisionModelIsValidAgainstTheSchemaOfDmn13() throws Exception {
    var xsd = DmnStandardTest.class.getResource("/org/omg/spec/DMN/20191111/DMN13.xsd");
    var schema =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
            .newSchema(requireNonNull(xsd));
    var dmn = new StreamSource(new ByteArrayInputStream(InstalledPack.PACK.dmn().bytes()));

    assertThatCode(() -> schema.newValidator().validate(dmn)).doesNotThrowAnyException();
  }
}
