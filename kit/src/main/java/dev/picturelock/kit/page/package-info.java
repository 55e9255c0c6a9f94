/// Lists that page by cursor.
@NullMarked
package dev.picturelock.kit.page;

import org.jspecify.annotations.NullMarked;
