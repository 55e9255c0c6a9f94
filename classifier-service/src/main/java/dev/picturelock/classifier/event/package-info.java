/// Classifies what intake has published.
@NullMarked
package dev.picturelock.classifier.event;

import org.jspecify.annotations.NullMarked;
