/// The lineage without a framework.
@NullMarked
package dev.picturelock.provenance.lineage;

import org.jspecify.annotations.NullMarked;
