import { execFileSync } from 'node:child_process';
import protobuf from 'protobufjs';
import descriptor from 'protobufjs/ext/descriptor.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeFront } from '../support/grpc-front.js';
import { Inbox, World, decode, encode, root, type Plain } from './world.js';

let world: World;
beforeEach(async () => {
  world = await World.start(new FakeFront());
});
afterEach(() => world.stop());

async function ask(request: Plain, version = 'v1'): Promise<Plain> {
  const call = world.stream(`/grpc.reflection.${version}.ServerReflection/ServerReflectionInfo`);
  const inbox = new Inbox(call);
  call.write(encode('grpc.reflection.v1.ServerReflectionRequest', { host: 'h', ...request }));
  const reply = decode('grpc.reflection.v1.ServerReflectionResponse', await inbox.next());
  call.end();
  expect((await inbox.ended).code).toBe(0);
  return reply;
}

describe('Reflection', () => {
  it.each(['v1', 'v1alpha'])('lists the services over %s', async (version) => {
    const reply = await ask({ list_services: '' }, version);
    expect(reply['list_services_response'].service.map((service: Plain) => service['name'])).toEqual([
      'inference.GRPCInferenceService', 'sluice.v1.RolloutService', 'sluice.v1.LabelService', 'grpc.health.v1.Health', 'grpc.reflection.v1.ServerReflection', 'grpc.reflection.v1alpha.ServerReflection',
    ]);
    expect(reply).toMatchObject({ valid_host: 'h', original_request: { host: 'h' } });
  });

  it.each([
    ['inference.GRPCInferenceService', 'inference.proto'],
    ['inference.GRPCInferenceService.ModelInfer', 'inference.proto'],
    ['.inference.ModelInferRequest.InferInputTensor', 'inference.proto'],
    ['sluice.v1.RolloutService.WatchRollout', 'sluice/v1/sluice.proto'],
    ['sluice.v1.LabelService', 'sluice/v1/sluice.proto'],
    ['sluice.v1.Phase', 'sluice/v1/sluice.proto'],
    ['grpc.health.v1.Health', 'grpc/health/v1/health.proto'],
    ['grpc.reflection.v1alpha.ServerReflection', 'grpc/reflection/v1alpha/reflection.proto'],
  ])('finds the file of %s', async (symbol, name) => {
    const { file_descriptor_response: found } = await ask({ file_containing_symbol: symbol });
    expect((descriptor.FileDescriptorProto.decode(found.file_descriptor_proto[0]) as Plain)['name']).toBe(name);
    expect((await ask({ file_by_filename: name }))['file_descriptor_response']).toEqual(found);
  });

  it.each([
    ['inference.proto', 'inference', 90, { 'inference.GRPCInferenceService': 20 }],
    ['sluice/v1/sluice.proto', 'sluice.v1', 30, { 'sluice.v1.RolloutService': 12, 'sluice.v1.LabelService': 3 }],
  ])('serves a descriptor of %s that means what proto/ means', async (file_by_filename, name, typesMin, methods) => {
    const { file_descriptor_response: found } = await ask({ file_by_filename });
    const file = descriptor.FileDescriptorProto.decode(found.file_descriptor_proto[0]);
    const set = descriptor.FileDescriptorSet.create({ file: [file] });
    const rebuilt = protobuf.Root.fromDescriptor(descriptor.FileDescriptorSet.encode(set).finish(), { keepCase: true });
    const scope = root.lookup(name) as protobuf.Namespace;
    const shape = (type: protobuf.Type) => type.fieldsArray.map((field) => [field.name, field.id, field.repeated, field.map, field.options?.['proto3_optional'], field.resolve().resolvedType?.name ?? field.type]);
    let compared = 0;
    const compare = (types: readonly protobuf.ReflectionObject[]) => {
      for (const type of types) {
        if (!(type instanceof protobuf.Type)) continue;
        expect(shape(rebuilt.lookupType(type.fullName))).toEqual(shape(type));
        compared++;
        compare(type.nestedArray);
      }
    };
    compare(scope.nestedArray);
    expect(compared).toBeGreaterThan(typesMin);
    for (const [service, count] of Object.entries(methods)) {
      const described = rebuilt.lookupService(service).methodsArray.map((method) => [method.name, method.requestType, method.responseType, method.responseStream === true]);
      expect(described).toHaveLength(count);
      expect(described).toEqual(root.lookupService(service).methodsArray.map((method) => [method.name, `.${name}.${method.requestType}`, `.${name}.${method.responseType}`, method.responseStream === true]));
    }
  });

  it.each([
    [{ file_containing_symbol: 'no.Such' }, 5],
    [{ file_by_filename: 'no.proto' }, 5],
    [{ file_containing_extension: { containing_type: 'a', extension_number: 1 } }, 5],
    [{ all_extension_numbers_of_type: 'no.Such' }, 5],
    [{}, 3],
  ])('says what it does not have: %j', async (request, code) => {
    expect((await ask(request))['error_response'].error_code).toBe(code);
  });

  it('knows of no extensions', async () => {
    expect((await ask({ all_extension_numbers_of_type: 'inference.ModelConfig' }))['all_extension_numbers_response']).toEqual({ base_type_name: 'inference.ModelConfig', extension_number: [] });
  });
});

describe('generated files', () => {
  it('are what proto/ makes', () => {
    expect(() => execFileSync(process.execPath, ['tools/generate-inference.mjs', '--check'], { stdio: 'pipe' })).not.toThrow();
  });
});
