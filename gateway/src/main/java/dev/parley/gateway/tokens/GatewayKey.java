package dev.parley.gateway.tokens;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The public half of one gateway's key.
 *
 * @param id the {@code kid} of its tokens
 * @param expiresAt moved on by the gateway's heartbeat
 */
@Document("gatewayKeys")
record GatewayKey(@Id String id, String jwk, Instant expiresAt) {}
