/// Where sealed disclosures arrive.
@NullMarked
package dev.picturelock.provenance.disclosure.kafka;

import org.jspecify.annotations.NullMarked;
