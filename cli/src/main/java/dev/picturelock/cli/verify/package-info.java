/// Offline verification of what the ledger handed out: no network, no trust in whoever runs it.
@NullMarked
package dev.picturelock.cli.verify;

import org.jspecify.annotations.NullMarked;
