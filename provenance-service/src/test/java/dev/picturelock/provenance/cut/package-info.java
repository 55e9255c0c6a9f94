@NullMarked
package dev.picturelock.provenance.cut;

import org.jspecify.annotations.NullMarked;
