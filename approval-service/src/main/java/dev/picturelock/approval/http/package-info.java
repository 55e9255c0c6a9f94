/// What the resources of this service check in bodies and parameters.
@NullMarked
package dev.picturelock.approval.http;

import org.jspecify.annotations.NullMarked;
