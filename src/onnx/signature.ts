/**
 * Reads what a model takes and gives straight from its file, without a session and without its weights. Callers get
 * a summary or one `load_failed` that names the file, the message and the byte; never another error, whatever the
 * bytes are. Work is linear in the size of the file and memory is bounded by `KEPT_BYTES_MAX`.
 */
import { ServingError } from '../base/error.js';
import { schema } from './schema.js';
import type { OnnxExternalFile, OnnxOpset, OnnxSummary, OnnxTensor } from './summary.js';
import { decodeValue } from './value.js';
import { readWeight, TEXT_BYTES_MAX, type Weight } from './weight.js';
import { Reading, Walker, type ByteSource } from './wire.js';

/** Bytes kept of one file: names, operators, metadata. Large graphs have some ten thousand names of 60 bytes. */
const KEPT_BYTES_MAX = 64 * 1024 * 1024;
/** What keeping a string costs beside its own bytes. */
const KEPT_OVERHEAD_BYTES = 64;
const METADATA_BYTES_MAX = 4 * 1024 * 1024;
const VALUE_BYTES_MAX = 65_536;
/** Graphs inside graphs (If, Loop, Scan). */
const GRAPH_DEPTH_MAX = 16;

interface Draft {
  irVersion: number;
  producerName: string;
  producerVersion: string;
  domain: string;
  modelVersion: number;
  graphName: string;
  hasGraph: boolean;
  readonly opsets: OnnxOpset[];
  readonly metadata: { key: string; value: string }[];
  readonly inputs: OnnxTensor[];
  readonly outputs: OnnxTensor[];
  readonly opTypes: Set<string>;
  readonly initializers: Set<string>;
  readonly external: Map<string, number>;
  nodeCount: number;
  weightCount: number;
  weightBytes: number;
  keptBytes: number;
}

const LFS_HEAD = 'version https://git-lfs';

export function readSummary(source: ByteSource): OnnxSummary {
  const draft: Draft = {
    irVersion: 0, producerName: '', producerVersion: '', domain: '', modelVersion: 0, graphName: '', hasGraph: false,
    opsets: [], metadata: [], inputs: [], outputs: [], opTypes: new Set(), initializers: new Set(), external: new Map(),
    nodeCount: 0, weightCount: 0, weightBytes: 0, keptBytes: 0,
  };
  if (source.size === 0) throw new ServingError('load_failed', `${source.name}: the file is empty`);
  const head = Buffer.from(source.copy(0, Math.min(source.size, LFS_HEAD.length))).toString('latin1');
  if (head === LFS_HEAD) {
    throw new ServingError('load_failed', `${source.name}: this is a Git LFS pointer, not the model; run 'git lfs pull'`);
  }
  const walker = new Walker(new Reading(source), '', 0, source.size);
  while (walker.next()) readModelField(walker, draft);
  return finish(walker, draft, source.size);
}

function readModelField(walker: Walker, draft: Draft): void {
  switch (walker.field) {
    case 1:
      draft.irVersion = walker.integer('ir_version');
      return;
    case 2:
      draft.producerName = walker.text('producer_name', TEXT_BYTES_MAX);
      return;
    case 3:
      draft.producerVersion = walker.text('producer_version', TEXT_BYTES_MAX);
      return;
    case 4:
      draft.domain = walker.text('domain', TEXT_BYTES_MAX);
      return;
    case 5:
      draft.modelVersion = walker.integer('model_version');
      return;
    case 7:
      draft.hasGraph = true;
      return readGraph(walker.child('graph'), draft, 0);
    case 8:
      return readOpset(walker, draft);
    case 14:
      return readMetadata(walker, draft);
    case 25: {
      const inner = walker.child('functions');
      while (inner.next()) if (inner.field === 7) readNode(inner.child('node'), draft, 0);
      return;
    }
    default:
      return;
  }
}

function readOpset(walker: Walker, draft: Draft): void {
  const entry = walker.decode('opset_import', TEXT_BYTES_MAX, (bytes) => schema.OperatorSetIdProto.decode(bytes));
  const version = Number(entry.version);
  if (!Number.isSafeInteger(version)) throw walker.fault(walker.start, 'opset_import: the version is out of range');
  keep(walker, draft, entry.domain);
  draft.opsets.push({ domain: entry.domain === 'ai.onnx' ? '' : entry.domain, version });
}

function readMetadata(walker: Walker, draft: Draft): void {
  const entry = walker.decode('metadata_props', METADATA_BYTES_MAX, (bytes) => schema.StringStringEntryProto.decode(bytes));
  keep(walker, draft, entry.key);
  keep(walker, draft, entry.value);
  draft.metadata.push({ key: entry.key, value: entry.value });
}

