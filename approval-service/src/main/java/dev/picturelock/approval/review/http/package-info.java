/// The review calls of the API.
@NullMarked
package dev.picturelock.approval.review.http;

import org.jspecify.annotations.NullMarked;
