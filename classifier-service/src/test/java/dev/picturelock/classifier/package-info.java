@NullMarked
package dev.picturelock.classifier;

import org.jspecify.annotations.NullMarked;
