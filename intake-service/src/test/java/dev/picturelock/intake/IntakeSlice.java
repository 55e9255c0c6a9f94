package dev.picturelock.intake;

import dev.picturelock.testkit.BrokerResource;
import dev.picturelock.testkit.PostgresResource;
import dev.picturelock.testkit.SecretsResource;
import dev.picturelock.testkit.TokensResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/// The test runs in the intake service with a real database and broker, signed tokens and a folder
/// of policy packs; stands beside `@QuarkusTest`.
@Tag("slice")
@WithTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "role", value = "intake"))
@WithTestResource(BrokerResource.class)
@WithTestResource(TokensResource.class)
@WithTestResource(SecretsResource.class)
@WithTestResource(PolicyPacksResource.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface IntakeSlice {}
