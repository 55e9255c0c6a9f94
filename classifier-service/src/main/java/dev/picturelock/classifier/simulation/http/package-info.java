/// Simulations over HTTP, a line for each event as it is judged.
@NullMarked
package dev.picturelock.classifier.simulation.http;

import org.jspecify.annotations.NullMarked;
