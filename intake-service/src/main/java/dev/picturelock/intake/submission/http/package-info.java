/// What stands before every call that submits something.
@NullMarked
package dev.picturelock.intake.submission.http;

import org.jspecify.annotations.NullMarked;
