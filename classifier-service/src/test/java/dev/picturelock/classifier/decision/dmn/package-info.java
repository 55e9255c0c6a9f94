@NullMarked
package dev.picturelock.classifier.decision.dmn;

import org.jspecify.annotations.NullMarked;
