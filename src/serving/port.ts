/**
 * What the protocol rooms (REST and gRPC) may ask of the data plane. One `Front` per front-end thread; nothing here
 * knows a protocol, and no protocol room knows threads, slots or sessions.
 *
 * Life of a request: `front.resolve` names the version, `front.open` grants a place (or refuses), the codec `place`s
 * every input and writes its bytes, `send` moves it to the queue. When the answer or a fault is there, `call.settled`
 * is called once; the codec reads the outputs and gives everything back with `release`. A caller that goes away, or a
 * codec that meets an error before `send`, calls `abandon` instead.
 */
import type { ServingError } from '../base/error.js';
import type { Datatype } from '../tensor/datatype.js';
import type { Signature, TensorSpec } from '../tensor/signature.js';

/** A version that may answer, resolved once per request. */
/** Whoever sent a request, as far as a rollout may look at it. */
export interface Caller {
  /** A header, or gRPC metadata, by its name in lower case; '' when absent. */
  header(name: string): string;
  /** Text or number at a place in the body, by the parts of its JSON pointer; '' when absent. Asked for only after `bodyKeyed`. */
  field(parts: readonly string[]): string;
}

export interface Target {
  readonly model: string;
  readonly version: number;
  readonly signature: Signature;
  /** Names and values in turn that an answer carries as headers or metadata; null outside of rollouts. */
  readonly headers: readonly string[] | null;
  /** Position of an input or output in the signature; -1 when it is not declared. */
  inputIndex(name: string): number;
  outputIndex(name: string): number;
}

/** How an output is to be returned. `classes` > 0 asks for the k best classes instead of the tensor. */
export interface OutputChoice {
  readonly index: number;
  readonly binary: boolean;
  readonly classes: number;
  readonly region: RegionSpan | null;
}

/** A part of a client's shared memory region. */
export interface RegionSpan {
  readonly region: string;
  readonly byteOffset: number;
  readonly byteLength: number;
}

/** One request in flight. Pooled: references are void after `release` or `abandon`. */
export interface InferRequest {
  readonly target: Target;
  /** The client's id, echoed; '' when none. */
  id: string;
  /** Queue timeout asked by the client in microseconds (`timeout` parameter); 0 when none. */
  timeoutUs: number;
  /** Priority asked by the client; 0 takes the model's default. */
  priority: number;

  /** Bytes of this front end's request memory; `place` returns offsets into it. Backed by shared memory. */
  readonly bytes: Uint8Array;
  /**
   * Declares an input and makes room for it.
   * @param index position in the signature
   * @param datatype as the client named it
   * @param shape client's shape, batch dimension included when the model batches
   * @param byteLength bytes of the tensor as they will be written (BYTES: with the 4-byte lengths); -1 takes shape x element size
   * @returns offset into `bytes`, a multiple of 8
   * @throws ServingError datatype_mismatch, shape_mismatch, size_mismatch, unexpected_input (given twice), memory_full
   */
  place(index: number, datatype: Datatype, shape: readonly number[], byteLength: number): number;
  /** The same for bytes that lie in a client's shared memory region; they are read when the batch is assembled. */
  placeRegion(index: number, datatype: Datatype, shape: readonly number[], span: RegionSpan): void;
  /** Adds a wanted output, in the order of the answer. None added means all, as JSON or binary by `binaryDefault`. */
  want(choice: OutputChoice): void;
  /** Applies to outputs not named by `want`. */
  binaryDefault: boolean;

  /**
   * Moves the request to the queue; from here on it belongs to the data plane until `settled`.
   * @throws ServingError missing_input, shape_mismatch (rows differ), queue_full, draining
   *   After a throw the request is still the caller's: `abandon` it.
   */
  send(call: Call): void;
  /**
   * Gives the request up, at any moment before `release`; `settled` will not be called afterwards.
   * @param fault why, for the counters; left out when the caller went away
   */
  abandon(fault?: ServingError): void;

  /** After `settled`: null on success. */
  readonly error: ServingError | null;
  /** After `settled` without error: the wanted outputs in order. */
  readonly outputCount: number;
  outputChoice(i: number): OutputChoice;
  outputSpec(i: number): TensorSpec;
  outputRank(i: number): number;
  outputDim(i: number, d: number): number;
  /** All of the memory in which output `i` lies, and where. Valid until `release`; shared memory, read only. */
  outputMemory(i: number): Uint8Array;
  outputOffset(i: number): number;
  outputByteLength(i: number): number;
  /** Gives everything back. Must follow `settled`. */
  release(): void;
}

export interface Call {
  /** For the access log. */
  readonly protocol?: 'http' | 'grpc';
  settled(request: InferRequest): void;
}

export interface Front {
  /** Whether this server takes traffic now. */
  readonly live: boolean;
  readonly ready: boolean;
  /** Longest body or message accepted, after decompression. */
  readonly requestBytesMax: number;
  /** Whether a version (or any version, for '') of the model serves. @throws ServingError model_not_found, version_not_found */
  modelReady(model: string, version: string): boolean;
  /**
   * @param version decimal version, '' for the default
   * @param label label instead of a version, '' for none
   * @param caller who asks; left out, a rollout assigns by chance
   * @throws ServingError model_not_found, version_not_found, version_not_ready, draining
   */
  resolve(model: string, version: string, label: string, caller?: Caller): Target;
  /** Of the request resolved last, for its `open`, which may come later. */
  readonly key: number;
  /**
   * Null nearly always. Where a field of the body decides, `resolve` must wait for the body, and for headers that will be
   * asked for then.
   */
  bodyKeyed(model: string, version: string, label: string): readonly string[] | null;
  /**
   * Opens a request.
   * @param inputBytesHint expected bytes of all inputs; exact is best, a guess is fine
   * @param deadlineUs moment on the clock of base/clock.ts at which the caller stops waiting; 0 takes the server's default
   * @param key as `key` was after its `resolve`; left out, the one of the last `resolve`
   * @throws ServingError queue_full, memory_full, draining
   */
  open(target: Target, inputBytesHint: number, deadlineUs: number, key?: number): InferRequest;
}
