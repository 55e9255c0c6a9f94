@NullMarked
package dev.picturelock.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
