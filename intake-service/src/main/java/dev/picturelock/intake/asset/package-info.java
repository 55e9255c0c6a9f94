/// Registration of asset versions, one by one or by the thousand, and their withdrawal.
@NullMarked
package dev.picturelock.intake.asset;

import org.jspecify.annotations.NullMarked;
