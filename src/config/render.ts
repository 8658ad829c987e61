/**
 * A config as Triton's clients expect it: proto3's JSON with the names of the proto file, enums by name, 64-bit
 * integers as numbers, zeros written out and sub-messages that are unset absent (perf_analyzer goes by presence).
 */
import { fold } from './extensions.js';
import type { ModelConfig } from './model.js';

/** Plain values for JSON, and for a protobuf codec that takes names of fields and enums as the proto file has them. */
export function renderModelConfig(config: ModelConfig): Readonly<Record<string, unknown>> {
  return fold(config);
}
