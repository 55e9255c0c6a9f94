@NullMarked
package dev.picturelock.classifier.decision;

import org.jspecify.annotations.NullMarked;
