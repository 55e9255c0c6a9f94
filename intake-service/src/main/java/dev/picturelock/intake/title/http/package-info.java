/// Titles over HTTP.
@NullMarked
package dev.picturelock.intake.title.http;

import org.jspecify.annotations.NullMarked;
