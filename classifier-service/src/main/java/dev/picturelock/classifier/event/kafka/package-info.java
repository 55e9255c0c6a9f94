/// Reads intake's topic and writes what follows.
@NullMarked
package dev.picturelock.classifier.event.kafka;

import org.jspecify.annotations.NullMarked;
