/**
 * Makes what src/grpc/generated holds from proto/: static message code and the file descriptors that reflection serves.
 * Run it with node after a change in proto/ and check in what it writes; `--check` writes nothing and exits 1 when the
 * checked-in files are stale.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import protobuf from 'protobufjs';
import 'protobufjs/ext/descriptor.js';

const require = createRequire(import.meta.url);
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const proto = (name) => path.join(root, 'proto', name);

/**
 * The messages that the server reads (decode only) or writes (encode only). ModelInferRequest and ModelInferResponse are
 * neither: src/grpc has its own code for them.
 */
const READ = [
  'inference.ModelReadyRequest', 'inference.ModelMetadataRequest', 'inference.ModelConfigRequest',
  'inference.ModelStatisticsRequest', 'inference.RepositoryIndexRequest', 'inference.RepositoryModelLoadRequest',
  'inference.RepositoryModelUnloadRequest', 'inference.SystemSharedMemoryStatusRequest',
  'inference.SystemSharedMemoryRegisterRequest', 'inference.SystemSharedMemoryUnregisterRequest',
  'inference.CudaSharedMemoryStatusRequest', 'inference.CudaSharedMemoryRegisterRequest',
  'inference.CudaSharedMemoryUnregisterRequest', 'inference.TraceSettingRequest', 'inference.LogSettingsRequest',
  'inference.ServerLiveRequest', 'inference.ServerReadyRequest', 'inference.ServerMetadataRequest',
  'grpc.health.v1.HealthCheckRequest', 'grpc.reflection.v1.ServerReflectionRequest',
  'sluice.v1.GetRolloutRequest', 'sluice.v1.ListRolloutsRequest', 'sluice.v1.StartRolloutRequest',
  'sluice.v1.PromoteRolloutRequest', 'sluice.v1.AbortRolloutRequest', 'sluice.v1.PauseRolloutRequest',
  'sluice.v1.ResumeRolloutRequest', 'sluice.v1.UndoRolloutRequest', 'sluice.v1.PinVersionRequest',
  'sluice.v1.UnpinVersionRequest', 'sluice.v1.WatchRolloutRequest', 'sluice.v1.GetRecordingRequest',
  'sluice.v1.ListLabelsRequest', 'sluice.v1.SetLabelRequest', 'sluice.v1.DeleteLabelRequest',
];
const WRITTEN = [
  'inference.ServerLiveResponse', 'inference.ServerReadyResponse', 'inference.ModelReadyResponse',
  'inference.ServerMetadataResponse', 'inference.ModelMetadataResponse', 'inference.ModelConfigResponse',
  'inference.ModelStatisticsResponse', 'inference.RepositoryIndexResponse', 'inference.RepositoryModelLoadResponse',
  'inference.RepositoryModelUnloadResponse', 'inference.SystemSharedMemoryStatusResponse',
  'inference.SystemSharedMemoryRegisterResponse', 'inference.SystemSharedMemoryUnregisterResponse',
  'inference.CudaSharedMemoryStatusResponse', 'inference.CudaSharedMemoryRegisterResponse',
  'inference.CudaSharedMemoryUnregisterResponse', 'inference.TraceSettingResponse', 'inference.LogSettingsResponse',
  'grpc.health.v1.HealthCheckResponse', 'grpc.reflection.v1.ServerReflectionResponse',
  'sluice.v1.RolloutView', 'sluice.v1.ListRolloutsResponse', 'sluice.v1.GetRecordingResponse',
  'sluice.v1.ListLabelsResponse', 'sluice.v1.Label', 'sluice.v1.DeleteLabelResponse',
  'google.rpc.Status', 'google.rpc.BadRequest',
];

/** The definitions of these messages and of all they hold, by whole top-level types; services are left out. */
function only(names) {
  const whole = new protobuf.Root();
  whole.loadSync(['inference.proto', 'sluice.proto', 'health.proto', 'reflection.proto', 'status.proto'].map(proto), { keepCase: true }).resolveAll();
  const kept = new Set();
  const top = (type) => (type.parent instanceof protobuf.Type ? top(type.parent) : type);
  const visit = (type) => {
    for (const field of type.fieldsArray ?? []) if (field.resolvedType) keep(top(field.resolvedType));
    for (const nested of type.nestedArray ?? []) visit(nested);
  };
  const keep = (type) => {
    if (kept.has(type)) return;
    kept.add(type);
    visit(type);
  };
  for (const name of names) keep(whole.lookupType(name));
  const prune = (namespace) => {
    for (const nested of [...namespace.nestedArray]) {
      if (nested instanceof protobuf.Type || nested instanceof protobuf.Enum || nested instanceof protobuf.Service) {
        if (!kept.has(nested)) namespace.remove(nested);
      } else prune(nested);
    }
  };
  prune(whole);
  return whole.toJSON();
}

