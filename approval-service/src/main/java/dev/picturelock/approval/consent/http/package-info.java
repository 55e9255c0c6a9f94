/// The consent calls of the API.
@NullMarked
package dev.picturelock.approval.consent.http;

import org.jspecify.annotations.NullMarked;
