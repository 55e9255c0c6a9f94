@NullMarked
package dev.picturelock.intake.asset;

import org.jspecify.annotations.NullMarked;
