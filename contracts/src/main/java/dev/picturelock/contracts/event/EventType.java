package dev.picturelock.contracts.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The wire name of a fact: `picturelock.<thing>.<past tense>.v<major>`, the CloudEvents attribute
/// `type`.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {
  String value();

  /// Topic of the service that states this fact.
  Topic topic();

  /// SchemaVer of the JSON Schema of the data: model-revision-addition.
  String schema() default "1-0-0";
}
