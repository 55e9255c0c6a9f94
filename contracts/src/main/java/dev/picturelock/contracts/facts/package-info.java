/// The facts a form or a tool states about one use of generative AI: their names, kinds and values.
@NullMarked
package dev.picturelock.contracts.facts;

import org.jspecify.annotations.NullMarked;
