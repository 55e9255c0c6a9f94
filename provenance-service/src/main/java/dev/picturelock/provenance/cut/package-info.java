/// Cuts: timelines, the asset versions their elements match, and whether each of them is cleared.
@NullMarked
package dev.picturelock.provenance.cut;

import org.jspecify.annotations.NullMarked;
