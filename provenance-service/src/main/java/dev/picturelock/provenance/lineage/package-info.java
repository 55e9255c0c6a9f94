/// The graph from a delivered element back to tool, prompt, consent and approval.
@NullMarked
package dev.picturelock.provenance.lineage;

import org.jspecify.annotations.NullMarked;
