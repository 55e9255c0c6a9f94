/// Risk tier and required actions by a DMN policy pack.
@NullMarked
package dev.picturelock.classifier;

import org.jspecify.annotations.NullMarked;
