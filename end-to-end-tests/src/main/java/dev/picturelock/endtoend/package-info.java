/// All of it as processes: the stack as the tests start it, and the crash campaign.
@NullMarked
package dev.picturelock.endtoend;

import org.jspecify.annotations.NullMarked;
