/// What every submission has in common: ids, checks, fingerprints, the wait for the broker.
@NullMarked
package dev.picturelock.intake.submission;

import org.jspecify.annotations.NullMarked;
