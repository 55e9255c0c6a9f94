@NullMarked
package dev.picturelock.cli.receipt;

import org.jspecify.annotations.NullMarked;
