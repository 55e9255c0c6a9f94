/// What a set of facts needs under a policy pack: normalising, deciding, uniting pipeline stages.
@NullMarked
package dev.picturelock.policy;

import org.jspecify.annotations.NullMarked;
