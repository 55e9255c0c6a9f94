/// The events of this service in the order in which they became true, title by title.
@NullMarked
package dev.picturelock.approval.stream;

import org.jspecify.annotations.NullMarked;
