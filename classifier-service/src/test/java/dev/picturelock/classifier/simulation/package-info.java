@NullMarked
package dev.picturelock.classifier.simulation;

import org.jspecify.annotations.NullMarked;
