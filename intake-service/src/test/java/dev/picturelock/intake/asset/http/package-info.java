@NullMarked
package dev.picturelock.intake.asset.http;

import org.jspecify.annotations.NullMarked;
