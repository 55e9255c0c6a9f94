/// Reads a title's past from intake's topic, without a group and without a trace.
@NullMarked
package dev.picturelock.classifier.simulation.kafka;

import org.jspecify.annotations.NullMarked;
