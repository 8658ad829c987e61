/**
 * Calls a gRPC method from the command line, with JSON in and out, knowing nothing of the service beforehand: it asks the
 * server's reflection for the descriptors. Made for the tour and for trying things; see --help.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Client, Metadata, credentials, status, type ServiceError } from '@grpc/grpc-js';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor.js';
import { FILES } from '../src/grpc/generated/descriptors.js';

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const HELP = `Calls a gRPC method by reflection, with JSON in and out.

  grpc-call ADDRESS list                         the services and their methods
  grpc-call ADDRESS describe NAME                the fields of a message, the methods of a service
  grpc-call ADDRESS SERVICE/METHOD [JSON]        calls it; JSON may be @FILE or - for standard input

Fields have the names of the .proto file; bytes are base64. For a stream of requests JSON is an array; each response is
printed as one JSON value.

  -H, --header KEY:VALUE   metadata, repeatable
  -d, --deadline-ms N      how long to wait, 10000 when not given; 0 waits for ever, for streams that do not end
  -n, --count N            leaves after N responses, which is no failure
  -c, --compact            one line per response
  -h, --help               this text

Exits 0 on success, 1 when the call failed, 2 when the command line cannot be used.

  grpc-call localhost:8001 inference.GRPCInferenceService/ServerReady
  grpc-call localhost:8001 sluice.v1.RolloutService/WatchRollout '{"model":"digits"}' -d 0
`;

/** What the caller did wrong, as opposed to what the server answered. */
class Usage extends Error {}

const REFLECTION = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
const identity = (bytes: Buffer) => bytes;

interface Setup {
  readonly client: Client;
  readonly metadata: Metadata;
  readonly deadline: Date | number;
  readonly compact: boolean;
  /** Responses to take; 0 for all. */
  readonly count: number;
}

function rootOf(files: readonly Uint8Array[]): protobuf.Root {
  const file = files.map((bytes) => descriptor.FileDescriptorProto.decode(bytes));
  const set = descriptor.FileDescriptorSet.create({ file });
  return protobuf.Root.fromDescriptor(descriptor.FileDescriptorSet.encode(set).finish(), { keepCase: true });
}

const reflection = rootOf(FILES.filter((file) => file.name === 'grpc/reflection/v1/reflection.proto').map((file) => Buffer.from(file.base64, 'base64')));
const Question = reflection.lookupType('grpc.reflection.v1.ServerReflectionRequest');
const Reply = reflection.lookupType('grpc.reflection.v1.ServerReflectionResponse');

interface ReflectionReply {
  readonly list_services_response?: { readonly service: readonly { readonly name: string }[] };
  readonly file_descriptor_response?: { readonly file_descriptor_proto: readonly Uint8Array[] };
  readonly error_response?: { readonly error_message: string };
}

function ask(setup: Setup, question: object): Promise<ReflectionReply> {
  return new Promise((resolve, reject) => {
    const call = setup.client.makeBidiStreamRequest(REFLECTION, identity, identity, new Metadata(), { deadline: setup.deadline });
    call.on('error', reject);
    call.on('data', (bytes: Buffer) => {
      call.end();
      const reply = Reply.decode(bytes) as unknown as ReflectionReply;
      if (reply.error_response) reject(new Usage(`${reply.error_response.error_message}; 'list' shows what there is`));
      else resolve(reply);
    });
    call.write(Buffer.from(Question.encode(Question.fromObject(question)).finish()));
  });
}

async function schemaOf(setup: Setup, symbol: string): Promise<protobuf.Root> {
  const reply = await ask(setup, { file_containing_symbol: symbol });
  return rootOf(reply.file_descriptor_response?.file_descriptor_proto ?? []);
}

async function list(setup: Setup): Promise<void> {
  const { list_services_response: found } = await ask(setup, { list_services: '' });
  for (const { name } of found?.service ?? []) {
    const service = (await schemaOf(setup, name)).lookupService(name);
    for (const method of Object.keys(service.methods)) process.stdout.write(`${name}/${method}\n`);
  }
}

async function describe(setup: Setup, name: string): Promise<void> {
  const found = (await schemaOf(setup, name)).lookup(name.replace(/^\.?/, '.'));
  if (found instanceof protobuf.Service) {
    for (const method of found.methodsArray) {
      const stream = (on: boolean | undefined) => (on ? 'stream ' : '');
      const side = (type: string, on: boolean | undefined) => `${stream(on)}${type.replace(/^\./, '')}`;
      process.stdout.write(`${method.name}(${side(method.requestType, method.requestStream)}) -> ${side(method.responseType, method.responseStream)}\n`);
    }
  } else if (found instanceof protobuf.Type) {
    for (const field of found.fieldsArray) {
      const type = field.resolve().resolvedType?.fullName.slice(1) ?? field.type;
      const shape = field instanceof protobuf.MapField ? `map<${field.keyType}, ${type}>` : `${field.repeated ? 'repeated ' : ''}${type}`;
      process.stdout.write(`${field.id} ${field.name}: ${shape}\n`);
    }
  } else if (found instanceof protobuf.Enum) {
    for (const [key, value] of Object.entries(found.values)) process.stdout.write(`${value} ${key}\n`);
  } else throw new Usage(`'${name}' is a method; describe its service or its messages`);
}

