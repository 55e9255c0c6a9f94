/// The approval stream as Server-Sent Events.
@NullMarked
package dev.picturelock.approval.stream.http;

import org.jspecify.annotations.NullMarked;
