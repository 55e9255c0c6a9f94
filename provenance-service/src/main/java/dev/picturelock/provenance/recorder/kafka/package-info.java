/// Where events arrive.
@NullMarked
package dev.picturelock.provenance.recorder.kafka;

import org.jspecify.annotations.NullMarked;
