@NullMarked
package dev.picturelock.intake.questionnaire.http;

import org.jspecify.annotations.NullMarked;
