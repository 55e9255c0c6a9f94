package dev.picturelock.endtoend;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test class that gets the [RunningStack] as an argument of its constructor.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("flow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(StackExtension.class)
@interface FlowTest {}
