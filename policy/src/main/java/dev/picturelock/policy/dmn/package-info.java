/// Policy packs as DMN decision tables: loading, checking and running them.
@NullMarked
package dev.picturelock.policy.dmn;

import org.jspecify.annotations.NullMarked;
