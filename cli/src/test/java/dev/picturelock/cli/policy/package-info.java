@NullMarked
package dev.picturelock.cli.policy;

import org.jspecify.annotations.NullMarked;
