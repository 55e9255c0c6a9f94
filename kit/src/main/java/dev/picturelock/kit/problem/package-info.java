/// Errors as RFC 9457 problem documents, from one closed list.
@NullMarked
package dev.picturelock.kit.problem;

import org.jspecify.annotations.NullMarked;
