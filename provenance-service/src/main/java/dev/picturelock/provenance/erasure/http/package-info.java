/// Asking for an erasure over HTTP.
@NullMarked
package dev.picturelock.provenance.erasure.http;

import org.jspecify.annotations.NullMarked;
