/// Files that outlive a power cut.
@NullMarked
package dev.picturelock.kit.file;

import org.jspecify.annotations.NullMarked;
