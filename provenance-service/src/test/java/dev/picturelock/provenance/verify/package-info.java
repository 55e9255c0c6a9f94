/// The verifier that runs in the browser, in a real one.
@NullMarked
package dev.picturelock.provenance.verify;

import org.jspecify.annotations.NullMarked;
