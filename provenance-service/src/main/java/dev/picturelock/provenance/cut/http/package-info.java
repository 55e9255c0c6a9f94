/// Cuts over HTTP.
@NullMarked
package dev.picturelock.provenance.cut.http;

import org.jspecify.annotations.NullMarked;
