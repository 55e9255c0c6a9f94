@NullMarked
package dev.picturelock.classifier.simulation.http;

import org.jspecify.annotations.NullMarked;
