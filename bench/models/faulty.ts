/** Models that must not serve, each for another reason; the purpose says what a load has to find out. */
import { encodeModel, GraphBuilder, tensorValue } from '../../src/onnx/build.js';
import { DATATYPES } from '../../src/tensor/datatype.js';
import { small } from './speed.js';
import { configText, noise, rawModel, text, type BenchConfig, type BenchModel } from './model.js';

const CONFIG: BenchConfig = {
  maxBatchSize: 8,
  inputs: [{ name: 'INPUT0', datatype: 'FP32', dims: [4] }],
  outputs: [{ name: 'OUTPUT0', datatype: 'FP32', dims: [4] }],
};

function graphOf(name: string): GraphBuilder {
  return new GraphBuilder(name).input('INPUT0', 'FP32', ['batch', 4]).output('OUTPUT0', 'FP32', ['batch', 4]);
}

function broken(name: string, purpose: string, graph: GraphBuilder, config: BenchConfig = CONFIG): BenchModel {
  return rawModel(`faulty_${name}`, purpose, encodeModel(graph), config);
}

function bytes(name: string, purpose: string, model: Uint8Array): BenchModel {
  return rawModel(`faulty_${name}`, purpose, model, CONFIG);
}

function weightAt(name: string, location: string): GraphBuilder {
  return graphOf(name)
    .externalWeight('addend', 'FP32', [4], { location, offset: 0, length: 16 })
    .node('Add', ['INPUT0', 'addend'], ['OUTPUT0']);
}

/** Files that are no models. */
function files(): BenchModel[] {
  const whole = small().files.get('1/model.onnx') ?? new Uint8Array();
  return [
    bytes('empty', 'the file is empty', new Uint8Array()),
    bytes('truncated', 'the file ends in the middle', whole.slice(0, whole.length >> 1)),
    bytes('garbage', 'the file holds anything but a model', new Uint8Array(noise(1024, 50).buffer)),
    bytes('pointer', 'the file is a Git LFS pointer', text(
      'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    )),
  ];
}

/** Models that can be read and not served. */
function graphs(): BenchModel[] {
  const bf16 = DATATYPES.BF16.onnx;
  return [
    broken('operator', 'an operator that no runtime knows', graphOf('operator').node('Nonesuch', ['INPUT0'], ['OUTPUT0'])),
    broken('missing_weights', 'the weights file is not there', weightAt('missing', 'weights.bin')),
    broken('escape', 'the weights file lies outside of the folder', weightAt('escape', '../../../weights.bin')),
    broken('bf16', 'a datatype that the runtime refuses at its boundary', new GraphBuilder('bf16')
      .inputValue(tensorValue('INPUT0', bf16, ['batch', 4])).outputValue(tensorValue('OUTPUT0', bf16, ['batch', 4]))
      .node('Identity', ['INPUT0'], ['OUTPUT0']), {
      ...CONFIG,
      inputs: [{ name: 'INPUT0', datatype: 'BF16', dims: [4] }],
      outputs: [{ name: 'OUTPUT0', datatype: 'BF16', dims: [4] }],
    }),
    broken('sequence', 'an output that is no tensor', new GraphBuilder('sequence').input('INPUT0', 'FP32', ['batch', 4])
      .outputValue({ name: 'OUTPUT0', type: { sequenceType: { elemType: { tensorType: { elemType: 1 } } } } })
      .node('SequenceConstruct', ['INPUT0'], ['OUTPUT0'])),
  ];
}

/** Good models with a config that is not theirs. */
function configs(): BenchModel[] {
  const good = () => graphOf('good').node('Identity', ['INPUT0'], ['OUTPUT0']);
  const model = encodeModel(good());
  const oneRow = new GraphBuilder('one').input('INPUT0', 'FP32', [1, 4]).output('OUTPUT0', 'FP32', [1, 4])
    .node('Identity', ['INPUT0'], ['OUTPUT0']);
  const unreadable = new Map([['config.pbtxt', text('max_batch_size: eight {')], ['1/model.onnx', model]]);
  return [
    broken('dims', 'the config declares other dims than the model', good(), { ...CONFIG, inputs: [{ name: 'INPUT0', datatype: 'FP32', dims: [5] }] }),
    broken('datatype', 'the config declares another datatype', good(), { ...CONFIG, inputs: [{ name: 'INPUT0', datatype: 'INT32', dims: [4] }] }),
    broken('names', 'the config names an input that the model lacks', good(), { ...CONFIG, inputs: [{ name: 'OTHER', datatype: 'FP32', dims: [4] }] }),
    broken('batch', 'the config batches a model of one row', oneRow),
    { name: 'faulty_config', purpose: 'the config cannot be read', files: unreadable },
    {
      name: 'faulty_absent', purpose: 'the version folder holds no model',
      files: new Map([['config.pbtxt', text(configText('faulty_absent', CONFIG))], ['1/README', text('nothing here\n')]]),
    },
  ];
}

export function faulty(): BenchModel[] {
  return [...files(), ...graphs(), ...configs()];
}
