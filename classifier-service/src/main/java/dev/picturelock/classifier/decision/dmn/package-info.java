/// Policy packs as DMN decision tables: loading, checking and running them.
@NullMarked
package dev.picturelock.classifier.decision.dmn;

import org.jspecify.annotations.NullMarked;
