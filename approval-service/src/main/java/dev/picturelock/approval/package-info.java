/// Reviews, required actions, evidence, consents and written approvals.
@NullMarked
package dev.picturelock.approval;

import org.jspecify.annotations.NullMarked;
