/** What a reader of the contract is told: the one source of schemas, of the AsyncAPI document and of the event pages. */
@NullMarked
package dev.parley.contracts.describe;

import org.jspecify.annotations.NullMarked;
