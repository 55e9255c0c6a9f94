/// Tests of erasures.
@NullMarked
package dev.picturelock.provenance.erasure;

import org.jspecify.annotations.NullMarked;