function messages(names, side) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'sluice-proto-'));
  try {
    const out = path.join(scratch, 'messages.js');
    const bundle = path.join(scratch, 'bundle.json');
    writeFileSync(bundle, JSON.stringify(only(names)));
    const pbjs = path.join(path.dirname(require.resolve('protobufjs-cli/package.json')), 'bin', 'pbjs');
    const flags = `-t static-module -w esm -r sluice-${side} --keep-case --no-create --no-verify --no-delimited --no-typeurl --no-comments`;
    const without = side === 'read' ? '--no-encode' : '--no-decode';
    execFileSync(process.execPath, [pbjs, ...flags.split(' '), without, '-o', out, bundle], { cwd: root, stdio: 'inherit' });
    // The runtime is CommonJS: under Node's ESM its members are reached through the default export alone.
    const text = readFileSync(out, 'utf8');
    const line = /^import .*protobufjs\/minimal.*$/m;
    if (!line.test(text)) throw new Error('pbjs no longer writes the import line that this script rewrites');
    return '// Made by tools/generate-inference.mjs from proto/; do not edit.\n' +
      text.replace(line, 'import $protobuf from "protobufjs/minimal.js";');
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

/** @returns the file's descriptor, and every full name that it declares. */
function describe(file, name, edit = (text) => text) {
  const parsed = protobuf.parse(edit(readFileSync(proto(file), 'utf8')), new protobuf.Root(), { keepCase: true });
  const set = parsed.root.resolveAll().toDescriptor('proto3');
  if (set.file.length !== 1) throw new Error(`${file} must hold one package`);
  const [descriptor] = set.file;
  descriptor.name = name;
  finish(descriptor);
  const bytes = descriptor.constructor.encode(descriptor).finish();
  return {
    name,
    services: descriptor.service.map((service) => `${descriptor.package}.${service.name}`),
    symbols: [...symbolsOf(descriptor, descriptor.package)].sort(),
    base64: Buffer.from(bytes).toString('base64'),
  };
}

/** What other languages' tools demand and the library leaves out: absolute type names and JSON names. */
function finish(descriptor) {
  const known = new Set(symbolsOf(descriptor, descriptor.package));
  const absolute = (name, scope) => {
    if (name.startsWith('.')) return name;
    for (let at = scope; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
      const candidate = at === '' ? name : `${at}.${name}`;
      if (known.has(candidate)) return `.${candidate}`;
      if (at === '') throw new Error(`no type ${name} in the scope ${scope}`);
    }
  };
  const message = (type, scope) => {
    const full = `${scope}.${type.name}`;
    for (const field of type.field ?? []) {
      // A map's entry type is named after its field in camel case, with `Entry` behind.
      const entry = (type.nestedType ?? []).find((nested) => nested.options?.mapEntry && nested.name === field.typeName);
      if (entry) {
        entry.name = `${`_${field.name}`.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase())}Entry`;
        field.typeName = `.${full}.${entry.name}`;
      }
      field.jsonName = field.name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
      if (field.typeName) field.typeName = absolute(field.typeName, full);
    }
    for (const nested of type.nestedType ?? []) message(nested, full);
  };
  for (const type of descriptor.messageType) message(type, descriptor.package);
  for (const service of descriptor.service) {
    for (const method of service.method) {
      method.inputType = absolute(method.inputType, descriptor.package);
      method.outputType = absolute(method.outputType, descriptor.package);
    }
  }
}

function* symbolsOf(descriptor, scope) {
  const types = descriptor.messageType ?? descriptor.nestedType ?? [];
  for (const type of types) {
    const full = `${scope}.${type.name}`;
    if (type.options?.mapEntry) continue;
    yield full;
    yield* symbolsOf(type, full);
  }
  for (const type of descriptor.enumType ?? []) yield `${scope}.${type.name}`;
  for (const service of descriptor.service ?? []) {
    const full = `${scope}.${service.name}`;
    yield full;
    for (const method of service.method) yield `${full}.${method.name}`;
  }
}

function descriptors() {
  const files = [
    describe('inference.proto', 'inference.proto'),
    describe('sluice.proto', 'sluice/v1/sluice.proto'),
    describe('health.proto', 'grpc/health/v1/health.proto'),
    describe('reflection.proto', 'grpc/reflection/v1/reflection.proto'),
    describe('reflection.proto', 'grpc/reflection/v1alpha/reflection.proto', (text) =>
      text.replace('package grpc.reflection.v1;', 'package grpc.reflection.v1alpha;')),
  ];
  return `// Made by tools/generate-inference.mjs from proto/; do not edit.\n` +
    `export const FILES = ${JSON.stringify(files, null, 2)};\n`;
}

const outputs = { 'requests.js': messages(READ, 'read'), 'replies.js': messages(WRITTEN, 'written'), 'descriptors.js': descriptors() };
let stale = false;
for (const [name, text] of Object.entries(outputs)) {
  const file = path.join(root, 'src', 'grpc', 'generated', name);
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text) {
    stale = true;
    process.stderr.write(`src/grpc/generated/${name} is stale; run node tools/generate-inference.mjs\n`);
  }
}
process.exitCode = stale ? 1 : 0;
