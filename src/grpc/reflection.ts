/**
 * grpc.reflection, v1 and v1alpha, which differ in name alone: tools ask which services there are and for the descriptors
 * behind a name. Descriptors are made with the message code and served as bytes; no file here depends on another.
 */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { REASONS } from '../base/error.js';
import { FILES } from './generated/descriptors.js';
import { read, written, type ReflectionRequest } from './messages.js';
import { faultOf, statusOf, type GrpcLog } from './status.js';

type ReflectionReply =
  | { file_descriptor_response: { file_descriptor_proto: readonly Buffer[] } }
  | { all_extension_numbers_response: { base_type_name: string; extension_number: readonly number[] } }
  | { list_services_response: { service: readonly { name: string }[] } }
  | { error_response: { error_code: number; error_message: string } };

export class Reflection {
  private readonly byName = new Map<string, Buffer>();
  private readonly bySymbol = new Map<string, Buffer>();
  private readonly services: readonly { name: string }[];

  constructor() {
    for (const file of FILES) {
      const bytes = Buffer.from(file.base64, 'base64');
      this.byName.set(file.name, bytes);
      for (const symbol of file.symbols) this.bySymbol.set(symbol, bytes);
    }
    this.services = FILES.flatMap((file) => file.services.map((name) => ({ name })));
  }

  /** Answers each question as it comes; a write that meets a full socket pauses the questions. */
  serve(call: ServerDuplexStream<Buffer, Buffer>, log: GrpcLog): void {
    call.on('data', (message: Buffer) => {
      try {
        const request = read.reflection(message);
        const reply = written.reflection({ valid_host: request.host, original_request: request, ...this.answer(request) });
        if (call.write(reply)) return;
        call.pause();
        call.once('drain', () => call.resume());
      } catch (thrown) {
        call.emit('error', statusOf(faultOf(thrown, log, 'ServerReflectionInfo')));
      }
    });
    call.on('end', () => call.end());
  }

  answer(request: ReflectionRequest): ReflectionReply {
    switch (request.message_request) {
      case 'list_services':
        return { list_services_response: { service: this.services } };
      case 'file_by_filename':
        return fileReply(this.byName.get(request.file_by_filename!), `file '${request.file_by_filename!}'`);
      case 'file_containing_symbol':
        return fileReply(this.bySymbol.get(trimDot(request.file_containing_symbol!)), `symbol '${request.file_containing_symbol!}'`);
      case 'all_extension_numbers_of_type':
        return this.extensionNumbers(trimDot(request.all_extension_numbers_of_type!));
      case 'file_containing_extension':
        return notFound(`extension of '${request.file_containing_extension!.containing_type}'`);
      default:
        return { error_response: { error_code: REASONS.invalid_argument.grpc, error_message: 'the request asks for nothing' } };
    }
  }

  private extensionNumbers(type: string): ReflectionReply {
    if (!this.bySymbol.has(type)) return notFound(`type '${type}'`);
    return { all_extension_numbers_response: { base_type_name: type, extension_number: [] } };
  }
}

const trimDot = (name: string) => (name.startsWith('.') ? name.slice(1) : name);

function fileReply(bytes: Buffer | undefined, what: string): ReflectionReply {
  return bytes === undefined ? notFound(what) : { file_descriptor_response: { file_descriptor_proto: [bytes] } };
}

function notFound(what: string): ReflectionReply {
  return { error_response: { error_code: REASONS.not_found.grpc, error_message: `not found: ${what}` } };
}
