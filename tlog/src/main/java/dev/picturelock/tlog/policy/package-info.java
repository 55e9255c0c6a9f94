/// Which logs and which witnesses make a checkpoint believable (c2sp.org/tlog-policy).
@NullMarked
package dev.picturelock.tlog.policy;

import org.jspecify.annotations.NullMarked;