/** Values are taken of the outermost graph only; nested ones count for operators and weights. */
function readGraph(walker: Walker, draft: Draft, depth: number): void {
  if (depth > GRAPH_DEPTH_MAX) throw walker.fault(walker.at, `graphs are nested more than ${GRAPH_DEPTH_MAX} deep`);
  while (walker.next()) {
    if (walker.field === 1) readNode(walker.child('node'), draft, depth);
    else if (walker.field === 5) addWeight(walker, draft, readWeight(walker.child('initializer')), depth === 0);
    else if (walker.field === 15) readSparse(walker.child('sparse_initializer'), draft, depth === 0);
    else if (depth === 0 && walker.field === 2) draft.graphName = walker.text('name', TEXT_BYTES_MAX);
    else if (depth === 0 && walker.field === 11) readValue(walker, draft, draft.inputs, 'input');
    else if (depth === 0 && walker.field === 12) readValue(walker, draft, draft.outputs, 'output');
  }
}

function readValue(walker: Walker, draft: Draft, into: OnnxTensor[], name: string): void {
  const value = walker.decode(name, VALUE_BYTES_MAX, decodeValue);
  if (value.name === '') throw walker.fault(walker.start, `an ${name} has no name`);
  keep(walker, draft, value.name);
  // Dims are numbers beside their message bytes: at most eight for every two of those.
  draft.keptBytes += (walker.stop - walker.start) * 4;
  into.push(value);
}

function readSparse(walker: Walker, draft: Draft, isOuter: boolean): void {
  while (walker.next()) {
    if (walker.field === 1) addWeight(walker, draft, readWeight(walker.child('values')), isOuter);
    else if (walker.field === 2) addWeight(walker, draft, readWeight(walker.child('indices')), false);
  }
}

function readNode(walker: Walker, draft: Draft, depth: number): void {
  let type = '';
  let domain = '';
  draft.nodeCount++;
  while (walker.next()) {
    if (walker.field === 4) type = walker.text('op_type', TEXT_BYTES_MAX);
    else if (walker.field === 7) domain = walker.text('domain', TEXT_BYTES_MAX);
    else if (walker.field === 5) readAttribute(walker.child('attribute'), draft, depth);
  }
  if (type === '') throw walker.fault(walker.at, 'a node has no operator');
  const name = domain === '' || domain === 'ai.onnx' ? type : `${domain}::${type}`;
  if (draft.opTypes.has(name)) return;
  keep(walker, draft, name);
  draft.opTypes.add(name);
}

function readAttribute(walker: Walker, draft: Draft, depth: number): void {
  while (walker.next()) {
    if (walker.field === 6 || walker.field === 11) readGraph(walker.child('graph'), draft, depth + 1);
    else if (walker.field === 5 || walker.field === 10) {
      addWeight(walker, draft, readWeight(walker.child('tensor')), false);
    } else if (walker.field === 22 || walker.field === 23) readSparse(walker.child('sparse_tensor'), draft, false);
  }
}

function addWeight(walker: Walker, draft: Draft, weight: Weight, isInitializer: boolean): void {
  draft.weightCount++;
  draft.weightBytes += weight.bytes;
  if (isInitializer && weight.name !== '') {
    keep(walker, draft, weight.name);
    draft.initializers.add(weight.name);
  }
  if (weight.external === null) return;
  const { path, end } = weight.external;
  const known = draft.external.get(path);
  if (known === undefined) keep(walker, draft, path);
  draft.external.set(path, Math.max(known ?? 0, end));
}

function keep(walker: Walker, draft: Draft, text: string): void {
  draft.keptBytes += text.length + KEPT_OVERHEAD_BYTES;
  if (draft.keptBytes > KEPT_BYTES_MAX) {
    throw walker.fault(walker.at, `names and metadata take more than ${KEPT_BYTES_MAX} bytes`);
  }
}

function finish(walker: Walker, draft: Draft, fileBytes: number): OnnxSummary {
  if (!draft.hasGraph) throw walker.fault(walker.at, 'the file has no graph; is it an ONNX model?');
  if (!Number.isSafeInteger(draft.weightBytes)) throw walker.fault(walker.at, 'the weights claim an impossible size');
  const inputs = draft.inputs.filter((input) => !draft.initializers.has(input.name));
  for (const values of [inputs, draft.outputs]) {
    const names = new Set(values.map((value) => value.name));
    if (names.size !== values.length) throw walker.fault(walker.at, 'two inputs or two outputs have one name');
  }
  const externalFiles: OnnxExternalFile[] = [...draft.external].map(([path, bytesMin]) => ({ path, bytesMin }));
  return {
    irVersion: draft.irVersion,
    producerName: draft.producerName,
    producerVersion: draft.producerVersion,
    domain: draft.domain,
    modelVersion: draft.modelVersion,
    graphName: draft.graphName,
    opsets: draft.opsets,
    metadata: draft.metadata,
    inputs,
    outputs: draft.outputs,
    opTypes: [...draft.opTypes].sort(),
    nodeCount: draft.nodeCount,
    weightCount: draft.weightCount,
    weightBytes: draft.weightBytes,
    externalFiles: externalFiles.sort((one, other) => (one.path < other.path ? -1 : 1)),
    fileBytes,
  };
}
