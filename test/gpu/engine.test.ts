import { createOnnxEngine } from '../../src/backend/onnx.js';
import { surveyGpus } from '../../src/device/cuda.js';
import { engineContract } from '../support/engine-contract.js';
import { writeOnnx } from '../support/engine-models.js';

const survey = await surveyGpus();

engineContract('ONNX Runtime on CUDA', {
  engine: createOnnxEngine,
  device: 'cuda:0',
  datatypes: ['BOOL', 'UINT8', 'INT32', 'INT64', 'FP16', 'FP32', 'FP64'],
  write: writeOnnx,
  absent: survey.state === 'present' ? undefined : survey.why,
});
