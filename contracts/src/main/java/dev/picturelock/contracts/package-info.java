/// Events of Picturelock: records, JSON Schemas, samples, AsyncAPI; no framework.
@NullMarked
package dev.picturelock.contracts;

import org.jspecify.annotations.NullMarked;
