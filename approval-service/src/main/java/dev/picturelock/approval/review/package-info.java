/// Reviews: opened by classifications, their actions closed by evidence, decided in writing.
@NullMarked
package dev.picturelock.approval.review;

import org.jspecify.annotations.NullMarked;
