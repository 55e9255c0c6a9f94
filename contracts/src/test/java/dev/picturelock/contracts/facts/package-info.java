@NullMarked
package dev.picturelock.contracts.facts;

import org.jspecify.annotations.NullMarked;
