/**
 * What the codec needs to know of a version again and again, made once per version: names as bytes to compare with,
 * the fixed parts of every answer, and the output choices that carry nothing of their own.
 */
import type { OutputChoice, Target } from '../serving/port.js';
import type { TensorSpec } from '../tensor/signature.js';

export interface InputPlan {
  readonly spec: TensorSpec;
  readonly nameBytes: Uint8Array;
}

export interface OutputPlan {
  readonly spec: TensorSpec;
  readonly nameBytes: Uint8Array;
  /** `{"name":"y","datatype":"FP32","shape":[` */
  readonly open: Uint8Array;
  /** The same for an answer of classes, whose datatype is BYTES. */
  readonly openClasses: Uint8Array;
  readonly asJson: OutputChoice;
  readonly asBinary: OutputChoice;
}

export interface Plan {
  readonly target: Target;
  readonly inputs: readonly InputPlan[];
  readonly outputs: readonly OutputPlan[];
  /** `"model_name":"m","model_version":"1","outputs":[` */
  readonly head: Uint8Array;
}

const encoder = new TextEncoder();

function makePlan(target: Target): Plan {
  const { inputs, outputs } = target.signature;
  return {
    target,
    inputs: inputs.map((spec) => ({ spec, nameBytes: encoder.encode(spec.name) })),
    outputs: outputs.map((spec, index) => ({
      spec,
      nameBytes: encoder.encode(spec.name),
      open: encoder.encode(`{"name":${JSON.stringify(spec.name)},"datatype":"${spec.datatype}","shape":[`),
      openClasses: encoder.encode(`{"name":${JSON.stringify(spec.name)},"datatype":"BYTES","shape":[`),
      asJson: { index, binary: false, classes: 0, region: null },
      asBinary: { index, binary: true, classes: 0, region: null },
    })),
    head: encoder.encode(`"model_name":${JSON.stringify(target.model)},"model_version":"${target.version}","outputs":[`),
  };
}

/** Plans live as long as the version they are for. */
export class Plans {
  readonly #plans = new WeakMap<Target, Plan>();
  #last: Plan | null = null;

  of(target: Target): Plan {
    if (this.#last !== null && this.#last.target === target) return this.#last;
    let plan = this.#plans.get(target);
    if (plan === undefined) {
      plan = makePlan(target);
      this.#plans.set(target, plan);
    }
    this.#last = plan;
    return plan;
  }
}
