package dev.picturelock.classifier;

import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// The whole service beside a real broker.
@Tag("slice")
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(SecretsResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ClassifierSlice {}
