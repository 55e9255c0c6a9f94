/// How reviews open, proceed and end.
@NullMarked
package dev.picturelock.approval.review;

import org.jspecify.annotations.NullMarked;
