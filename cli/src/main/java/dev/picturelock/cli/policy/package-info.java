/// Deciding by a policy pack without a service: today's question, or one that was decided before.
@NullMarked
package dev.picturelock.cli.policy;

import org.jspecify.annotations.NullMarked;
