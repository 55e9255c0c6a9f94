/// Who is calling and which roles the token gives in which title.
@NullMarked
package dev.picturelock.kit.access;

import org.jspecify.annotations.NullMarked;
