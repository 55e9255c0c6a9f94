@NullMarked
package dev.picturelock.cli.rotation;

import org.jspecify.annotations.NullMarked;
