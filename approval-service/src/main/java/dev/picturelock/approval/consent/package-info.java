/// Documented consents of people: recorded, revoked, never changed. Persons stand here under the
/// pseudonym of their title; names travel as disclosures.
@NullMarked
package dev.picturelock.approval.consent;

import org.jspecify.annotations.NullMarked;
