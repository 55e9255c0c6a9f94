/// What another policy pack would have made of a title's past: asked, answered and forgotten.
@NullMarked
package dev.picturelock.classifier.simulation;

import org.jspecify.annotations.NullMarked;
