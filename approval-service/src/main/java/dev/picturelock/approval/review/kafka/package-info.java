/// Where classifications arrive.
@NullMarked
package dev.picturelock.approval.review.kafka;

import org.jspecify.annotations.NullMarked;
