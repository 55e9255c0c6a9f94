@NullMarked
package dev.picturelock.classifier.pack;

import org.jspecify.annotations.NullMarked;
