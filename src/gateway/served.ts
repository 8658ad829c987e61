/**
 * What is known of a version once its config was read and completed from its model file: the `Config` of the generic
 * rooms between the repository and the instances.
 */
import type { ModelConfig } from '../config/model.js';
import type { WarmupSample } from '../instance/message.js';
import type { OnnxSummary } from '../onnx/summary.js';

export interface ServedConfig {
  readonly config: ModelConfig;
  readonly summary: OnnxSummary;
  readonly warmup: readonly WarmupSample[];
}
