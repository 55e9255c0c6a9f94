/// The questions about a use of generative AI, as data that any form can be driven by.
@NullMarked
package dev.picturelock.intake.questionnaire;

import org.jspecify.annotations.NullMarked;
