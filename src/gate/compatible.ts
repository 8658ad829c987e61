/**
 * Whether requests made for the serving version can be answered by a candidate. What is breaking: an input that is gone,
 * new and required, or of another kind; an output that is gone or of another kind; a smaller batch. Pure.
 */
import type { Signature, TensorSpec } from '../tensor/signature.js';

/** Breaking changes in words; none when a client cannot tell the two apart by their signatures. */
export function breakingChanges(serving: Signature, candidate: Signature): string[] {
  const changes: string[] = [];
  for (const spec of serving.inputs) {
    const other = named(candidate.inputs, spec.name);
    if (other === undefined) changes.push(`input '${spec.name}' is gone`);
    else changes.push(...tensorChanges('input', spec, other), ...(spec.optional && !other.optional ? [`input '${spec.name}' is not optional any more`] : []));
  }
  for (const spec of candidate.inputs) {
    if (!spec.optional && named(serving.inputs, spec.name) === undefined) changes.push(`input '${spec.name}' is new and required`);
  }
  for (const spec of serving.outputs) {
    const other = named(candidate.outputs, spec.name);
    if (other === undefined) changes.push(`output '${spec.name}' is gone`);
    else changes.push(...tensorChanges('output', spec, other));
  }
  if (serving.maxBatchSize > candidate.maxBatchSize) {
    changes.push(candidate.maxBatchSize === 0 ? 'there is no batch dimension any more' : `a request may have ${candidate.maxBatchSize} rows, not ${serving.maxBatchSize}`);
  } else if (serving.maxBatchSize === 0 && candidate.maxBatchSize > 0) changes.push('shapes have a batch dimension now');
  return changes;
}

function named(specs: readonly TensorSpec[], name: string): TensorSpec | undefined {
  return specs.find((spec) => spec.name === name);
}

/** An input may become more general, an output more specific. */
function tensorChanges(what: 'input' | 'output', serving: TensorSpec, candidate: TensorSpec): string[] {
  const { name } = serving;
  if (serving.datatype !== candidate.datatype) return [`${what} '${name}' is ${candidate.datatype}, not ${serving.datatype}`];
  const [narrow, wide] = what === 'input' ? [serving.dims, candidate.dims] : [candidate.dims, serving.dims];
  const fits = narrow.length === wide.length && narrow.every((dim, d) => wide[d] === dim || wide[d] === -1);
  return fits ? [] : [`${what} '${name}' has shape [${candidate.dims.join(',')}], not [${serving.dims.join(',')}]`];
}
