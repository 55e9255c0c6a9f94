/// What a set of facts needs under a policy pack: normalising, deciding, uniting pipeline stages.
@NullMarked
package dev.picturelock.classifier.decision;

import org.jspecify.annotations.NullMarked;
