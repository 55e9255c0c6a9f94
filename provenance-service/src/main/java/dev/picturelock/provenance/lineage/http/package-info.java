/// Asset versions and their lineage over HTTP.
@NullMarked
package dev.picturelock.provenance.lineage.http;

import org.jspecify.annotations.NullMarked;
