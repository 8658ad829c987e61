/** Who sent a request over gRPC, as rollouts may ask: its metadata, its id and its parameters. */
import type { Metadata } from '@grpc/grpc-js';
import type { Caller } from '../serving/port.js';
import type { RequestFrame } from './frame.js';

export class GrpcCaller implements Caller {
  metadata: Metadata | null = null;

  constructor(private readonly frame: RequestFrame) {}

  header(name: string): string {
    const [value] = this.metadata?.get(name) ?? [];
    return value === undefined ? '' : String(value);
  }

  /** `/id` and `/parameters/NAME`: the parts of the JSON body that a message has as well. */
  field(parts: readonly string[]): string {
    if (parts.length === 1 && parts[0] === 'id') return this.frame.id;
    return parts.length === 2 && parts[0] === 'parameters' ? this.frame.parameterText(parts[1]!) : '';
  }
}
