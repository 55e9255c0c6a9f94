/// Reported uses over HTTP.
@NullMarked
package dev.picturelock.intake.use.http;

import org.jspecify.annotations.NullMarked;
