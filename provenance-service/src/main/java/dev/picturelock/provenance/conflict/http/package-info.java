/// The conflicts of a title over HTTP.
@NullMarked
package dev.picturelock.provenance.conflict.http;

import org.jspecify.annotations.NullMarked;
