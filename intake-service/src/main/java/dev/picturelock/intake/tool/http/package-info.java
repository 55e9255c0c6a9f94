/// Tools and their terms over HTTP.
@NullMarked
package dev.picturelock.intake.tool.http;

import org.jspecify.annotations.NullMarked;
