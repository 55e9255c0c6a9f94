@NullMarked
package dev.picturelock.provenance.cut.otio;

import org.jspecify.annotations.NullMarked;