function jsonOf(argument: string | undefined): unknown {
  let text = argument ?? '{}';
  if (text === '-') text = readFileSync(0, 'utf8');
  else if (text.startsWith('@')) text = readFileSync(text.slice(1), 'utf8');
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Usage(`the request is not JSON: ${(thrown as Error).message}`);
  }
}

async function call(setup: Setup, path: string, argument: string | undefined): Promise<void> {
  const slash = path.indexOf('/');
  if (slash < 1) throw new Usage(`'${path}' is not SERVICE/METHOD, and neither list nor describe`);
  const [name, methodName] = [path.slice(0, slash), path.slice(slash + 1)];
  const schema = await schemaOf(setup, name);
  const service = schema.lookupService(name);
  const method = service.methods[methodName];
  if (method === undefined) throw new Usage(`service '${name}' has no method '${methodName}'; it has ${Object.keys(service.methods).join(', ')}`);
  const request = schema.lookupType(method.requestType);
  const response = schema.lookupType(method.responseType);
  const json = jsonOf(argument);
  const messages = (method.requestStream && Array.isArray(json) ? json : [json]).map((one: unknown) => messageOf(request, one));
  const show = (bytes: Buffer): void => {
    const plain = response.toObject(response.decode(bytes), { longs: Number, enums: String, bytes: String });
    process.stdout.write(`${JSON.stringify(plain, null, setup.compact ? 0 : 2)}\n`);
  };
  await new Promise<void>((resolve, reject) => {
    const stream = setup.client.makeBidiStreamRequest(`/${name}/${methodName}`, identity, identity, setup.metadata, { deadline: setup.deadline });
    let shown = 0;
    stream.on('data', (bytes: Buffer) => {
      if (setup.count > 0 && shown === setup.count) return;
      show(bytes);
      shown += 1;
      if (shown !== setup.count) return;
      stream.cancel();
      resolve();
    });
    stream.on('error', reject);
    stream.on('end', resolve);
    for (const message of messages) stream.write(message);
    stream.end();
  });
}

/** Says where a request goes wrong instead of leaving fields out in silence. */
function messageOf(type: protobuf.Type, plain: unknown): Buffer {
  checkNames(type, plain, type.name);
  try {
    return Buffer.from(type.encode(type.fromObject(plain as Record<string, unknown>)).finish());
  } catch (thrown) {
    throw new Usage(`the request is not a ${type.name}: ${(thrown as Error).message}`);
  }
}

function checkNames(type: protobuf.Type, plain: unknown, where: string): void {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) throw new Usage(`${where} must be an object`);
  for (const [key, value] of Object.entries(plain)) {
    const field = type.fields[key];
    if (field === undefined) throw new Usage(`${where} has no field '${key}'; it has ${Object.keys(type.fields).join(', ') || 'none'}`);
    const inner = field.resolve().resolvedType;
    if (!(inner instanceof protobuf.Type) || typeof value !== 'object' || value === null) continue;
    const at = `${where}.${key}`;
    if (field instanceof protobuf.MapField) for (const [name, one] of Object.entries(value)) checkNames(inner, one, `${at}[${name}]`);
    else if (Array.isArray(value)) value.forEach((one, i) => checkNames(inner, one, `${at}[${i}]`));
    else checkNames(inner, value, at);
  }
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        header: { type: 'string', short: 'H', multiple: true, default: [] },
        'deadline-ms': { type: 'string', short: 'd', default: '10000' },
        count: { type: 'string', short: 'n', default: '0' },
        compact: { type: 'boolean', short: 'c', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (thrown) {
    throw new Usage((thrown as Error).message);
  }
}

async function main(): Promise<void> {
  const { values, positionals } = options();
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const [address, verb, argument] = positionals;
  if (address === undefined || verb === undefined) throw new Usage('an address and a method are needed; --help shows how');
  const waitMs = Number(values['deadline-ms']);
  if (!(waitMs >= 0)) throw new Usage(`--deadline-ms must be a number from 0 up, not '${values['deadline-ms']}'`);
  const count = Number(values.count);
  if (!Number.isSafeInteger(count) || count < 0) throw new Usage(`--count must be a whole number from 0 up, not '${values.count}'`);
  const metadata = new Metadata();
  for (const header of values.header) {
    const colon = header.indexOf(':');
    if (colon < 1) throw new Usage(`--header must be KEY:VALUE, not '${header}'`);
    metadata.add(header.slice(0, colon).trim(), header.slice(colon + 1).trim());
  }
  const client = new Client(address, credentials.createInsecure(), { 'grpc.max_receive_message_length': -1, 'grpc.max_send_message_length': -1 });
  const setup: Setup = { client, metadata, deadline: waitMs === 0 ? Infinity : new Date(Date.now() + waitMs), compact: values.compact, count };
  try {
    if (verb === 'list') await list(setup);
    else if (verb === 'describe') {
      if (argument === undefined) throw new Usage('describe needs a NAME');
      await describe(setup, argument);
    } else await call(setup, verb, argument);
  } finally {
    client.close();
  }
}

main().catch((thrown: unknown) => {
  const { code, details } = thrown as ServiceError;
  const usage = thrown instanceof Usage || code === undefined;
  const text = usage ? (thrown as Error).message : `${status[code] ?? code}: ${details}`;
  process.stderr.write(`grpc-call: ${text}\n`);
  process.exitCode = usage ? 2 : 1;
});
