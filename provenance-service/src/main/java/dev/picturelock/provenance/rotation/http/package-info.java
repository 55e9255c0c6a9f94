/// Rotation over HTTP.
@NullMarked
package dev.picturelock.provenance.rotation.http;

import org.jspecify.annotations.NullMarked;
