/** The parts of a model config that say what tensors go in and out, and how a fresh version is warmed. */
import { DATATYPES } from '../tensor/datatype.js';
import type { Datatype } from '../tensor/datatype.js';
import { BOOL, INT32, INT64, STRING, UINT32, enumeration, list, map, maybe, message, one, sub } from './field.js';

type DataTypeName = 'TYPE_INVALID' | (typeof DATATYPES)[Datatype]['config'];

const dataTypes: Record<string, number> = { TYPE_INVALID: 0 };
for (const row of Object.values(DATATYPES)) dataTypes[row.config] = row.configNumber;
export const DATA_TYPE = enumeration(dataTypes as Readonly<Record<DataTypeName, number>>);

const FORMAT = enumeration({ FORMAT_NONE: 0, FORMAT_NHWC: 1, FORMAT_NCHW: 2 });

const reshape = message('ModelTensorReshape', {
  shape: list(INT64, 'Dims that the model file has where clients send `dims`.'),
});

export const modelInput = message('ModelInput', {
  name: one(STRING, 'Name of the tensor, as in the model file.'),
  data_type: one(DATA_TYPE, 'Datatype of the elements. Taken from the model file when left out.'),
  format: one(FORMAT, 'What the dims mean; kept for clients, not used.'),
  dims: list(INT64, 'Dims without the batch dimension when the model batches; -1 is a dimension of any size.'),
  reshape: sub(reshape, 'Dims of the model file, where they differ from `dims`; only dims of size 1 may be added or left out.'),
  is_shape_tensor: one(BOOL, 'Shape tensors belong to TensorRT and are refused.'),
  allow_ragged_batch: one(BOOL, 'Ragged batches are refused; requests of different shape wait in lines of their own.'),
  optional: one(BOOL, 'Whether a request may leave the input out; the model file must have a default for it.'),
  is_non_linear_format_io: one(BOOL, 'Belongs to TensorRT and is refused.'),
});

export const modelOutput = message('ModelOutput', {
  name: one(STRING, 'Name of the tensor, as in the model file.'),
  data_type: one(DATA_TYPE, 'Datatype of the elements. Taken from the model file when left out.'),
  dims: list(INT64, 'Dims without the batch dimension when the model batches; -1 is a dimension of any size.'),
  reshape: sub(reshape, 'Dims of the model file, where they differ from `dims`.'),
  label_filename: one(STRING, 'A file in the folder of the model with one class name a line, for the classification extension.'),
  is_shape_tensor: one(BOOL, 'Shape tensors belong to TensorRT and are refused.'),
  is_non_linear_format_io: one(BOOL, 'Belongs to TensorRT and is refused.'),
});

const warmupInput = message('ModelWarmup.Input', {
  data_type: one(DATA_TYPE, 'Datatype of the input.'),
  dims: list(INT64, 'Dims without the batch dimension; every one must be known here.'),
  zero_data: maybe(BOOL, 'Fill with zeros.'),
  random_data: maybe(BOOL, 'Fill with random values; BYTES become empty strings.'),
  input_data_file: maybe(STRING, 'Take the raw bytes of one row from this file under `warmup/`.'),
});

export const modelWarmup = message('ModelWarmup', {
  name: one(STRING, 'Name of the sample, for logs.'),
  batch_size: one(UINT32, 'Rows in the sample; 0 for a model that does not batch.'),
  inputs: map(warmupInput, 'The inputs by name; each says exactly one of `zero_data`, `random_data`, `input_data_file`.'),
  count: one(UINT32, 'How many times the sample is run; 0 means once.'),
});

export const instanceGroup = message('ModelInstanceGroup', {
  name: one(STRING, 'Name of the group; filled in as `MODEL_0`, `MODEL_1`, … when left out.'),
  kind: one(
    enumeration({ KIND_AUTO: 0, KIND_GPU: 1, KIND_CPU: 2, KIND_MODEL: 3 }),
    '`KIND_AUTO` follows `--device`; `KIND_GPU` needs CUDA and never falls back; `KIND_CPU` stays on the CPU.',
  ),
  count: one(INT32, 'Instances of the model, each a thread with a loaded copy; on GPUs, this many on each one named.'),
  gpus: list(INT32, 'Device numbers for the instances; all devices that `--device` allows when left out.'),
  rate_limiter: sub(
    message('ModelRateLimiter', {
      resources: list(
        {
          schema: message('ModelRateLimiter.Resource', {
            name: one(STRING, 'Name of the resource.'),
            global: one(BOOL, 'Whether it is shared by all devices.'),
            count: one(UINT32, 'How much of it one run takes.'),
          }),
          zero: undefined as never,
        },
        'Resources that one run takes.',
      ),
      priority: one(UINT32, 'Weight of the instance.'),
    }),
    'Kept for clients; there is no rate limiter.',
  ),
  passive: one(BOOL, 'Passive instances are refused.'),
  profile: list(STRING, 'TensorRT profiles; kept for clients, not used.'),
  secondary_devices: list(
    {
      schema: message('ModelInstanceGroup.SecondaryDevice', {
        kind: one(enumeration({ KIND_NVDLA: 0 }), 'Kind of the device.'),
        device_id: one(INT64, 'Number of the device.'),
      }),
      zero: undefined as never,
    },
    'Secondary devices are refused.',
  ),
  host_policy: one(STRING, 'Kept for clients, not used.'),
});
