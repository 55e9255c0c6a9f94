/// Policy packs by name, and where their files lie; what is in them is read elsewhere.
@NullMarked
package dev.picturelock.contracts.policy;

import org.jspecify.annotations.NullMarked;
