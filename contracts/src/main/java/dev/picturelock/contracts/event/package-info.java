/// The events of Picturelock: one record per fact, in the past tense, its wire name written once.
@NullMarked
package dev.picturelock.contracts.event;

import org.jspecify.annotations.NullMarked;
